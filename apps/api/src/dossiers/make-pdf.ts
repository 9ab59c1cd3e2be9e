import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { type DossierEntry, dossierIndex } from "../documents/papers/dossier-index.ts";
import type { ContentStorage } from "../files/storage/storage.ts";
import { type PaperServices, stampedOptions } from "../papers/route.ts";
import type { DossierContents, HandedIn } from "./contents.ts";
import { openBinder } from "./merge/binder.ts";
import type { Part } from "./merge/messages.ts";

/** Scans of more bytes than this together are not bound: whoever binds them holds all in memory. */
const mostBoundBytes = 300_000_000;

const bindable = ["application/pdf", "image/jpeg", "image/png"];

/**
 * Writes a dossier as one PDF with bookmarks: its index, the forms, the materials in their order. What is no PDF and no image, or cannot be read, is
 * named in the index.
 *
 * @param folder for what is needed on the way
 * @param advance told after each paper
 */
export async function makePdf(
  services: PaperServices & { contentStorage: ContentStorage; signal: AbortSignal },
  { head, printed, handedIn }: DossierContents,
  {
    folder,
    into,
    dataVersion,
    advance,
  }: { folder: string; into: string; dataVersion: number; advance(): Promise<void> },
): Promise<void> {
  const { printer, contentStorage } = services;
  const parts: Part[] = [];
  for (const [at, { title, document }] of printed.entries()) {
    const path = join(folder, `printed-${at}.pdf`);
    await writeFile(path, await printer.print(document, "pdf"));
    parts.push({ group: title, title: "", path, mediaType: "application/pdf" });
    await advance();
  }
  const bound = chooseBound(handedIn);
  for (const [at, { material, title, file }] of handedIn.entries()) {
    if (bound.has(file.id)) {
      const path = join(folder, `handed-in-${at}`);
      await pipeline(await contentStorage.read(file.sha256, null), createWriteStream(path));
      parts.push({ group: `${material} ${title}`, title: file.name, path, mediaType: file.mediaType });
    }
    await advance();
  }
  const binder = openBinder(services.signal);
  try {
    const counts = await binder.inspect(parts);
    const front = join(folder, "index.pdf");
    /** @param before how many sheets stand in front of the first paper */
    const printIndex = async (before: number) => {
      const entries = entriesOf(printed, handedIn, bound, placesOf(counts, before));
      const options = stampedOptions(services, { head, entries }, dataVersion);
      await writeFile(front, await printer.print(dossierIndex({ ...head, entries }, options), "pdf"));
      return { madeOn: options.madeOn, sheets: await binder.count(front) };
    };
    // The index says on which pages everything stands, and takes pages itself: how many is known once it is printed.
    const tried = await printIndex(1);
    const { madeOn } = tried.sheets === 1 ? tried : await printIndex(tried.sheets);
    const title = `${head.organization} 申报卷宗`;
    await binder.bind({ front, frontTitle: "目录", title, day: madeOn, into });
  } finally {
    binder.close();
  }
}

/** The files that are to be bound, by id: those of a kind that can be, until they are too many bytes. */
function chooseBound(handedIn: readonly HandedIn[]): ReadonlySet<string> {
  let bytes = 0;
  const chosen = new Set<string>();
  for (const { file } of handedIn) {
    if (!bindable.includes(file.mediaType) || bytes + file.size > mostBoundBytes) continue;
    bytes += file.size;
    chosen.add(file.id);
  }
  return chosen;
}

type Place = DossierEntry["pages"];

/** Where parts with so many pages come to stand, one after the other. */
function placesOf(counts: readonly (number | null)[], before: number): Place[] {
  let last = before;
  return counts.map((count) => {
    if (count === null) return null;
    const first = last + 1;
    last += count;
    return { first, last };
  });
}

function entriesOf(
  printed: DossierContents["printed"],
  handedIn: DossierContents["handedIn"],
  bound: ReadonlySet<string>,
  places: readonly Place[],
): DossierEntry[] {
  let at = printed.length;
  const forms = printed.map(({ title }, index) => ({
    number: "",
    title,
    file: "",
    pages: places[index] ?? null,
    remark: "",
  }));
  const materials = handedIn.map(({ material, title, file }) => {
    const isTried = bound.has(file.id);
    const place = isTried ? (places[at++] ?? null) : null;
    const isKind = bindable.includes(file.mediaType);
    const remark =
      place !== null ? "" : isTried ? "读不出，没有并入" : isKind ? "太大，没有并入" : "不是PDF或图片，没有并入";
    return { number: material, title, file: file.name, pages: place, remark };
  });
  return [...forms, ...materials];
}
