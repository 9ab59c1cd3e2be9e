import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { PrintedDocument } from "../description/description.ts";
import { fontPaths, readCoverage } from "./fonts.ts";
import { spellOut } from "./spell-out.ts";
import { template } from "./template.ts";

export type PdfRenderer = (document: PrintedDocument) => Buffer;

/** Loads the typefaces, once; then draws documents as PDF, one after the other. The same document gives the same bytes. */
export function createPdfRenderer(): PdfRenderer {
  const paths = fontPaths();
  const covers = readCoverage(paths);
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: paths }] });
  return (document) => {
    const inputs = { document: JSON.stringify(spellOut(document, covers)) };
    const compiled = compiler.compile({ mainFileContent: template, inputs });
    if (compiled.result === null) {
      const problem = compiled.takeError();
      throw new Error(`The PDF could not be set: ${JSON.stringify(problem && compiler.fetchDiagnostics(problem))}`);
    }
    // Tags for screen readers are left out: these are papers to print, and the tags of a long list weigh twenty times the list.
    const pdf = compiler.pdf(compiled.result, { pdfTags: false, creationTimestamp: secondsOf(document.madeOn) });
    compiler.evictCache(0);
    return pdf;
  };
}

/** Midday in Shanghai of a day, in seconds since 1970. */
function secondsOf(day: string): number {
  return Date.parse(`${day}T12:00:00+08:00`) / 1_000;
}
