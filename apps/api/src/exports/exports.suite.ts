import type { ApplicationSummary } from "@shifan/contract";
import { suite } from "@shifan/db/testing";
import excel, { type Worksheet } from "exceljs";
import { beforeAll, expect, it } from "vitest";
import { type Browser, createBrowser } from "../../testing/accounts.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { addOpenRound } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { download } from "../../testing/download.ts";
import { addExpert, addReceivedCase } from "../../testing/reviews.ts";
import { trailOf } from "../../testing/trail.ts";

const caseColumns = [
  ["organizationName", "单位"],
  ["district", "推荐部门"],
  ["state", "状态"],
  ["changedAt", "最近变动"],
];
const formula = '=HYPERLINK("http://evil.example","点我")';

/** What holds for lists as spreadsheets, on either database. */
export const exportsSuite = suite("a list as a spreadsheet", (open) => {
  let app: TestApp;
  let city: Browser;
  let district: Browser;
  let administrator: Browser;

  const addressOf = (list: string, columns: unknown, more: Record<string, unknown> = {}) => {
    const query = Object.entries({ columns, ...more }).map(([name, value]) => [name, JSON.stringify(value)]);
    return `/api/v1/exports/${list}?${new URLSearchParams(Object.fromEntries(query))}`;
  };
  const sheetOf = async (browser: Browser, address: string): Promise<Worksheet> => {
    const { status, bytes } = await download(app, address, { browser });
    expect(status).toBe(200);
    const workbook = new excel.Workbook();
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    return workbook.worksheets[0] as Worksheet;
  };
  const rowsOf = (sheet: Worksheet) => sheet.getSheetValues().slice(1) as unknown[][];
  const exportsIn = async () => (await trailOf(app.database, "list")).filter(({ act }) => act === "export-list");

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), demo: true });
    city = await addOfficer(app, "city@exports.example", "city");
    district = await addOfficer(app, "district@exports.example", "district", "410105");
    administrator = await addOfficer(app, "administrator@exports.example", "administrator");
    const roundId = await addOpenRound(app);
    await addReceivedCase(app, { roundId, uscc: "91410100MA00000001", district: "410105" });
    await addReceivedCase(app, { roundId, uscc: "91410100MA00000002", district: "410106" });
    await addExpert(app, city, { name: "丁一", employer: formula, fields: ["会计", "法律"] });
  });

  it("holds the rows of the list, in its order and by its filter, under the page's own headings and in words", async () => {
    const sort = ["changedAt", "DESC"];
    const listed = (await city.call(`/api/v1/applications?sort=${JSON.stringify(sort)}`)).body as ApplicationSummary[];
    const [head, ...rows] = rowsOf(await sheetOf(city, addressOf("applications", caseColumns, { sort })));
    expect(head?.slice(1)).toEqual(["单位", "推荐部门", "状态", "最近变动"]);
    expect(rows.map(([, name]) => name)).toEqual(listed.map(({ organizationName }) => organizationName));
    expect(rows.map(([, , where, state]) => [where, state])).toContainEqual(["金水区", "市局已接收"]);
    const filter = { district: "410106" };
    const filtered = rowsOf(await sheetOf(city, addressOf("applications", caseColumns, { filter })));
    expect(filtered.slice(1).map(([, , where]) => where)).toEqual(["上街区"]);
  });

  it("shows nobody more than the list does", async () => {
    const rows = rowsOf(await sheetOf(district, addressOf("applications", caseColumns)));
    expect(rows.slice(1).map(([, , where]) => where)).toEqual(["金水区"]);
    const none = rowsOf(await sheetOf(administrator, addressOf("applications", caseColumns)));
    expect((await administrator.call("/api/v1/applications")).body).toEqual([]);
    expect(none.slice(1)).toEqual([]);
    expect(await createBrowser(app).call(addressOf("applications", caseColumns))).toMatchObject({ status: 401 });
  });

  it("takes what somebody wrote for text, whatever it begins with", async () => {
    const sheet = await sheetOf(
      city,
      addressOf("experts", [
        ["employer", "工作单位"],
        ["fields", "专业领域"],
      ]),
    );
    const cell = sheet.getCell("A2");
    expect(cell.value).toBe(formula);
    expect([cell.type, cell.numFmt]).toEqual([excel.ValueType.String, "@"]);
    expect(sheet.getCell("B2").value).toBe("会计、法律");
  });

  it("is in the trail, with who and which columns", async () => {
    const before = (await exportsIn()).length;
    await sheetOf(city, addressOf("experts", [["name", "姓名"]]));
    expect((await exportsIn()).slice(before)).toMatchObject([
      { resource: "experts", act: "export-list", role: "city", fields: ["name"] },
    ]);
  });

  it("is refused for what is no list, no column and no filter of the list, and leaves no entry", async () => {
    const before = (await exportsIn()).length;
    expect(await city.call(addressOf("nothing", caseColumns))).toMatchObject({ status: 404 });
    expect(await city.call(addressOf("toString", caseColumns))).toMatchObject({ status: 404 });
    expect(await city.call(addressOf("applications", [["state", "请拨打某某号码"]]))).toMatchObject({ status: 422 });
    expect(await city.call(addressOf("applications", []))).toMatchObject({ status: 422 });
    expect(await city.call(addressOf("applications", caseColumns, { filter: { nothing: 1 } }))).toMatchObject({
      status: 422,
      body: { code: "invalid_input" },
    });
    expect((await exportsIn()).length).toBe(before);
  });
});
