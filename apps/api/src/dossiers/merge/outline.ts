import {
  type PDFContext,
  type PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  type PDFRef,
} from "@cantoo/pdf-lib";

/** A bookmark: where it leads, and those below it. */
export interface OutlineEntry {
  readonly title: string;
  readonly page: PDFPage;
  readonly below: OutlineEntry[];
}

/** Writes the bookmarks of a document (ISO 32000-1, 12.3.3), all of them open, and has readers show them. */
export function addOutline(document: PDFDocument, entries: readonly OutlineEntry[]): void {
  if (entries.length === 0) return;
  const root = document.context.obj({ Type: "Outlines" }) as PDFDict;
  const ref = document.context.register(root);
  writeLevel(document.context, entries, root, ref);
  document.catalog.set(PDFName.of("Outlines"), ref);
  document.catalog.set(PDFName.of("PageMode"), PDFName.of("UseOutlines"));
}

/** @returns how many entries stand below, all levels together */
function writeLevel(context: PDFContext, entries: readonly OutlineEntry[], parent: PDFDict, parentRef: PDFRef): number {
  const refs = entries.map(() => context.nextRef());
  let count = entries.length;
  for (const [at, { title, page, below }] of entries.entries()) {
    const ref = refs[at];
    if (ref === undefined) continue;
    const item = context.obj({ Parent: parentRef, Dest: [page.ref, "Fit"] }) as PDFDict;
    item.set(PDFName.of("Title"), PDFHexString.fromText(title));
    const [before, after] = [refs[at - 1], refs[at + 1]];
    if (before !== undefined) item.set(PDFName.of("Prev"), before);
    if (after !== undefined) item.set(PDFName.of("Next"), after);
    context.assign(ref, item);
    if (below.length > 0) count += writeLevel(context, below, item, ref);
  }
  const [first, last] = [refs[0], refs.at(-1)];
  if (first !== undefined && last !== undefined) {
    parent.set(PDFName.of("First"), first);
    parent.set(PDFName.of("Last"), last);
    parent.set(PDFName.of("Count"), PDFNumber.of(count));
  }
  return count;
}
