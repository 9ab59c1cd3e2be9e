/** Twentieths of a point in a millimetre, the unit of lengths in a DOCX file. */
const twipsInMillimetre = 1440 / 25.4;

export function twips(millimetres: number): number {
  return Math.round(millimetres * twipsInMillimetre);
}

/** A4 and its margins, as in the PDF. */
export const page = { width: 210, height: 297, left: 24, right: 20, top: 22, bottom: 24 } as const;
export const textWidth = page.width - page.left - page.right;

/** Half points of the sizes in use. */
export const size = {
  text: 24,
  table: 21,
  label: 20,
  footer: 16,
  title: 34,
  section: 26,
  cover: 50,
  entry: 30,
} as const;

/** The typefaces every office machine in the country has: 宋体 and 黑体. */
export const song = {
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  eastAsia: "宋体",
  cs: "Times New Roman",
} as const;
export const hei = { ascii: "黑体", hAnsi: "黑体", eastAsia: "黑体", cs: "黑体" } as const;
