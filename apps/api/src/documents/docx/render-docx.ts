import { Document, Packer, SectionType } from "docx";
import type { PrintedDocument, Sheet } from "../description/description.ts";
import { blocksOf } from "./blocks.ts";
import { withFixedDates } from "./fixed-dates.ts";
import { footerOf, headerOf } from "./footer.ts";
import { page, size, song, twips } from "./measures.ts";

/** Draws a document as DOCX, to be opened and edited in a word processor. The same document gives the same bytes. */
export async function renderDocx(document: PrintedDocument): Promise<Buffer> {
  const file = new Document({
    title: document.title,
    creator: "",
    lastModifiedBy: "",
    styles: {
      default: { document: { run: { font: song, size: size.text, language: { value: "zh-CN", eastAsia: "zh-CN" } } } },
    },
    sections: document.sheets.map((sheet) => sectionOf(sheet, document)),
  });
  return withFixedDates(await Packer.toBuffer(file), document.madeOn);
}

function sectionOf(sheet: Sheet, document: PrintedDocument) {
  const { blocks } = sheet;
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: { width: twips(page.width), height: twips(page.height) },
        margin: {
          left: twips(page.left),
          right: twips(page.right),
          top: twips(page.top),
          bottom: twips(page.bottom),
          footer: twips(9),
          header: twips(6),
        },
      },
    },
    ...(document.demonstration ? { headers: { default: headerOf(document) } } : {}),
    footers: { default: footerOf(sheet, document) },
    children: blocks.flatMap((block, at) => blocksOf(block, at + 1 === blocks.length)),
  };
}
