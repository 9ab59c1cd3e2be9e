import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { mostColumns, mostRows, readSheets } from "./read-sheets.ts";

const workbook = (sheets: string, more = "") =>
  `<?xml version="1.0"?><workbook xmlns:r="http://r">${more}<sheets>${sheets}</sheets></workbook>`;
const sheetTag = (name: string, id: string, more = "") => `<sheet name="${name}" sheetId="1" ${more} r:id="${id}"/>`;
const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="0.0%"/><numFmt numFmtId="166" formatCode="[Red]0&quot;d&quot;"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="22"/></cellXfs></styleSheet>`;
const shared = `<sst><si><t>单位 &amp; &#x540D;称</t></si><si><r><t xml:space="preserve">分 </t></r><r><t>段</t></r><rPh><t>fen</t></rPh></si><si/></sst>`;
const relations = `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>`;

const bookOf = (sheet: string, parts: Readonly<Record<string, string>> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        "xl/workbook.xml": workbook(sheetTag("名单", "r1")),
        "xl/_rels/workbook.xml.rels": relations,
        "xl/sharedStrings.xml": shared,
        "xl/styles.xml": styles,
        "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
        ...parts,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );
const cellsOf = (sheet: string, parts?: Readonly<Record<string, string>>) =>
  readSheets(bookOf(`<row r="1">${sheet}</row>`, parts))[0]?.rows[0]?.cells;

describe("a workbook is looked at", () => {
  it("by its texts: shared, in the cell, of a formula", () => {
    expect(
      cellsOf(
        '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="E1" t="inlineStr"><is><t>&lt;甲&gt;</t></is></c><c r="F1" t="str"><f>A1&amp;""</f><v>乙</v></c>',
      ),
    ).toEqual(["单位 & 名称", "分 段", "", "", "<甲>", "乙"]);
  });

  it.each([
    ["0", "1500000.10", "1500000.1"],
    ["0", "0.30000000000000004", "0.3"],
    ["1", "46183", "2026-06-10"],
    ["2", "46183", "2026-06-10"],
    ["3", "0.895", "89.5%"],
    ["4", "12", "12"],
    ["5", "46183.396", "2026-06-10 09:30"],
    ["5", "0.5", "12:00"],
    ["0", "not a number", "not a number"],
  ])("a number of style %s: %s as %s", (style, value, shown) => {
    expect(cellsOf(`<c r="A1" s="${style}"><v>${value}</v></c>`)).toEqual([shown]);
  });

  it("by days that count from 1904 where the workbook says so", () => {
    const parts = { "xl/workbook.xml": workbook(sheetTag("名单", "r1"), '<workbookPr date1904="1"/>') };
    expect(cellsOf('<c r="A1" s="1"><v>44721</v></c>', parts)).toEqual(["2026-06-10"]);
  });

  it("truth and faults as they stand", () => {
    expect(cellsOf('<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#N/A</v></c>')).toEqual([
      "是",
      "否",
      "#N/A",
    ]);
  });

  it("sheet by sheet, those that are hidden marked, rows by their numbers, prefixes of whatever made it left aside", () => {
    const parts = {
      "xl/workbook.xml": workbook(sheetTag("一", "r1") + sheetTag("二", "r2", 'state="hidden"')),
      "xl/worksheets/sheet2.xml":
        '<x:worksheet><x:sheetData><x:row r="7"><x:c r="B7"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    };
    expect(readSheets(bookOf("", parts))).toEqual([
      { name: "一", isHidden: false, rows: [], isCut: false },
      { name: "二", isHidden: true, rows: [{ number: 7, cells: ["", "2"] }], isCut: false },
    ]);
  });

  it("as far as one looks through, and says that there is more", () => {
    const row = (n: number) => `<row r="${n}"><c r="A${n}"><v>${n}</v></c></row>`;
    const long = Array.from({ length: mostRows + 1 }, (_, n) => row(n + 1)).join("");
    const [sheet] = readSheets(bookOf(long));
    expect([sheet?.rows.length, sheet?.isCut, sheet?.rows.at(-1)?.cells]).toEqual([mostRows, true, [String(mostRows)]]);
    const wide = readSheets(bookOf('<row r="1"><c r="A1"><v>1</v></c><c r="AO1"><v>2</v></c></row>'))[0];
    expect([wide?.isCut, wide?.rows[0]?.cells.length]).toEqual([true, 1]);
    expect(mostColumns).toBe(40);
  });

  it("and is refused where it is none", () => {
    expect(() => readSheets(strToU8("not a workbook"))).toThrow();
    expect(() => readSheets(zipSync({ "word/document.xml": strToU8("<a/>") }))).toThrow(
      "there is no workbook in the file",
    );
  });
});
