import { damaged, encrypted, type Finding } from "./finding.ts";
import { readEncryption } from "./pdf-encryption.ts";
import { opensWithoutPassword } from "./pdf-password.ts";
import type { Source } from "./source.ts";

/** Within so many bytes of its end a PDF says where its table lies. */
const endBytes = 4_096;

/**
 * Looks at a PDF: whole, and readable without a password. What authorities issue is often encrypted with an empty one, to forbid changes; it
 * opens everywhere and is taken.
 */
export async function inspectPdf(source: Source, encryptionMarks: readonly number[]): Promise<Finding> {
  const end = (await source.read(Math.max(0, source.size - endBytes), endBytes)).toString("latin1");
  if (!end.includes("startxref") || !end.includes("%%EOF")) return damaged();
  for (const mark of encryptionMarks) {
    const text = (await source.read(mark, 64)).toString("latin1");
    if (!/^\/Encrypt\s*(\d+\s+\d+\s+R\b|<<)/.test(text)) continue;
    const encryption = await readEncryption(source, mark);
    if (encryption === null || !opensWithoutPassword(encryption)) return encrypted();
  }
  return { ok: true, mediaType: "application/pdf" };
}
