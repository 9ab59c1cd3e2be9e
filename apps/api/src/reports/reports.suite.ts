import type { Report, ReportPeers, ReportSummary } from "@shifan/contract";
import { announceFile, confirmFile, findObligationOf } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, policyId, type TestApp } from "../../testing/app.ts";
import { addOrganization, signUp } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { actOn } from "../../testing/publicity.ts";
import { beginReport, draftReport, reportValues } from "../../testing/reports.ts";
import { addTitle } from "../../testing/titles.ts";
import { trailOf, verifyRecords } from "../../testing/trail.ts";
import { planObligations } from "../obligations/plan.ts";

/** What holds for service reports on either database. */
export const reportsSuite = suite("a service report", (open) => {
  const clock = createSettableClock();
  let app: TestApp;
  let city: Browser;
  let auditor: Browser;
  let district: Browser;
  let elsewhere: Browser;
  let platform: Browser;
  let stranger: Browser;
  let userId = "";
  let title = "";
  let path = "";

  const at = (instant: string) => clock.set(new Date(instant));
  const read = async (by: Browser, address = path) => (await by.call(address)).body as Report;
  const figure = (report: Report, id: string) => report.figures.find((each) => each.id === id);
  const obligation = (period: string, kind: "half_year_report" | "annual_report" = "half_year_report") =>
    findObligationOf(app.database, { kind, subject: title, period });
  const plan = () => planObligations({ database: app.database, catalog: app.catalog, clock, defaultPolicy: policyId });

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    city = await addOfficer(app, "city@report.example", "city");
    auditor = await addOfficer(app, "auditor@report.example", "auditor");
    district = await addOfficer(app, "district@report.example", "district", "410105");
    elsewhere = await addOfficer(app, "elsewhere@report.example", "district", "410172");
    const holder = await signUp(app, "holder@report.example");
    platform = holder.browser;
    userId = holder.userId;
    stranger = (await signUp(app, "stranger@report.example")).browser;
    const organizationId = await addOrganization(app, "91410100MA0000001A", holder.userId);
    title = await addTitle(app, {
      organizationId,
      validFrom: "2025-03-01",
      validTo: "2028-03-01",
      platformName: "郑州某某服务平台",
    });
    await plan();
    path = await draftReport(platform, title, "2026-H1");
  });

  it("is begun once for a title and a period, by whoever acts for its organization", async () => {
    expect(await beginReport(platform, title, "2026-H1")).toMatchObject({
      status: 409,
      body: { code: "report_exists", article: "第十二条" },
    });
    expect(await beginReport(platform, title, "2026-H2")).toMatchObject({ status: 422 });
    expect(await beginReport(platform, title, "2024")).toMatchObject({
      status: 422,
      body: { errors: [{ path: "/period", code: "outside_title" }] },
    });
    expect(await beginReport(platform, "none", "2026-H1")).toMatchObject({ status: 404 });
    expect(await beginReport(stranger, title, "2025-H2")).toMatchObject({ status: 404 });
    // Who may not is told so, whatever is wrong with what was asked.
    for (const period of ["2025-H2", "2024", "9999"]) {
      expect(await beginReport(district, title, period)).toMatchObject({ status: 403 });
    }
    expect(await beginReport(platform, title, "9999")).toMatchObject({
      status: 422,
      body: { errors: [{ path: "/period", code: "not_begun" }] },
    });
    const body = { certificationId: title, kind: "annual_report", period: "2026-H1" };
    const headers = { "idempotency-key": "wrong kind" };
    expect(await platform.call("/api/v1/reports", { body, headers })).toMatchObject({ status: 422 });
  });

  it("is begun once, and changed once, by two who do it at the same moment", async () => {
    const begun = await Promise.all([beginReport(platform, title, "2025-H1"), beginReport(platform, title, "2025-H1")]);
    expect(begun.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const headers = { "if-match": (await platform.call(path)).headers.get("etag") ?? "" };
    const edits = [reportValues({ info_events: 1 }), reportValues({ info_events: 3 })];
    const edited = await Promise.all(
      edits.map((values) => platform.call(`${path}/edit`, { body: { values }, headers })),
    );
    expect(edited.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    await actOn(platform, path, "edit", { values: reportValues() });
  });

  it("keeps figures exactly, and says what cannot be", async () => {
    const draft = await read(platform);
    expect(figure(draft, "service_income")).toMatchObject({ value: "60.05", unit: "万元", name: "服务收入" });
    expect(figure(draft, "low_fee_service_volume")).toMatchObject({ value: "10.5", unit: "次" });
    expect(draft).toMatchObject({ state: "drafted", missing: [], dueOn: "2026-07-20", isLate: false });
    const wrong = await actOn(platform, path, "edit", { values: { service_income: "-1", nonsense: 1 } });
    expect(wrong).toMatchObject({ status: 422 });
    expect((wrong.body as { errors: { path: string }[] }).errors.map((each) => each.path).toSorted()).toEqual([
      "/values/nonsense",
      "/values/service_income",
    ]);
    const stale = { body: { values: {} }, headers: { "if-match": '"1"' } };
    expect(await platform.call(`${path}/edit`, stale)).toMatchObject({ status: 412 });
    expect(await platform.call(`${path}/edit`, { body: { values: {} } })).toMatchObject({ status: 428 });
  });

  it("that was never handed in is nobody's but its platform's", async () => {
    for (const browser of [city, auditor, district, elsewhere, stranger]) {
      expect(await browser.call(path)).toMatchObject({ status: 404 });
      expect((await browser.call("/api/v1/reports")).body).toEqual([]);
    }
    expect(await actOn(district, path, "forward")).toMatchObject({ status: 404 });
    const own = (await platform.call("/api/v1/reports")).body as ReportSummary[];
    expect(own.map(({ period, state }) => [period, state])).toContainEqual(["2026-H1", "drafted"]);
  });

  it("takes files that were handed in for it", async () => {
    const { id } = await read(platform);
    const content = { sha256: "a".repeat(64), size: 9, mediaType: "application/pdf", name: "活动照片.pdf" };
    const by = { uploadedBy: userId, uploadedAt: clock.now(), storingSince: clock.now() };
    const file = { ...content, ...by, purpose: "report" as const };
    await announceFile(app.database, { ...file, id: "photo", target: id });
    await announceFile(app.database, { ...file, id: "foreign", target: "another" });
    for (const each of ["photo", "foreign"]) await confirmFile(app.database, each);
    const refused = await actOn(platform, path, "edit", { fileIds: ["foreign", "photo", "photo"] });
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ path: "/fileIds/0" }, { path: "/fileIds/2" }] },
    });
    expect(await actOn(platform, path, "edit", { fileIds: ["photo"] })).toMatchObject({
      status: 200,
      body: { files: [{ id: "photo", name: "活动照片.pdf" }] },
    });
    // The content is as it was: each is written as a whole, and only what was sent.
    expect(figure(await read(platform), "smes_served")?.value).toBe(42);
    expect(await district.call("/api/v1/files/photo")).toMatchObject({ status: 404 });
  });

  it("is handed in when its period is over and every required field is filled in, and not before", async () => {
    at("2026-06-30T15:59:59Z");
    expect(await actOn(platform, path, "submit")).toMatchObject({
      status: 409,
      body: { code: "period_not_ended", article: "第四条" },
    });
    at("2026-06-30T16:00:00Z");
    await actOn(platform, path, "edit", { values: reportValues({ work_done: null }) });
    const refused = await actOn(platform, path, "submit");
    expect(refused).toMatchObject({ status: 409, body: { code: "report_incomplete" } });
    expect((refused.body as { detail: string }).detail).toContain("服务开展情况");
    await actOn(platform, path, "edit", { values: reportValues() });
    expect(await actOn(district, path, "submit")).toMatchObject({ status: 404 });
    expect(await actOn(platform, path, "submit")).toMatchObject({
      status: 200,
      body: { state: "sent_to_district", submittedOn: "2026-07-01", allowedActs: [] },
    });
    expect(await obligation("2026-H1")).toMatchObject({ state: "done", doneOn: "2026-07-01" });
    expect(await actOn(platform, path, "edit", { values: {} })).toMatchObject({ status: 409 });
    expect(await district.call("/api/v1/files/photo")).toMatchObject({ status: 200 });
    expect(await elsewhere.call("/api/v1/files/photo")).toMatchObject({ status: 404 });
  });

  it("is sent back by its district with reasons: it is owed again, and its content is its author's until it comes back", async () => {
    expect(await read(district)).toMatchObject({ allowedActs: ["return", "forward"] });
    expect(await elsewhere.call(path)).toMatchObject({ status: 404 });
    expect(await actOn(city, path, "return", { reason: "越权" })).toMatchObject({ status: 403 });
    expect(await actOn(district, path, "return", {})).toMatchObject({ status: 422 });
    at("2026-07-22T01:00:00Z");
    const returned = await actOn(district, path, "return", { reason: "缺培训人次" });
    expect(returned).toMatchObject({
      status: 200,
      body: { state: "drafted", returnedReason: "缺培训人次", figures: [] },
    });
    expect(await obligation("2026-H1")).toMatchObject({ state: "due", doneOn: null });
    expect(await read(district)).toMatchObject({ figures: [], texts: [], files: [], isLate: true });
    expect((await district.call("/api/v1/files/photo")).status).toBe(404);
    expect((await platform.call("/api/v1/files/photo")).status).toBe(200);
    expect((await read(platform)).figures.length).toBeGreaterThan(10);
    await actOn(platform, path, "edit", { values: reportValues({ training_person_times: 120 }) });
    expect(await actOn(platform, path, "submit")).toMatchObject({
      status: 200,
      body: { submittedOn: "2026-07-22", isLate: true, returnedReason: null },
    });
  });

  it("is passed on by itself, and received by the city", async () => {
    expect(await actOn(city, path, "receive")).toMatchObject({ status: 409, body: { code: "wrong_state" } });
    expect(await actOn(elsewhere, path, "forward")).toMatchObject({ status: 404 });
    expect(await actOn(district, path, "forward")).toMatchObject({
      status: 200,
      body: { state: "forwarded", forwardedOn: "2026-07-22", packageId: null },
    });
    expect(await actOn(district, path, "return", { reason: "晚了" })).toMatchObject({ status: 409 });
    expect(await actOn(district, path, "receive")).toMatchObject({ status: 403 });
    expect(await actOn(city, path, "receive")).toMatchObject({
      status: 200,
      body: { state: "received", receivedOn: "2026-07-22" },
    });
    const filter = encodeURIComponent(JSON.stringify({ state: "received", district: "410105" }));
    expect(
      ((await auditor.call(`/api/v1/reports?filter=${filter}`)).body as ReportSummary[]).map(({ id }) => id),
    ).toEqual([path.split("/").at(-1)]);
  });

  it("of a year is proposed the sum of its two halves, unknown while one is missing, and nothing is stored", async () => {
    at("2026-12-31T01:00:00Z");
    await plan();
    const annual = `/api/v1/reports/${((await beginReport(platform, title, "2026")).body as Report).id}`;
    const before = await read(platform, annual);
    expect(before.halves).toMatchObject([{ period: "2026-H1" }, { period: "2026-H2", reportId: null }]);
    expect(before.halves[0]?.reportId).not.toBeNull();
    expect(figure(before, "service_income")).toMatchObject({ value: null, proposal: null, comparison: null });
    const second = await draftReport(platform, title, "2026-H2", { service_income: "0.1", info_events: 4 });
    // A draft is not yet a report.
    expect(figure(await read(platform, annual), "service_income")?.proposal).toBeNull();
    at("2026-12-31T16:00:00Z");
    await actOn(platform, second, "submit");
    const after = await read(platform, annual);
    expect(figure(after, "service_income")).toMatchObject({ value: null, proposal: "60.15" });
    expect(figure(after, "info_events")).toMatchObject({ value: null, proposal: 7 });
    expect(figure(after, "smes_served")).toMatchObject({ value: null, proposal: null });
    expect(after.missing).toContain("服务收入");
  });

  it("stands beside the one of last time, figure by figure", async () => {
    const second = (await platform.call("/api/v1/reports")).body as ReportSummary[];
    const id = second.find(({ period }) => period === "2026-H2")?.id ?? "";
    const report = await read(platform, `/api/v1/reports/${id}`);
    expect(report.comparedWith).toMatchObject({ period: "2026-H1", periodText: "2026年上半年" });
    expect(figure(report, "service_income")?.comparison).toEqual({
      previous: "60.05",
      difference: "-59.95",
      percent: "-99.83",
    });
    expect(figure(report, "info_events")?.comparison).toEqual({ previous: "3", difference: "1", percent: "33.33" });
    // Not told this time.
    expect(figure(report, "training_person_times")?.comparison).toBeNull();
    // Nothing was asked for the second half, so nothing is owed and nothing late.
    expect(report).toMatchObject({ dueOn: null, isLate: false });
    expect((await read(platform)).comparedWith).toBeNull();
  });

  it("stands beside those of other platforms on the same period, as far as its reader may read them", async () => {
    const others = await Promise.all(
      [
        { code: "91410100MA0000002B", name: "甲服务平台", district: "410105", income: "90.1" },
        { code: "91410100MA0000003C", name: "乙服务平台", district: "410172", income: "60.05" },
        { code: "91410100MA0000004D", name: "丙服务平台", district: "410172", income: "10" },
      ].map(async ({ code, name, district: place, income }, at) => {
        const holder = await signUp(app, `peer${at}@report.example`);
        const organizationId = await addOrganization(app, code, holder.userId);
        const certificationId = await addTitle(app, {
          ...{ organizationId, district: place, platformName: name },
          ...{ validFrom: "2025-03-01", validTo: "2028-03-01" },
        });
        const own = await draftReport(holder.browser, certificationId, "2026-H1", {
          service_income: income,
          service_volume_unit: at === 0 ? "家" : "次",
        });
        // The last one never hands in.
        if (at < 2) expect((await actOn(holder.browser, own, "submit")).status).toBe(200);
        return holder.browser;
      }),
    );
    const peers = async (by: Browser) => (await by.call(`${path}/peers`)).body as ReportPeers;
    const of = ({ figures }: ReportPeers, id: string) => figures.find((each) => each.id === id);
    const toTheCity = await peers(city);
    expect(toTheCity).toMatchObject({ period: "2026-H1", reports: 3 });
    expect(of(toTheCity, "service_income")).toMatchObject({
      ...{ lowest: "60.05", median: "60.05", highest: "90.1", place: 2, unit: "万元" },
      values: [{ platformName: "甲服务平台", value: "90.1" }, { value: "60.05" }, { value: "60.05" }],
    });
    // Whoever counts in another unit is not compared.
    expect(of(toTheCity, "total_service_volume")?.values).toHaveLength(2);
    const toItsDistrict = await peers(district);
    expect(toItsDistrict.reports).toBe(2);
    expect(of(toItsDistrict, "service_income")?.values.map(({ platformName }) => platformName)).toEqual([
      "甲服务平台",
      "郑州某某服务平台",
    ]);
    expect((await elsewhere.call(`${path}/peers`)).status).toBe(404);
    expect((await peers(platform)).reports).toBe(1);
    expect((await others[0]?.call(`${path}/peers`))?.status).toBe(404);
  });

  it("leaves a trail that holds, with refusals in it", async () => {
    const trail = await trailOf(app.database, path.split("/").at(-1) ?? "");
    expect(trail.filter(({ outcome }) => outcome === "accepted").map(({ act, role }) => [act, role])).toEqual(
      expect.arrayContaining([
        ["create", "applicant"],
        ["submit", "applicant"],
        ["return", "district"],
        ["forward", "district"],
        ["receive", "city"],
      ]),
    );
    expect(trail.map(({ outcome }) => outcome)).toEqual(
      expect.arrayContaining(["period_not_ended", "report_incomplete", "other_jurisdiction", "wrong_state"]),
    );
    expect(await verifyRecords(app.database, ["reports", "obligations"])).toMatchObject({ sound: true });
  });
});
