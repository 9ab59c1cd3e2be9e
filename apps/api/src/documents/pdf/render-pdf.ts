import { readFileSync } from "node:fs";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { PrintedDocument } from "../description/description.ts";
import { fontPaths, isRare, readCoverage, readRareFont } from "./fonts.ts";
import { spellOut } from "./spell-out.ts";
import { template } from "./template.ts";

export type PdfRenderer = (document: PrintedDocument) => Buffer;

/**
 * Loads the typefaces, once; then draws documents as PDF, one after the other. The same document gives the same bytes. The typeface of rare
 * characters is loaded with the first document that has one.
 */
export function createPdfRenderer(): PdfRenderer {
  const paths = fontPaths();
  const covers = readCoverage(paths.map((path) => readFileSync(path)));
  const usual = NodeCompiler.create({ fontArgs: [{ fontPaths: paths }] });
  let withRare: NodeCompiler | null = null;
  return (document) => {
    const spelled = spellOut(document, (codePoint) => covers(codePoint) || isRare(codePoint));
    const content = JSON.stringify(spelled);
    const hasRare = [...beyondFirstPlane(content)].some((codePoint) => !covers(codePoint));
    if (hasRare)
      withRare ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: [readRareFont()] }, { fontPaths: paths }] });
    const compiler = hasRare && withRare !== null ? withRare : usual;
    const compiled = compiler.compile({ mainFileContent: template, inputs: { document: content } });
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

function* beyondFirstPlane(text: string): Generator<number> {
  for (const [character] of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) yield character.codePointAt(0) ?? 0;
}

/** Midday in Shanghai of a day, in seconds since 1970. */
function secondsOf(day: string): number {
  return Date.parse(`${day}T12:00:00+08:00`) / 1_000;
}
