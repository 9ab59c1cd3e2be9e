import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** The text layer of a PDF, one string a page, white space left out: where lines break is the typesetter's affair. */
export async function readPdf(pdf: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(pdf), disableFontFace: true, verbosity: 0 });
  const document = await task.promise;
  try {
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(
        items
          .map((item) => ("str" in item ? item.str : ""))
          .join("")
          .replace(/\s/g, ""),
      );
      page.cleanup();
    }
    return pages;
  } finally {
    await task.destroy();
  }
}
