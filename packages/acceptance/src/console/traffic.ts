import { inflateRawSync } from "node:zlib";
import { readPdf } from "@shifan/api/testing";
import type { Page } from "playwright-core";
import { type Canary, canaryPattern } from "./canaries.ts";

/** Where a canary was seen: the address that answered with it. */
export type Sightings = Map<string, Set<string>>;

/** Everything that one person is answered, searched for canaries. */
export class Traffic {
  readonly sightings: Sightings = new Map();
  readonly #pending: Promise<void>[] = [];
  #count = 0;

  /** Listens to all that a page is answered. */
  listen(page: Page): void {
    page.on("response", (response) => {
      const body = response.body().catch(() => Buffer.alloc(0));
      this.#pending.push(body.then((bytes) => this.search(response.url(), bytes)));
    });
  }

  async search(url: string, bytes: Buffer): Promise<void> {
    this.#count += 1;
    for (const text of await textsOf(bytes)) {
      for (const [canary] of text.matchAll(canaryPattern)) {
        const seen = this.sightings.get(canary) ?? new Set();
        this.sightings.set(canary, seen.add(new URL(url).pathname));
      }
    }
  }

  /** Waits until all was searched. How many answers there were. */
  async settled(): Promise<number> {
    await Promise.all(this.#pending);
    return this.#count;
  }

  /** Which of these canaries were seen, with the addresses that answered with them. */
  seenOf(canaries: readonly Canary[]): readonly (Canary & { readonly addresses: readonly string[] })[] {
    return canaries.flatMap((canary) => {
      const addresses = this.sightings.get(canary.text);
      return addresses === undefined ? [] : [{ ...canary, addresses: [...addresses] }];
    });
  }
}

/** The texts in a body: of a PDF its text layer, of an archive (also a workbook, a word document) each file in it, else the body itself. */
async function textsOf(bytes: Buffer): Promise<readonly string[]> {
  if (bytes.subarray(0, 5).toString() === "%PDF-") {
    // A piece of a file, as a browser asks for it, is none that could be read: the whole is asked for as well.
    const pages = await readPdf(bytes).catch(() => [bytes.toString("utf8")]);
    return [pages.join("\n")];
  }
  if (bytes.subarray(0, 2).toString() !== "PK") return [bytes.toString("utf8")];
  const inside = await Promise.all(filesOf(bytes).map(textsOf));
  return inside.flat();
}

/** The files of a ZIP archive, by its directory at the end. */
function filesOf(zip: Buffer): Buffer[] {
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  const files: Buffer[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const size = zip.readUInt32LE(at + 20);
    const begins = zip.readUInt32LE(at + 42);
    const content = begins + 30 + zip.readUInt16LE(begins + 26) + zip.readUInt16LE(begins + 28);
    const packed = zip.subarray(content, content + size);
    files.push(zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}
