import type { Package } from "@shifan/contract";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, policyId, type TestApp } from "../../testing/app.ts";
import { addOrganization, signUp } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { readDocx } from "../../testing/documents/read-docx.ts";
import { readPdf } from "../../testing/documents/read-pdf.ts";
import { download } from "../../testing/download.ts";
import { actOn, onceKey } from "../../testing/publicity.ts";
import { draftReport } from "../../testing/reports.ts";
import { addTitle } from "../../testing/titles.ts";
import { planObligations } from "../obligations/plan.ts";

/** What holds for the papers of reports and packages, on either database. */
export const supervisionPapersSuite = suite("papers of what is reported", (open) => {
  const clock = createSettableClock();
  let app: TestApp;
  const people: Record<string, Browser> = {};
  let report = "";
  let row = "";

  const statuses = async (path: string) => {
    const answers = await Promise.all(
      Object.entries(people).map(async ([name, browser]) => [name, (await download(app, path, { browser })).status]),
    );
    return Object.fromEntries(answers) as Record<string, number>;
  };
  const text = async (path: string, browser: Browser | undefined) => {
    const { status, bytes } = await download(app, path, browser === undefined ? {} : { browser });
    return status === 200 ? (await readPdf(bytes)).join("") : String(status);
  };
  const as = (name: string) => people[name] as Browser;

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    people.district = await addOfficer(app, "district@papers.example", "district", "410105");
    people.elsewhere = await addOfficer(app, "elsewhere@papers.example", "district", "410172");
    people.city = await addOfficer(app, "city@papers.example", "city");
    people.auditor = await addOfficer(app, "auditor@papers.example", "auditor");
    const holder = await signUp(app, "holder@papers.example");
    people.platform = holder.browser;
    const days = { validFrom: "2024-12-01", validTo: "2027-12-01" };
    const own = await addOrganization(app, "91410100MA0000001A", holder.userId);
    const title = await addTitle(app, { organizationId: own, ...days, platformName: "郑州𠮷祥服务平台" });
    const silent = await addOrganization(app, "91410100MA0000002A", null);
    await addTitle(app, { organizationId: silent, ...days, platformName: "沉默的平台" });
    await planObligations({ database: app.database, catalog: app.catalog, clock, defaultPolicy: policyId });
    const before = await draftReport(holder.browser, title, "2025-H1", { service_income: "50" });
    await actOn(holder.browser, before, "submit");
    report = await draftReport(holder.browser, title, "2026-H1");
    await app.database.execute(`insert into inspections (id, kind, certification_id, organization_id, district, period, state, planned_on,
      carried_out_on, recorded_on, checklist, result, findings, answer_until, rectify_until, created_by, created_at, revision) values
      ('look', 'periodic_inspection', '${title}', '${own}', '410105', '2026-H1', 'carried_out', '2026-06-01', '2026-06-09', '2026-06-09', '{}', 'failed',
      '收费标准没有公示', '2026-06-19', '2026-06-30', 'u', '2026-06-09T01:00:00Z', 1)`);
    clock.set(new Date("2026-07-01T01:00:00Z"));
    const body = { district: "410105", kind: "half_year_package", period: "2026-H1" };
    const begun = await as("district").call("/api/v1/packages", { body, headers: onceKey() });
    row = `/api/v1/packages/${(begun.body as Package).id}`;
  });

  it("a report is its platform's while it is a draft, and says so", async () => {
    expect(await statuses(`${report}/document`)).toEqual({
      district: 404,
      elsewhere: 404,
      city: 404,
      auditor: 404,
      platform: 200,
    });
    expect(await text(`${report}/document`, people.platform)).toContain("草稿，未报送");
  });

  it("a report shows its figures beside last time, its texts, and the department that it goes to", async () => {
    await actOn(as("platform"), report, "submit");
    expect(await statuses(`${report}/document`)).toMatchObject({
      district: 200,
      city: 200,
      elsewhere: 404,
      auditor: 403,
    });
    const printed = await text(`${report}/document`, people.district);
    for (const words of [
      "2026年上半年工作总结",
      "金水区工信部门",
      "第十二条",
      "上期指2025年上半年工作总结",
      "60.05",
      "+10.05（+20.1%）",
    ]) {
      expect(printed).toContain(words);
    }
    expect(printed).toContain("2026年7月1日");
    const { bytes } = await download(app, `${report}/document?format=docx`, { browser: as("city") });
    expect(readDocx(bytes)).toContain("举办政策宣讲三次");
  });

  it("that was sent back is its author's again", async () => {
    await actOn(as("district"), report, "return", { reason: "缺培训人次" });
    expect(await statuses(`${report}/document`)).toMatchObject({ district: 403, city: 403, platform: 200 });
    await actOn(as("platform"), report, "submit");
  });

  it("the report on the inspections holds each look, and who was not looked at for which reason", async () => {
    const { missing } = (await as("district").call(row)).body as Package;
    const reasons = Object.fromEntries(missing.map(({ obligationId }) => [obligationId, "平台停业整修"]));
    await actOn(as("district"), row, "edit", { inspectionReport: "本期检查两家。\n均已反馈。", missing: reasons });
    const printed = await text(`${row}/inspection-report`, people.district);
    for (const words of [
      "2026年上半年检查情况报告",
      "本期检查两家。",
      "收费标准没有公示",
      "不合格",
      "2026年6月30日前整改",
    ]) {
      expect(printed).toContain(words);
    }
    expect(printed).toContain("沉默的平台（2026年上半年）半年定期检查");
    expect(printed).toContain("平台停业整修");
    expect(printed).toContain("草稿，未报送");
    expect(await statuses(`${row}/inspection-report`)).toMatchObject({
      district: 200,
      city: 404,
      elsewhere: 404,
      platform: 404,
    });
  });

  it("the cover letter lists what is enclosed and what is missing with its reasons", async () => {
    await actOn(as("district"), row, "send", { documentNumber: "金工信〔2026〕9号" });
    const printed = await text(`${row}/cover-letter`, people.city);
    expect(printed).toMatch(/金工信〔2026〕9号.*郑州市工业和信息化局.*工作总结1份/);
    expect(printed).toContain("沉默的平台（2026年上半年）半年工作总结");
    expect(printed).toMatch(/附件：1\.\s?工作总结1份.*2\.\s?检查情况报告1份/);
    expect(await statuses(`${row}/cover-letter`)).toEqual({
      district: 200,
      elsewhere: 404,
      city: 200,
      auditor: 403,
      platform: 404,
    });
    expect(await statuses(`${row}/inspection-report`)).toMatchObject({ city: 200, auditor: 403 });
  });
});
