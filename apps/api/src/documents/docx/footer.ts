import { AlignmentType, BorderStyle, Footer, Header, PageNumber, Paragraph, TabStopType, TextRun } from "docx";
import type { PrintedDocument, Sheet } from "../description/description.ts";
import { textRun } from "./lines.ts";
import { hei, size, textWidth, twips } from "./measures.ts";

export const demonstrationText = "演示数据，不具效力";

/** The head of every page of a demonstration; empty on every other. */
export function headerOf({ demonstration }: PrintedDocument): Header {
  const mark = { font: hei, size: size.cover, color: "BFBFBF" };
  const children = demonstration ? [new TextRun({ text: demonstrationText, ...mark })] : [];
  return new Header({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 0 }, children })],
  });
}

/**
 * The foot of every page: document, part, page, data version, short code. Pages are counted through the whole file: few word processors know
 * how many pages a section has.
 */
export function footerOf({ title, part }: Sheet, { stamp, demonstration }: PrintedDocument): Footer {
  const style = { size: size.footer, heading: true };
  const tabStops = [{ type: TabStopType.RIGHT, position: twips(textWidth) }];
  const spacing = { after: 0, before: 0 };
  const stamped = stamp === null ? "" : `数据版本 ${stamp.dataVersion}　校验短码 ${stamp.shortCode}`;
  return new Footer({
    children: [
      new Paragraph({
        tabStops,
        spacing,
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: "000000", space: 3 } },
        children: [
          textRun(part === "" ? title : `${title}　${part}`, style),
          new TextRun({
            font: hei,
            size: size.footer,
            children: ["\t", "第", PageNumber.CURRENT, "页 / 共", PageNumber.TOTAL_PAGES, "页"],
          }),
        ],
      }),
      new Paragraph({
        tabStops,
        spacing,
        children: [
          textRun(stamped, style),
          new TextRun({ font: hei, size: size.footer + 4, children: ["\t", demonstration ? demonstrationText : ""] }),
        ],
      }),
    ],
  });
}
