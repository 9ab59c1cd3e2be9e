import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { Zip, ZipPassThrough } from "fflate";
import type { ContentStorage } from "../files/storage/storage.ts";
import { type PaperServices, stampedOptions } from "../papers/route.ts";
import type { DossierContents } from "./contents.ts";
import { type IndexedFile, indexPage } from "./index-page.ts";

/**
 * Writes a dossier as a ZIP: the forms as PDF, every file that was handed in, untouched and in a folder of its material, and index.html that names
 * all of it. Files are packed as they are: scans do not become smaller.
 */
export async function makeZip(
  services: PaperServices & { contentStorage: ContentStorage },
  { head, printed, handedIn }: DossierContents,
  { into, dataVersion, advance }: { into: string; dataVersion: number; advance(): Promise<void> },
): Promise<void> {
  const { printer, contentStorage, clock, demo } = services;
  const out = createWriteStream(into);
  const archive = openArchive(out, clock.today());
  const listed: IndexedFile[] = [];
  const names = new Set<string>();
  try {
    for (const [at, { title, document }] of printed.entries()) {
      const name = unique(`00_申报表/${at + 1}_${fileName(title)}.pdf`, names);
      const content = await printer.print(document, "pdf");
      await archive.add(name, [content]);
      listed.push({ number: "", title, name, size: content.length, sha256: null });
      await advance();
    }
    for (const { material, title, file } of handedIn) {
      const name = unique(`${material}_${fileName(title)}/${fileName(file.name)}`, names);
      await archive.add(name, (await contentStorage.read(file.sha256, null)) as AsyncIterable<Uint8Array>);
      listed.push({ number: material, title, name, size: file.size, sha256: file.sha256 });
      await advance();
    }
    const { stamp, madeOn } = stampedOptions(services, { head, listed }, dataVersion);
    const page = indexPage({ head, files: listed, stamp, madeOn, isDemonstration: demo });
    await archive.add("index.html", [Buffer.from(page)]);
    await archive.end();
  } finally {
    out.destroy();
  }
}

function openArchive(out: WriteStream, day: string) {
  let fault: Error | null = null;
  out.on("error", (cause) => {
    fault = cause;
  });
  const zip = new Zip((problem, chunk) => {
    if (problem) fault = problem;
    else out.write(chunk);
  });
  // The archive's dates are read as local time: a date made of its parts is the same in every time zone.
  const [year = 1980, month = 1, date = 1] = day.split("-").map(Number);
  const mtime = new Date(year, month - 1, date);
  const settle = async () => {
    if (fault !== null) throw fault;
    if (out.writableNeedDrain) await once(out, "drain");
  };
  return {
    add: async (name: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => {
      const entry = new ZipPassThrough(name);
      entry.mtime = mtime;
      zip.add(entry);
      for await (const piece of content) {
        entry.push(piece);
        await settle();
      }
      entry.push(new Uint8Array(), true);
      await settle();
    },
    end: async () => {
      zip.end();
      out.end();
      await once(out, "close");
      if (fault !== null) throw fault;
    },
  };
}

/** A name that every system takes, without a folder in it. */
function fileName(name: string): string {
  const cleaned = name.replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, "_").replace(/^[. ]+|[. ]+$/g, "");
  const characters = [...cleaned];
  if (characters.length <= 120) return cleaned === "" ? "_" : cleaned;
  const [extension = ""] = /\.[a-z0-9]{1,8}$/i.exec(cleaned) ?? [];
  return characters.slice(0, 110).join("") + extension;
}

/** Two files of one name stand beside each other; some systems take capitals and small letters for the same. */
function unique(name: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : name.replace(/(\.[^./]+)?$/, (extension) => `(${number})${extension}`);
    if (taken.has(tried.toLowerCase())) continue;
    taken.add(tried.toLowerCase());
    return tried;
  }
}
