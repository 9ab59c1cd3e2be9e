import { strFromU8, unzipSync } from "fflate";

/** The files of a DOCX by name. */
export function unzipDocx(docx: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(docx)).map(([name, content]) => [name, strFromU8(content)]));
}

/** The text of its body, white space left out. */
export function readDocx(docx: Uint8Array): string {
  const body = unzipDocx(docx)["word/document.xml"] ?? "";
  const runs = [...body.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = ""]) => text);
  return runs
    .join("")
    .replace(/&(lt|gt|amp|quot|apos);/g, (_, name: keyof typeof entities) => entities[name])
    .replace(/\s/g, "");
}

const entities = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
