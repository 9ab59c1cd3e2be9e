import type { PrintedDocument } from "../description/description.ts";
import { renderDocx } from "../docx/render-docx.ts";
import { createPdfRenderer, type PdfRenderer } from "../pdf/render-pdf.ts";

export type PrintFormat = "pdf" | "docx";

/** Draws documents in this process, blocking it; the typefaces are loaded with the first PDF. */
export function createRenderer(): (document: PrintedDocument, format: PrintFormat) => Promise<Buffer> {
  let pdf: PdfRenderer | null = null;
  return async (document, format) => {
    if (format === "docx") return renderDocx(document);
    pdf ??= createPdfRenderer();
    return pdf(document);
  };
}
