import { damaged, encrypted, type Finding } from "./finding.ts";
import type { Source } from "./source.ts";

/** Within so many bytes of its end a PDF says where its table lies. */
const endBytes = 4_096;

/** Looks at a PDF: whole, and not encrypted. */
export async function inspectPdf(source: Source, encryptionMarks: readonly number[]): Promise<Finding> {
  const end = (await source.read(Math.max(0, source.size - endBytes), endBytes)).toString("latin1");
  if (!end.includes("startxref") || !end.includes("%%EOF")) return damaged();
  for (const mark of encryptionMarks) {
    const text = (await source.read(mark, 64)).toString("latin1");
    if (/^\/Encrypt\s*(\d+\s+\d+\s+R\b|<<)/.test(text)) return encrypted();
  }
  return { ok: true, mediaType: "application/pdf" };
}
