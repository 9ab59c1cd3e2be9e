import { randomUUID } from "node:crypto";
import { suite } from "@shifan/db/testing";
import excel from "exceljs";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { signInStaff, signUp, trailOf } from "../../testing/applications.ts";

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const base = "/api/v1/certifications";

const titleRow = {
  统一社会信用代码: "12100000400002259P",
  单位名称: "某研究院",
  推荐部门: "郑州高新技术产业开发区",
  平台名称: "某研究院服务平台",
  平台类型: "专业性平台",
  认定文号: "郑工信〔2022〕9号",
  有效期起: "2022年5月1日",
  有效期止: "2025-05-01",
  现状: "有效",
  补录依据: "市工信局档案，2022年第3盒",
};
const checkRow = {
  统一社会信用代码: "12100000400002259P",
  认定文号: "郑工信〔2022〕9号",
  种类: "抽查",
  检查日期: "2023-06-01",
  结果: "不合格",
  依据: "抽查通报〔2023〕2号",
};
type Row = Record<string, string>;
type Brought = { ids: string[]; code: string; errors: unknown[] };

/** A workbook with both sheets, the headings from the first row of each. */
async function workbookOf(titles: readonly Row[], checks: readonly Row[] = []): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new excel.Workbook();
  for (const [name, rows] of [
    ["资格", titles],
    ["检查", checks],
  ] as const) {
    const sheet = workbook.addWorksheet(name);
    const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    sheet.addRow(headings);
    for (const row of rows) sheet.addRow(headings.map((heading) => row[heading] ?? null));
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Titles that existed before the product: entered from a workbook or as JSON by one officer, confirmed by another (Art. 14). */
export const titlesSuite = suite("titles entered from papers", (open) => {
  let app: TestApp;
  let city: Browser;
  let secondCity: Browser;
  let district: Browser;

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), demo: true });
    city = await signInStaff(app, "city@example.org", "city");
    secondCity = await signInStaff(app, "city2@example.org", "city");
    district = await signInStaff(app, "district@example.org", "district", "410172");
  });

  const cookieOf = (by: Browser) => [...by.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const bring = async (by: Browser, bytes: Uint8Array<ArrayBuffer>, key: string = randomUUID()) => {
    const headers = { cookie: cookieOf(by), "content-type": workbookType, "idempotency-key": key };
    const answer = await app.app.request(`${base}/import/workbook`, { method: "POST", headers, body: bytes });
    return { status: answer.status, body: (await answer.json()) as Brought };
  };
  const json = (by: Browser, title: object) =>
    by.call(`${base}/import`, { headers: { "idempotency-key": randomUUID() }, body: { titles: [title] } });
  const listed = async () => ((await city.call(base)).body as unknown[]).length;

  it("has a template that can be filled in and brought back, and that explains itself", async () => {
    const answer = await app.app.request(`${base}/import/template.xlsx`, { headers: { cookie: cookieOf(city) } });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, workbookType]);
    const workbook = new excel.Workbook();
    await workbook.xlsx.load(await answer.arrayBuffer());
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(["资格", "检查", "填写说明"]);
    const first = { ...titleRow, 统一社会信用代码: "91410000170001401D", 平台名称: "模板平台" };
    for (const [name, row] of [
      ["资格", first],
      ["检查", { ...checkRow, 统一社会信用代码: first.统一社会信用代码 }],
    ] as const) {
      const sheet = workbook.getWorksheet(name);
      sheet?.getRow(1).eachCell((cell, column) => {
        sheet.getCell(2, column).value = (row as Row)[String(cell.value)] ?? null;
      });
    }
    const brought = await bring(city, new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(brought).toMatchObject({ status: 201, body: { ids: [expect.any(String)], ignoredColumns: [] } });
    expect((await app.app.request(`${base}/import/template.xlsx`)).status).toBe(401);
    expect((await district.call(`${base}/import/template.xlsx`)).status).toBe(403);
  });

  it("enters titles with their checks and how they ended, once for a key, and marks them", async () => {
    const revoked = {
      ...titleRow,
      平台名称: "已撤销的平台",
      证书编号: "ZZ-2022-7",
      现状: "撤销",
      取消或撤销日期: "2023-07-10",
      送达日期: "2023-07-15",
      取消或撤销文号: "郑工信〔2023〕88号",
      取消或撤销依据: "市工信局档案，2023年第9盒",
    };
    const bytes = await workbookOf([titleRow, revoked], [{ ...checkRow, 平台名称: "已撤销的平台" }]);
    const brought = await bring(city, bytes, "twice");
    expect(brought.status).toBe(201);
    expect(await bring(city, bytes, "twice")).toEqual(brought);
    const [, id = ""] = brought.body.ids;
    const read = await city.call(`${base}/${id}`);
    expect(read.body).toMatchObject({
      state: "revoked",
      district: "410172",
      validFrom: "2022-05-01",
      endSource: "市工信局档案，2023年第9盒",
      barredUntil: "2026-07-15",
      note: "据纸质文件补录",
      isConfirmed: false,
      checks: [{ kind: "spot_check", checkedOn: "2023-06-01", result: "failed", source: "抽查通报〔2023〕2号" }],
    });
    const confirm = (by: Browser) => by.call(`${base}/${id}/confirm`, { headers: { "if-match": '"1"' }, body: {} });
    expect((await confirm(city)).body).toMatchObject({ code: "second_person_required" });
    expect((await confirm(secondCity)).body).toMatchObject({ isConfirmed: true });
    expect(await trailOf(app, id)).toMatchObject([
      { act: "import", outcome: "accepted", fields: expect.arrayContaining(["checks", "endSource"]) },
      { act: "confirm", outcome: "second_person_required" },
      { act: "confirm", outcome: "accepted" },
    ]);
  });

  it("shows what a workbook would enter, with the name under which the unit is on record, and enters nothing", async () => {
    const before = await listed();
    const preview = async (by: Browser, bytes: Uint8Array<ArrayBuffer>) => {
      const headers = { cookie: cookieOf(by), "content-type": workbookType };
      const path = `${base}/import/workbook/preview`;
      const answer = await app.app.request(path, { method: "POST", headers, body: bytes });
      return { status: answer.status, body: (await answer.json()) as object };
    };
    const known = { ...titleRow, 平台名称: "另一平台", 单位名称: "某研究院（新）", 列外: "不认得" };
    const fresh = { ...titleRow, 统一社会信用代码: "91110108551385082q", 单位名称: "某公司", 平台名称: "某公司平台" };
    const bytes = await workbookOf([known, fresh], [{ ...checkRow, 平台名称: "另一平台" }]);
    expect(await preview(city, bytes)).toMatchObject({
      status: 200,
      body: {
        titles: [
          { platformName: "另一平台", recordedName: "某研究院", district: "410172", checks: 1 },
          { uscc: "91110108551385082Q", recordedName: null, validFrom: "2022-05-01", state: "valid", checks: 0 },
        ],
        ignoredColumns: ["列外"],
      },
    });
    expect(await preview(city, await workbookOf([{ ...known, 现状: "取消" }]))).toMatchObject({
      status: 422,
      body: { errors: [{ code: "required", message: "“取消或撤销日期”：取消或撤销的，要写决定日期" }] },
    });
    expect((await preview(district, bytes)).status).toBe(403);
    expect(await listed()).toBe(before);
  });

  it("shows the checks to whoever looks after a title, and to nobody else", async () => {
    const confirmed = ((await city.call(base)).body as { id: string; isConfirmed: boolean }[]).find(
      ({ isConfirmed }) => isConfirmed,
    );
    const path = `${base}/${confirmed?.id}`;
    const expert = await signInStaff(app, "expert@example.org", "expert");
    const [own, others] = [await district.call(path), await expert.call(path)];
    expect([own.body, others.body]).toMatchObject([{ checks: [{ result: "failed" }] }, { checks: [] }]);
  });

  it("says what is wrong at its cell, in either sheet, and enters nothing", async () => {
    const before = await listed();
    const wrong = {
      ...titleRow,
      统一社会信用代码: "I2100000400002259P",
      平台名称: "",
      有效期止: "2022-05-01",
      现状: "取消",
    };
    const { status, body } = await bring(city, await workbookOf([wrong]));
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      { path: "/titles/0/platformName", code: "required", cell: "D2", message: "“平台名称”：这一项必填" },
    ]);
    const later = await bring(
      city,
      await workbookOf([
        { ...titleRow, 平台名称: "甲" },
        { ...wrong, 平台名称: "乙" },
      ]),
    );
    expect(later.body.errors).toMatchObject([
      { cell: "A3", message: expect.stringMatching(/统一社会信用代码.*是不是12100000400002259P/) },
      { cell: "H3", code: "order" },
      {
        cell: "A3",
        path: "/titles/1/endedOn",
        code: "required",
        message: "“取消或撤销日期”：取消或撤销的，要写决定日期",
      },
    ]);
    const checks = [
      { ...checkRow, 结果: "无故不参加" },
      { ...checkRow, 检查日期: "2021-01-01", 结果: "合格" },
      { ...checkRow, 检查日期: "2025-05-02" },
      { ...checkRow, 检查日期: "2025-05-01" },
    ];
    const inChecks = await bring(city, await workbookOf([{ ...titleRow, 平台名称: "丙" }], checks));
    expect(inChecks.body.errors).toMatchObject([
      { cell: "检查!E2", path: "/titles/0/checks/0/result", code: "not_allowed" },
      { cell: "检查!D3", path: "/titles/0/checks/1/checkedOn", code: "order" },
      {
        cell: "检查!D4",
        path: "/titles/0/checks/2/checkedOn",
        message: "“检查日期”：检查日期不能晚于资格的最后一天",
      },
    ]);
    const unread = await bring(
      city,
      await workbookOf([{ ...titleRow, 平台类型: "融资" }], [{ ...checkRow, 检查日期: "去年" }]),
    );
    expect(unread.body.errors).toMatchObject([{ cell: "E2" }, { cell: "检查!D2" }]);
    const stranger = await bring(city, await workbookOf([titleRow], [{ ...checkRow, 认定文号: "郑工信〔2020〕1号" }]));
    expect(stranger.body.errors).toMatchObject([{ cell: "检查!B2", code: "unknown_title" }]);
    expect(await listed()).toBe(before);
  });

  it("refuses what is on record already or written twice, by title and by certificate number", async () => {
    const before = await listed();
    const again = await bring(city, await workbookOf([titleRow]));
    expect(again.body.errors).toMatchObject([{ cell: "F2", code: "on_record" }]);
    const numbered = { ...titleRow, 证书编号: "ZZ-2022-8" };
    const twice = await bring(
      city,
      await workbookOf([
        { ...numbered, 平台名称: "丁" },
        { ...numbered, 平台名称: "戊" },
      ]),
    );
    expect(twice.body.errors).toMatchObject([{ path: "/titles/1/certificateNumber", code: "on_record" }]);
    const known = await bring(city, await workbookOf([{ ...titleRow, 平台名称: "己", 证书编号: "ZZ-2022-7" }]));
    expect(known.body.errors).toMatchObject([{ path: "/titles/0/certificateNumber", code: "on_record" }]);
    expect(await listed()).toBe(before);
  });

  it("takes what is no workbook for what it is", async () => {
    const { status, body } = await bring(city, new TextEncoder().encode("not a workbook"));
    expect([status, body.code]).toEqual([422, "file_type_not_accepted"]);
    expect((await bring(city, await workbookOf([]))).status).toBe(422);
  });

  it("judges JSON by the same checks", async () => {
    const title = {
      uscc: "91110108551385082Q",
      organizationName: "某公司",
      district: "410105",
      platformName: "某平台",
      platformType: "specialized",
      documentNumber: "郑工信〔2023〕1号",
      validFrom: "2023-08-15",
      validTo: "2026-08-15",
      source: "档案",
    };
    const ended = { ...title, endedOn: "2024-01-01", endSource: "档案" };
    expect((await json(city, ended)).body).toMatchObject({
      errors: [{ path: "/titles/0/endedOn" }, { path: "/titles/0/endSource" }],
    });
    const early = { ...title, state: "cancelled", endedOn: "2023-01-01", endSource: "档案" };
    expect((await json(city, early)).body).toMatchObject({ errors: [{ path: "/titles/0/endedOn", code: "order" }] });
    const future = { ...title, state: "cancelled", endedOn: "2026-06-11", endSource: "档案" };
    expect((await json(city, future)).body).toMatchObject({ errors: [{ code: "in_the_future" }] });
  });

  it("is the city's alone; whoever else tries leaves no organization behind, and an entry in the trail", async () => {
    const fresh = { ...titleRow, 统一社会信用代码: "91110000802100433B", 单位名称: "不应登记的单位" };
    const { browser: applicant } = await signUp(app, "applicant@example.org");
    for (const other of [district, applicant]) {
      expect((await bring(other, await workbookOf([fresh]))).status).toBe(403);
      const title = { uscc: "91110000802100433B", organizationName: "不应登记的单位", district: "410172" };
      const rest = { platformName: "某", platformType: "specialized", documentNumber: "1", source: "档案" };
      const days = { validFrom: "2023-08-15", validTo: "2026-08-15" };
      expect((await json(other, { ...title, ...rest, ...days })).status).toBe(403);
    }
    const { database } = app;
    const found: unknown = await database.execute("select id from organizations where uscc = '91110000802100433B'");
    expect(Array.isArray(found) ? found : (found as { rows: unknown[] }).rows).toEqual([]);
  });
});
