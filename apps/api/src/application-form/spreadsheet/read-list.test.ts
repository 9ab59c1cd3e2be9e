import { createHash } from "node:crypto";
import { compilePolicy } from "@shifan/rules";
import { shippedPolicies } from "@shifan/rules/shipped";
import type { CellValue, Worksheet } from "exceljs";
import { describe, expect, it } from "vitest";
import { zip } from "../../../testing/file-samples.ts";
import { listWorkbook } from "../../../testing/workbooks.ts";
import { readListWorkbook } from "./read-list.ts";
import { writeListWorkbook } from "./write-list.ts";

const [document] = shippedPolicies;
if (document === undefined) throw new Error("no policy is shipped");
const policy = compilePolicy(document);

function listOf(id: string) {
  const list = policy.forms.lists.get(id);
  if (list === undefined) throw new Error(`no list ${id}`);
  return list;
}

type Rows = readonly (readonly CellValue[])[];

async function read(id: string, rows: Rows, change?: (sheet: Worksheet) => void) {
  return readListWorkbook(listOf(id), await listWorkbook(rows, change));
}

/** The values of one column in every row that was read. */
async function columnOf(id: string, column: string, rows: Rows, change?: (sheet: Worksheet) => void) {
  const reading = await read(id, rows, change);
  return reading.kind === "read" ? reading.rows.map((row) => row[column]) : reading;
}

const servedHead = ["序号", "服务的中小企业名称", "联系人", "联系电话", "服务内容简述", "企业满意度"];
const servedRow = (name: string, ...others: CellValue[]): CellValue[] => [
  1,
  name,
  "张三",
  13812345678,
  "诊断",
  ...others,
];
const equipmentHead = ["序号", "名称", "数量", "购买时间", "购买价格", "是否处于行业领先水平"];
const equipmentRow = (values: { bought?: CellValue; price?: CellValue; leading?: CellValue; count?: CellValue }) => [
  1,
  "离心机",
  values.count ?? 1,
  values.bought ?? "2021-03",
  values.price ?? 12.5,
  values.leading ?? "是",
];

describe("the headings of a list", () => {
  it.each<[string, Rows, ((sheet: Worksheet) => void)?]>([
    ["in the first row", [servedHead, servedRow("甲")]],
    ["below titles", [["附件2"], ["服务的中小企业名单"], [], servedHead, servedRow("甲")]],
    [
      "in any order, spaced, full width, with units and marks",
      [
        ["联系 电话：", "企业满意度*", "服务内容\n简述", "联系人（必填）", "服务的中小企业名称"],
        ["0371-67886827", "满意", "诊断", "张三", "甲"],
      ],
    ],
    [
      "below a title that is merged over all columns",
      [["服务的中小企业名单及服务评价表"], servedHead, servedRow("甲")],
      (sheet) => sheet.mergeCells("A1:F1"),
    ],
    [
      "in two rows, with 满意 and 不满意 below their own heading, as annex 2 prints them",
      [[...servedHead, null], [null, null, null, null, null, "满意", "不满意"], servedRow("甲", "√", null)],
      (sheet) => {
        for (const column of ["A", "B", "C", "D", "E"]) sheet.mergeCells(`${column}1:${column}2`);
        sheet.mergeCells("F1:G1");
      },
    ],
    [
      "with 满意 and 不满意 as headings of their own",
      [[...servedHead.slice(0, 5), "满意", "不满意"], servedRow("甲", "√")],
    ],
  ])("are found %s", async (_, rows, change) => {
    expect(await columnOf("served", "enterprise_name", rows, change)).toEqual(["甲"]);
  });

  it("are the fuller ones where a title holds words of them", async () => {
    const rows = [["联系人", "李四"], servedHead, servedRow("甲")];
    expect(await columnOf("served", "enterprise_name", rows)).toEqual(["甲"]);
  });

  it("are looked for in every sheet that people see", async () => {
    const bytes = await listWorkbook([["说明"]], (sheet) => {
      const hidden = sheet.workbook.addWorksheet("旧", { state: "hidden" });
      hidden.addRow(servedHead);
      hidden.addRow(servedRow("旧"));
      const shown = sheet.workbook.addWorksheet("名单2");
      shown.addRow(servedHead);
      shown.addRow(servedRow("甲"));
    });
    expect(await readListWorkbook(listOf("served"), bytes)).toMatchObject({ rows: [{ enterprise_name: "甲" }] });
  });

  it("that are missing or there twice are named, and nothing is read", async () => {
    const [, ...rest] = servedHead;
    expect(await read("served", [rest.slice(0, 3), ["甲", "张三", "13812345678"]])).toEqual({
      kind: "invalid",
      errors: [
        { path: "", code: "heading_missing", message: "第1行的表头里没有“服务内容简述”这一列" },
        { path: "", code: "heading_missing", message: "第1行的表头里没有“企业满意度”这一列" },
      ],
    });
    expect(await read("served", [[...servedHead, "联系人"], servedRow("甲")])).toMatchObject({
      errors: [{ code: "heading_twice", cell: "G1" }],
    });
    expect(await read("served", [["甲"], ["乙"]])).toMatchObject({ errors: [{ code: "no_headings" }] });
  });

  it("that the list does not know are left out and named where anything stands below", async () => {
    const rows = [[...servedHead, "客户经理", "空列"], servedRow("甲", "满意", "王")];
    expect(await read("served", rows)).toMatchObject({ kind: "read", ignoredColumns: ["客户经理"] });
  });
});

describe("the rows of a list", () => {
  it("are those that hold anything; a foot and blank rows are none", async () => {
    const rows: Rows = [
      ["姓名", "年龄", "学历", "毕业学校", "职称", "主管工作"],
      ["赵六", 41, "本科", "郑州大学", "无", "咨询"],
      [],
      [" ", null, "　"],
      ["钱七", "35", "硕士", "河南大学", "高级", "培训"],
      ["备注：不少于 12 人"],
      [],
    ];
    expect(await columnOf("staff", "age", rows)).toEqual([41, 35]);
  });

  it("share what is merged downwards", async () => {
    const rows = [servedHead, servedRow("甲", "满意"), [2, null, "李四", "13812345679", "培训", "满意"]];
    expect(await columnOf("served", "enterprise_name", rows, (sheet) => sheet.mergeCells("B2:B3"))).toEqual([
      "甲",
      "甲",
    ]);
  });

  it("take a merged range as large as a sheet without walking through it", async () => {
    const huge = await sheetOf('<mergeCells count="1"><mergeCell ref="A2:XFD1048576"/></mergeCells>');
    expect(await readListWorkbook(listOf("investors"), huge)).toMatchObject({ rows: [{ investor_name: "甲" }] });
  });

  it("are no more than the list takes", async () => {
    const rows = Array.from({ length: 5_001 }, (_, index) => [`第${index}家`, "国有", 1]);
    const reading = await read("investors", [["名称", "性质", "投资比例"], ...rows]);
    expect(reading).toMatchObject({ kind: "invalid", errors: [{ code: "too_many_rows" }] });
  });
});

describe("a cell", () => {
  it.each<[string, string, CellValue, unknown]>([
    ["a number as a number", "price", 12.5, "12.5"],
    ["a number as text, with separators", "price", "1,200.50", "1200.5"],
    ["a number with its unit", "price", "12.5万元", "12.5"],
    [
      "a sum of a formula, without the rubbish of its arithmetic",
      "price",
      { formula: "0.1+0.2", result: 0.1 + 0.2 },
      "0.3",
    ],
    ["a formula's text", "leading", { formula: 'IF(1,"是","否")', result: "是" }, true],
    ["a tick", "leading", "√", true],
    ["a cross", "leading", "×", false],
    ["否", "leading", "否", false],
    ["a truth", "leading", true, true],
    ["a stroke for nothing", "price", "—", null],
    ["a date of the spreadsheet", "bought", new Date("2021-03-15T00:00:00Z"), "2021-03-15"],
    ["a written date", "bought", "2021年3月5日", "2021-03-05"],
    ["a written month", "bought", "2021.3", "2021-03"],
    ["digits of a day", "bought", "20210315", "2021-03-15"],
    ["a date that has lost its format", "bought", 44_270, "2021-03-15"],
    ["rich text", "count", { richText: [{ text: "1" }, { text: "2" }] }, 12],
  ])("holds %s", async (_, column, value, expected) => {
    const ids = { price: "price", leading: "industry_leading", bought: "purchased_on", count: "quantity" } as const;
    const rows = [equipmentHead, equipmentRow({ [column]: value })];
    expect(await columnOf("equipment", ids[column as keyof typeof ids], rows)).toEqual([expected]);
  });

  it("with a date that shows no day is a month where a month is taken", async () => {
    const rows = [equipmentHead, equipmentRow({ bought: new Date("2021-03-01T00:00:00Z") })];
    const values = await columnOf("equipment", "purchased_on", rows, (sheet) => {
      sheet.getCell("D2").numFmt = 'yyyy"年"m"月"';
    });
    expect(values).toEqual(["2021-03"]);
  });

  it("with a share as spreadsheets write it is that percentage", async () => {
    const rows = [
      ["名称", "性质", "投资比例（%）"],
      ["甲", "国有", 0.35],
      ["乙", "民营", "35%"],
      ["丙", "民营", 35],
    ];
    const values = await columnOf("investors", "investment_share", rows, (sheet) => {
      sheet.getCell("C2").numFmt = "0.0%";
    });
    expect(values).toEqual(["35", "35", "35"]);
  });

  it("with a telephone keeps its digits", async () => {
    const rows = [servedHead, servedRow("甲", "满意"), [2, "乙", "李四", "（0371）6788 6827", "诊断", "不满意"]];
    expect(await columnOf("served", "phone", rows)).toEqual(["13812345678", "0371-67886827"]);
  });

  it("below 满意 or 不满意 takes a tick, and one of the two only", async () => {
    const head = [...servedHead.slice(0, 5), "满意", "不满意"];
    const rows = [head, servedRow("甲", "√"), servedRow("乙", null, "✓"), servedRow("丙"), servedRow("丁", 1, 0)];
    expect(await columnOf("served", "satisfaction", rows)).toEqual(["satisfied", "unsatisfied", null, "satisfied"]);
    expect(await read("served", [head, servedRow("甲", "√", "√"), servedRow("乙", "还行")])).toMatchObject({
      errors: [
        { path: "/rows/0/satisfaction", cell: "G2", message: "“满意”“不满意”只能选一个" },
        { path: "/rows/1/satisfaction", cell: "F3" },
      ],
    });
  });

  it("that is wrong is named by row, column and reference, the first hundred", async () => {
    const rows = Array.from({ length: 150 }, (_, index) => [
      1,
      `第${index}家`,
      "张三",
      index === 17 ? "123" : 13812345678,
    ]);
    expect(await read("served", [[...servedHead], ...rows])).toMatchObject({
      errors: [{ path: "/rows/17/phone", cell: "D19", code: "phone", row: { phone: expect.any(String) } }],
    });
    const all = await read("served", [[...servedHead], ...rows.map(([n, name, contact]) => [n, name, contact, "123"])]);
    expect(all.kind === "invalid" && all.errors).toHaveLength(100);
  });

  it("with a formula that has no result is refused as such", async () => {
    const rows = [
      equipmentHead,
      equipmentRow({ price: { formula: "1/0", result: { error: "#DIV/0!" } } as CellValue }),
    ];
    expect(await read("equipment", rows)).toMatchObject({ errors: [{ cell: "E2", code: "formula" }] });
  });
});

/** A sheet written by hand: the parts that a spreadsheet program must write, and no more. */
async function sheetOf(after: string, sheetData = defaultData): Promise<Buffer> {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return zip([
    { name: "[Content_Types].xml", content: "<Types/>" },
    {
      name: "xl/workbook.xml",
      content: `<workbook ${main} xmlns:r="r"><sheets><sheet name="1" sheetId="1" r:id="a"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: '<Relationships><Relationship Id="a" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
    },
    {
      name: "xl/worksheets/sheet1.xml",
      content: `<worksheet ${main}><sheetData>${sheetData}</sheetData>${after}</worksheet>`,
    },
  ]);
}

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t><rPh sb="0" eb="1"><t>注音</t></rPh></is></c>`;
const defaultData = `<row>${["名称", "性质", "投资比例"].map(inline).join("")}</row><row>${inline("甲")}${inline("国有")}<c><v>1</v></c></row>`;

describe("a workbook", () => {
  it("needs no references, no styles and no shared texts", async () => {
    expect(await readListWorkbook(listOf("investors"), await sheetOf(""))).toMatchObject({
      rows: [{ investor_name: "甲", investor_nature: "国有", investment_share: "1" }],
    });
  });

  it.each([
    ["an entity that swells", "<!DOCTYPE x [<!ENTITY a 'aaaa'>]>", "file_damaged"],
    ["a part that is not well-formed", "<row>", "file_damaged"],
  ])("with %s is refused", async (_, content, code) => {
    const entity = content.startsWith("<!") ? inline("&a;") : content;
    const bytes = await sheetOf("", `${defaultData}<row>${entity}</row>`);
    expect(await readListWorkbook(listOf("investors"), bytes)).toMatchObject({ kind: "unusable", fault: { code } });
  });

  it("that unpacks to a thousand times its size is refused before it is read", async () => {
    const bytes = await sheetOf("", `${defaultData}${" ".repeat(50_000_000)}`);
    expect(bytes.length).toBeLessThan(5_000_000);
    expect(await readListWorkbook(listOf("investors"), bytes)).toMatchObject({ fault: { code: "file_unsafe" } });
  });

  it("that is larger than any list is refused, though its bytes do not look like a bomb", async () => {
    const texts = Array.from(
      { length: 10_000 },
      (_, index) => `<!--${createHash("sha512").update(String(index)).digest("hex")}-->`,
    );
    const bytes = await sheetOf("", `${defaultData}${texts.join(" ".repeat(11_000))}`);
    expect(bytes.length).toBeLessThan(5_000_000);
    const reading = await readListWorkbook(listOf("investors"), bytes);
    expect(reading).toMatchObject({ fault: { code: "file_unsafe", detail: expect.stringContaining("要导入的名单") } });
  });

  it("that is another kind of file is refused by its kind", async () => {
    const text = await readListWorkbook(listOf("investors"), Buffer.from("名称,性质"));
    expect(text).toMatchObject({ fault: { code: "file_type_not_accepted" } });
    const document = zip([
      { name: "[Content_Types].xml", content: "" },
      { name: "word/document.xml", content: "x" },
    ]);
    expect(await readListWorkbook(listOf("investors"), document)).toMatchObject({
      fault: { code: "file_type_not_accepted" },
    });
  });
});

describe("the template", () => {
  it.each([...policy.forms.lists.keys()])("of %s is read back without a row and without a fault", async (id) => {
    const bytes = Buffer.from(await writeListWorkbook(listOf(id), []));
    expect(await readListWorkbook(listOf(id), bytes)).toMatchObject({ kind: "read", rows: [], ignoredColumns: [] });
  });
});
