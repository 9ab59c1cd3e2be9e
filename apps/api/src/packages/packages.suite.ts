import type { Package, PackageSummary } from "@shifan/contract";
import { findObligationOf, findReport } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, policyId, type TestApp } from "../../testing/app.ts";
import { addOrganization, signUp } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { actOn, onceKey } from "../../testing/publicity.ts";
import { draftReport } from "../../testing/reports.ts";
import { addTitle } from "../../testing/titles.ts";
import { trailOf, verifyRecords } from "../../testing/trail.ts";
import { planObligations } from "../obligations/plan.ts";

const names = ["甲平台", "乙平台", "丙平台"] as const;

/** What holds for what districts send to the city, on either database. */
export const packagesSuite = suite("a district's package", (open) => {
  const clock = createSettableClock();
  let app: TestApp;
  let city: Browser;
  let auditor: Browser;
  let district: Browser;
  let elsewhere: Browser;
  const platforms = new Map<string, Browser>();
  const reports = new Map<string, string>();
  let path = "";

  const at = (instant: string) => clock.set(new Date(instant));
  const read = async (by: Browser = district, address = path) => (await by.call(address)).body as Package;
  const begin = (by: Browser, body: object) => by.call("/api/v1/packages", { body, headers: onceKey() });
  const owed = (subject: string) =>
    findObligationOf(app.database, { kind: "half_year_package", subject, period: "2026-H1" });
  const idOf = (address: string) => address.split("/").at(-1) ?? "";
  const platformOf = (name: string) => platforms.get(name) as Browser;
  const pathOf = (name: string) => reports.get(name) ?? "";
  const reportOf = (name: string) => findReport(app.database, idOf(pathOf(name)));
  const explain = async (reason: string) => {
    const { missing } = await read();
    return actOn(district, path, "edit", {
      missing: Object.fromEntries(missing.map(({ obligationId }) => [obligationId, reason])),
    });
  };

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    city = await addOfficer(app, "city@package.example", "city");
    auditor = await addOfficer(app, "auditor@package.example", "auditor");
    district = await addOfficer(app, "district@package.example", "district", "410105");
    elsewhere = await addOfficer(app, "elsewhere@package.example", "district", "410172");
    for (const [at, name] of names.entries()) {
      const holder = await signUp(app, `holder${at}@package.example`);
      platforms.set(name, holder.browser);
      const organizationId = await addOrganization(app, `91410100MA000000${at}A`, holder.userId);
      const validFrom = "2025-03-01";
      const id = await addTitle(app, { organizationId, validFrom, validTo: "2028-03-01", platformName: name });
      reports.set(name, await draftReport(holder.browser, id, "2026-H1"));
    }
    const foreign = await addOrganization(app, "91410100MA0000009A", null);
    const lies = { validFrom: "2025-03-01", validTo: "2028-03-01", district: "410172" };
    await addTitle(app, { organizationId: foreign, ...lies });
    await planObligations({ database: app.database, catalog: app.catalog, clock, defaultPolicy: policyId });
    const begun = await begin(district, { district: "410105", kind: "half_year_package", period: "2026-H1" });
    path = `/api/v1/packages/${(begun.body as Package).id}`;
  });

  it("is begun once for a district and a period, by that district", async () => {
    const asked = { district: "410105", kind: "half_year_package", period: "2026-H1" };
    expect(await begin(district, asked)).toMatchObject({
      status: 409,
      body: { code: "package_exists", article: "第十三条" },
    });
    expect(await begin(district, { ...asked, district: "410172" })).toMatchObject({
      status: 403,
      body: { code: "other_jurisdiction" },
    });
    for (const period of [asked.period, "9999", "9999-H2"]) {
      expect(await begin(city, { ...asked, period })).toMatchObject({ status: 403, body: { code: "not_permitted" } });
    }
    expect(await begin(platformOf("甲平台"), asked)).toMatchObject({ status: 403 });
    expect(await begin(district, { ...asked, period: "2026" })).toMatchObject({ status: 422 });
    expect(await begin(district, { ...asked, period: "2026-H2" })).toMatchObject({
      status: 422,
      body: { errors: [{ path: "/period", code: "not_begun" }] },
    });
  });

  it("that was never sent is its district's alone", async () => {
    for (const browser of [city, auditor, elsewhere, ...platforms.values()]) {
      expect(await browser.call(path)).toMatchObject({ status: 404 });
      expect((await browser.call("/api/v1/packages")).body).toEqual([]);
    }
    expect(await actOn(elsewhere, path, "send", { documentNumber: "1号" })).toMatchObject({ status: 404 });
  });

  it("shows what is in it, what is missing and what is late", async () => {
    at("2026-07-01T01:00:00Z");
    await actOn(platformOf("甲平台"), pathOf("甲平台"), "submit");
    at("2026-07-25T01:00:00Z");
    await actOn(platformOf("乙平台"), pathOf("乙平台"), "submit");
    // One that was returned in time is late once it is owed again and its last day has passed.
    await actOn(district, pathOf("甲平台"), "return", { reason: "请补充" });
    const lateOf = ({ reports: listed }: Package, name: string) =>
      listed.find(({ platformName }) => platformName === name)?.isLate;
    expect(lateOf(await read(), "甲平台")).toBe(true);
    at("2026-07-01T02:00:00Z");
    await actOn(platformOf("甲平台"), pathOf("甲平台"), "submit");
    at("2026-07-25T01:00:00Z");
    const now = await read();
    expect(now).toMatchObject({
      state: "drafted",
      dueOn: "2026-07-31",
      isLate: false,
      inspectionReportRequired: false,
    });
    expect(now.reports.map(({ platformName, isLate, isInPackage }) => [platformName, isLate, isInPackage])).toEqual(
      expect.arrayContaining([
        ["甲平台", false, false],
        ["乙平台", true, false],
      ]),
    );
    expect(now.missing.map(({ name, reason }) => [name, reason]).toSorted()).toEqual([
      ["丙平台（2026年上半年）半年定期检查", null],
      ["丙平台（2026年上半年）半年工作总结", null],
      ["乙平台（2026年上半年）半年定期检查", null],
      ["甲平台（2026年上半年）半年定期检查", null],
    ]);
  });

  it("is not sent before its period is over, nor with something missing that has no reason", async () => {
    at("2026-06-30T15:59:59Z");
    const send = () => actOn(district, path, "send", { documentNumber: "金工信〔2026〕9号" });
    expect(await send()).toMatchObject({ status: 409, body: { code: "period_not_ended" } });
    at("2026-07-31T15:59:59Z");
    const refused = await send();
    expect(refused).toMatchObject({ status: 409, body: { code: "missing_unexplained", article: "第十三条" } });
    expect((refused.body as { detail: string }).detail).toContain("丙平台（2026年上半年）半年工作总结");
    expect(await actOn(district, path, "send", {})).toMatchObject({ status: 422 });
    expect(await actOn(district, path, "edit", { missing: { none: "?" } })).toMatchObject({
      status: 422,
      body: { errors: [{ path: "/missing/none", code: "not_missing" }] },
    });
    expect((await reportOf("甲平台"))?.state).toBe("sent_to_district");
  });

  it("passes on each report in it by an act of its own, in time through the last second of the day", async () => {
    await explain("经办人更换，已催办");
    const sent = await actOn(district, path, "send", { documentNumber: "金工信〔2026〕9号" });
    expect(sent).toMatchObject({
      status: 200,
      body: { state: "sent", sentOn: "2026-07-31", isLate: false, documentNumber: "金工信〔2026〕9号" },
    });
    const body = sent.body as Package;
    expect(body.reports.map(({ state, isInPackage }) => [state, isInPackage])).toEqual([
      ["forwarded", true],
      ["forwarded", true],
    ]);
    expect(body.missing.map(({ reason }) => reason)).toEqual(Array.from({ length: 4 }, () => "经办人更换，已催办"));
    expect(await owed("410105")).toMatchObject({ state: "done", doneOn: "2026-07-31", doneBy: idOf(path) });
    for (const name of ["甲平台", "乙平台"]) {
      const trail = await trailOf(app.database, idOf(pathOf(name)));
      expect(trail.filter(({ act }) => act === "forward")).toMatchObject([{ outcome: "accepted", role: "district" }]);
    }
    // Who has handed in nothing is not touched.
    expect((await reportOf("丙平台"))?.state).toBe("drafted");
  });

  it("that is sent a second after the last day is late, and is taken all the same", async () => {
    at("2026-07-31T16:00:00Z");
    const asked = { district: "410172", kind: "half_year_package", period: "2026-H1" };
    // Two officers begin it at the same moment.
    const begun = await Promise.all([begin(elsewhere, asked), begin(elsewhere, asked)]);
    expect(begun.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const made = begun.find(({ status }) => status === 201)?.body as Package;
    const other = `/api/v1/packages/${made.id}`;
    const { missing } = await read(elsewhere, other);
    const reasons = Object.fromEntries(missing.map(({ obligationId }) => [obligationId, "平台停业整修"]));
    await actOn(elsewhere, other, "edit", { missing: reasons });
    expect(await actOn(elsewhere, other, "send", { documentNumber: "高新〔2026〕3号" })).toMatchObject({
      status: 200,
      body: { sentOn: "2026-08-01", isLate: true, reports: [] },
    });
    expect(await owed("410172")).toMatchObject({ state: "done", doneOn: "2026-08-01", dueOn: "2026-07-31" });
    expect(((await district.call("/api/v1/packages")).body as PackageSummary[]).length).toBe(1);
    expect(((await city.call("/api/v1/packages")).body as PackageSummary[]).length).toBe(2);
  });

  it("is begun once also where nothing asks for it, by whoever of two is first", async () => {
    const asked = { district: "410172", kind: "half_year_package", period: "2025-H2" } as const;
    const begun = await Promise.all([begin(elsewhere, asked), begin(elsewhere, asked)]);
    expect(begun.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(begun.find(({ status }) => status === 409)?.body).toMatchObject({ code: "package_exists" });
  });

  it("is sent back with reasons and owed again; what it passed on stays with the city, what came meanwhile goes with it", async () => {
    expect(await actOn(district, path, "send-back", { reason: "越权" })).toMatchObject({ status: 403 });
    expect(await actOn(city, path, "send-back", {})).toMatchObject({ status: 422 });
    expect(await actOn(city, path, "send-back", { reason: "丙平台的原因不清楚" })).toMatchObject({
      status: 200,
      body: { state: "drafted", sentBackReason: "丙平台的原因不清楚" },
    });
    expect(await owed("410105")).toMatchObject({ state: "due" });
    expect((await reportOf("甲平台"))?.state).toBe("forwarded");
    // What the district changes now is its own until it is sent again.
    await actOn(district, path, "edit", { inspectionReport: "检查情况，还在改。" });
    expect(await read()).toMatchObject({ inspectionReport: "检查情况，还在改。" });
    for (const browser of [city, auditor]) {
      const seen = await read(browser);
      expect(seen).toMatchObject({ state: "drafted", inspectionReport: null });
      expect(new Set(seen.missing.map(({ reason }) => reason))).toEqual(new Set([null]));
    }
    for (const paper of ["cover-letter", "inspection-report"]) {
      expect(await city.call(`${path}/${paper}`)).toMatchObject({ status: 403, body: { code: "not_permitted" } });
    }
    at("2026-08-03T01:00:00Z");
    await actOn(platformOf("丙平台"), pathOf("丙平台"), "submit");
    const again = await actOn(district, path, "send", { documentNumber: "金工信〔2026〕12号" });
    expect(again).toMatchObject({ status: 200, body: { isLate: true, sentBackReason: null } });
    const body = again.body as Package;
    expect(body.reports.map(({ isInPackage }) => isInPackage)).toEqual([true, true, true]);
    expect(body.missing.map(({ kind }) => kind)).toEqual(Array.from({ length: 3 }, () => "periodic_inspection"));
  });

  it("is received with each report that came with it", async () => {
    expect(await actOn(auditor, path, "receive")).toMatchObject({ status: 403 });
    expect(await actOn(city, path, "receive")).toMatchObject({
      status: 200,
      body: { state: "received", receivedOn: "2026-08-03", allowedActs: [] },
    });
    for (const name of names) expect(await reportOf(name)).toMatchObject({ state: "received" });
    expect(await actOn(city, path, "send-back", { reason: "晚了" })).toMatchObject({ status: 409 });
  });

  it("of a year has to have the report on the inspections", async () => {
    at("2026-12-31T16:00:00Z");
    const begun = await begin(district, { district: "410105", kind: "annual_package", period: "2026" });
    const annual = `/api/v1/packages/${(begun.body as Package).id}`;
    expect(await read(district, annual)).toMatchObject({ inspectionReportRequired: true, inspectionReport: null });
    const send = () => actOn(district, annual, "send", { documentNumber: "金工信〔2027〕1号" });
    expect(await send()).toMatchObject({ status: 409, body: { code: "inspection_report_missing" } });
    await actOn(district, annual, "edit", { inspectionReport: "本年度检查三家，均正常。" });
    // Both halves' inspections are still missing, by name.
    const refused = await send();
    expect(refused).toMatchObject({ status: 409, body: { code: "missing_unexplained" } });
    expect((refused.body as { detail: string }).detail).toContain("甲平台（2026年上半年）半年定期检查");
    await actOn(district, annual, "edit", { inspectionReport: "" });
    expect(await read(district, annual)).toMatchObject({ inspectionReport: null });
  });

  it("leaves a trail that holds", async () => {
    const trail = await trailOf(app.database, idOf(path));
    expect(trail.filter(({ outcome }) => outcome === "accepted").map(({ act }) => act)).toEqual([
      "create",
      "edit",
      "send",
      "send-back",
      "edit",
      "send",
      "receive",
    ]);
    const verified = await verifyRecords(app.database, ["packages", "reports", "obligations"]);
    expect(verified).toMatchObject({ sound: true });
  });
});
