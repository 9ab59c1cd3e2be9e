import type { Report, ServedList } from "@shifan/contract";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, type TestApp } from "../../testing/app.ts";
import { addApplication, addOpenRound, addOrganization, signUp } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { actOn } from "../../testing/publicity.ts";
import { beginReport, draftReport } from "../../testing/reports.ts";
import { addTitle } from "../../testing/titles.ts";
import { trailOf, verifyRecords } from "../../testing/trail.ts";

const row = (n: number, own: object = {}) => ({
  enterprise_name: `郑州企业${n}有限公司`,
  contact: `王小${n}`,
  phone: `1380000000${n}`,
  service_summary: "管理咨询",
  satisfaction: "satisfied",
  ...own,
});

/** What holds for lists of served enterprises on either database. */
export const servedListsSuite = suite("the list of served enterprises", (open) => {
  const clock = createSettableClock();
  let app: TestApp;
  let city: Browser;
  let district: Browser;
  let elsewhere: Browser;
  let platform: Browser;
  let stranger: Browser;
  let organizationId = "";
  let title = "";

  const at = (instant: string) => clock.set(new Date(instant));
  const listOf = (period: string) => `/api/v1/organizations/${organizationId}/served-lists/${period}`;
  const put = async (by: Browser, period: string, rows: readonly object[], revision?: number) => {
    const seen = revision ?? ((await by.call(listOf(period))).body as ServedList).revision ?? 0;
    const headers = { "if-match": `"${seen}"` };
    return by.call(listOf(period), { method: "PUT", body: { rows }, headers });
  };
  const read = async (by: Browser, period: string) => (await by.call(listOf(period))).body as ServedList;
  const figure = (report: Report, id: string) => report.figures.find((each) => each.id === id);

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    city = await addOfficer(app, "city@served.example", "city");
    district = await addOfficer(app, "district@served.example", "district", "410105");
    elsewhere = await addOfficer(app, "elsewhere@served.example", "district", "410172");
    const holder = await signUp(app, "holder@served.example");
    platform = holder.browser;
    stranger = (await signUp(app, "stranger@served.example")).browser;
    organizationId = await addOrganization(app, "91410100MA0000001A", holder.userId);
    const validFrom = "2024-12-01";
    title = await addTitle(app, { organizationId, validFrom, validTo: "2027-12-01", platformName: "某某平台" });
  });

  it("is kept by the half, as a whole, by whoever has seen it as it is", async () => {
    expect(await read(platform, "2025-H1")).toMatchObject({ total: 0, revision: 0, allowedActs: ["edit"] });
    expect(await put(platform, "2025-H1", [row(1)], 3)).toMatchObject({ status: 412 });
    const first = [row(1), row(2), row(1, { satisfaction: "unsatisfied", contact: "赵六" })];
    expect(await put(platform, "2025-H1", first)).toMatchObject({ status: 200, body: { total: 3, revision: 1 } });
    expect(await put(platform, "2025-H1", first, 0)).toMatchObject({ status: 412 });
    expect(await put(platform, "2025-H2", [row(2), row(3)])).toMatchObject({ status: 200, body: { total: 2 } });
    expect(await read(platform, "2025-H1")).toMatchObject({
      rows: [{ values: { contact: "王小1", phone: "13800000001" } }, {}, { values: { contact: "赵六" } }],
    });
  });

  it("is refused with the place of what cannot be, and nothing of it is written", async () => {
    const wrong = await put(platform, "2025-H1", [row(1), row(2, { phone: "12" }), { nonsense: 1 }]);
    expect(wrong).toMatchObject({
      status: 422,
      body: { errors: [{ path: "/rows/1/phone" }, { path: "/rows/2/nonsense" }] },
    });
    expect(await put(platform, "2025", [row(1)], 0)).toMatchObject({ status: 422 });
    expect(await read(platform, "2025-H1")).toMatchObject({ total: 3, revision: 1 });
  });

  it("of a half that has not begun is not kept: from its first day in Beijing on it is", async () => {
    const half = "2027-H1";
    expect(await read(platform, half)).toMatchObject({ allowedActs: [] });
    at("2026-12-31T15:59:59Z");
    expect(await put(platform, half, [row(1)])).toMatchObject({
      status: 422,
      body: { errors: [{ path: "/period", code: "not_begun" }] },
    });
    expect(await put(stranger, half, [row(1)], 0)).toMatchObject({ status: 404 });
    at("2026-12-31T16:00:00Z");
    expect(await read(platform, half)).toMatchObject({ revision: 0, allowedActs: ["edit"] });
    expect(await put(platform, half, [row(1)])).toMatchObject({ status: 200, body: { revision: 1 } });
    at("2026-06-10T01:30:00Z");
  });

  it("names each enterprise of a year once", async () => {
    const year = await read(platform, "2025");
    expect(year).toMatchObject({ total: 3, revision: 0, allowedActs: [] });
    expect(year.rows.map(({ values }) => [values.enterprise_name, values.satisfaction])).toEqual([
      ["郑州企业1有限公司", "unsatisfied"],
      ["郑州企业2有限公司", "satisfied"],
      ["郑州企业3有限公司", "satisfied"],
    ]);
  });

  it("is its organization's alone until a report that rests on it was handed in", async () => {
    for (const browser of [city, district, elsewhere, stranger]) {
      expect(await browser.call(listOf("2025-H1"))).toMatchObject({ status: 404 });
      expect(await put(browser, "2025-H1", [row(9)], 1)).toMatchObject({ status: 404 });
    }
    const report = await draftReport(platform, title, "2025-H1");
    await actOn(platform, report, "submit");
    expect(await read(district, "2025-H1")).toMatchObject({ rows: [{ values: { contact: "王小1" } }, {}, {}] });
    expect(await read(city, "2025-H1")).toMatchObject({
      rows: [{ values: { contact: "****", phone: "****0001" } }, {}, {}],
    });
    expect(await elsewhere.call(listOf("2025-H1"))).toMatchObject({ status: 404 });
    expect(await district.call(listOf("2025-H2"))).toMatchObject({ status: 404 });
    expect(await put(district, "2025-H1", [row(9)], 1)).toMatchObject({ status: 403 });
    const reads = (await trailOf(app.database, `${organizationId}/2025-H1`)).filter(({ act }) => act === "read");
    expect(reads.map(({ role }) => role)).toEqual(["district"]);
  });

  it("is counted for the reports that rest on it: each enterprise once, and a year from both halves", async () => {
    const annual = (await beginReport(platform, title, "2025")).body as Report;
    expect(figure(annual, "smes_served")).toMatchObject({ value: null, proposal: 3 });
    expect(figure(annual, "satisfied")).toMatchObject({ proposal: 2 });
    expect(figure(annual, "unsatisfied")).toMatchObject({ proposal: 1 });
    expect(annual.servedLists.map(({ period }) => period)).toEqual(["2025-H1", "2025-H2"]);
    // Of one half of this year nothing is kept: the year is not known.
    await put(platform, "2026-H1", [row(1)]);
    const running = (await beginReport(platform, title, "2026")).body as Report;
    expect(figure(running, "smes_served")?.proposal).toBeNull();
  });

  it("goes out as a workbook and comes back from one", async () => {
    const exported = await app.app.request(`${listOf("2025-H2")}/rows.xlsx`, { headers: await cookiesOf(platform) });
    expect(exported.status).toBe(200);
    const workbook = Buffer.from(await exported.arrayBuffer());
    const send = async (revision: string, body: Uint8Array<ArrayBuffer>) =>
      app.app.request(`${listOf("2026-H1")}/import`, {
        method: "POST",
        headers: { ...(await cookiesOf(platform)), "content-type": xlsx, "if-match": revision },
        body,
      });
    const imported = await send('"1"', new Uint8Array(workbook));
    expect(imported.status).toBe(200);
    expect(await imported.json()).toMatchObject({ total: 2, revision: 2, ignoredColumns: [] });
    expect((await read(platform, "2026-H1")).rows.map(({ values }) => values.enterprise_name)).toEqual([
      "郑州企业2有限公司",
      "郑州企业3有限公司",
    ]);
    expect((await send('"1"', new Uint8Array(workbook))).status).toBe(412);
    expect((await send('"2"', new Uint8Array(Buffer.from("no workbook")))).status).toBe(422);
  });

  it("of the year before is taken over into an application, where its rows live on by themselves", async () => {
    const roundId = await addOpenRound(app);
    const id = await addApplication(app, { roundId, organizationId, uscc: "91410100MA0000001A" });
    const served = `/api/v1/applications/${id}/form/lists/served`;
    const seen = (await platform.call(served)).headers.get("etag") ?? "";
    const take = (by: Browser, etag: string, mode = "replace") =>
      by.call(`${served}/take-over`, { body: { mode }, headers: { "if-match": etag } });
    expect(await take(stranger, seen)).toMatchObject({ status: 404 });
    const other = { body: { mode: "replace" }, headers: { "if-match": seen } };
    expect(await platform.call(served.replace("served", "staff/take-over"), other)).toMatchObject({ status: 404 });
    const taken = await take(platform, seen);
    expect(taken).toMatchObject({ status: 200, body: { rows: 3, notKept: [] } });
    expect(await take(platform, seen)).toMatchObject({ status: 412 });
    const rows = (await platform.call(served)).body as { values: object }[];
    expect(rows.map(({ values }) => values)).toMatchObject([
      { enterprise_name: "郑州企业1有限公司", satisfaction: "unsatisfied", contact: "王小1", phone: "13800000001" },
      { enterprise_name: "郑州企业2有限公司" },
      { enterprise_name: "郑州企业3有限公司" },
    ]);
    const more = await take(platform, taken.headers.get("etag") ?? "", "append");
    expect(more).toMatchObject({ status: 200, body: { rows: 6 } });
    await put(platform, "2025-H1", []);
    expect((await platform.call(served)).body).toHaveLength(6);
    await put(platform, "2025-H2", []);
    expect(await take(platform, more.headers.get("etag") ?? "")).toMatchObject({
      status: 422,
      body: { errors: [{ code: "no_rows" }] },
    });
  });

  it("of which one half was kept alone is taken over with the other half named", async () => {
    const third = await signUp(app, "third@served.example");
    const uscc = "91410100MA0000003A";
    const ownId = await addOrganization(app, uscc, third.userId);
    const list = `/api/v1/organizations/${ownId}/served-lists/2024-H1`;
    const headers = { "if-match": '"0"' };
    await third.browser.call(list, { method: "PUT", body: { rows: [row(5), row(6)] }, headers });
    const roundId = await addOpenRound(app, 2025);
    const id = await addApplication(app, { roundId, organizationId: ownId, uscc });
    const served = `/api/v1/applications/${id}/form/lists/served`;
    const seen = (await third.browser.call(served)).headers.get("etag") ?? "";
    const answer = await third.browser.call(`${served}/take-over`, {
      body: { mode: "replace" },
      headers: { "if-match": seen },
    });
    expect(answer).toMatchObject({
      status: 200,
      body: { rows: 2, notKept: [{ period: "2024-H2", periodText: "2024年下半年" }] },
    });
  });

  it("is not for the district to take into a paper dossier before a report that rests on it was handed in", async () => {
    const other = await signUp(app, "other@served.example");
    const uscc = "91410100MA0000002A";
    const ownId = await addOrganization(app, uscc, other.userId);
    const list = `/api/v1/organizations/${ownId}/served-lists/2026-H1`;
    const headers = { "if-match": '"0"' };
    const kept = await other.browser.call(list, { method: "PUT", body: { rows: [row(4)] }, headers });
    expect(kept.status).toBe(200);
    const roundId = await addOpenRound(app, 2027);
    const id = await addApplication(app, { roundId, organizationId: ownId, uscc, isPaper: true });
    const served = `/api/v1/applications/${id}/form/lists/served`;
    const seen = (await district.call(served)).headers.get("etag") ?? "";
    const taken = await district.call(`${served}/take-over`, {
      body: { mode: "replace" },
      headers: { "if-match": seen },
    });
    expect(taken).toMatchObject({ status: 422, body: { errors: [{ code: "no_rows" }] } });
    expect((await district.call(served)).body).toEqual([]);
  });

  it("leaves a trail that holds, and no name of a third person in it", async () => {
    at("2026-06-11T01:00:00Z");
    const trail = await trailOf(app.database, `${organizationId}/2025-H1`);
    expect(trail.filter(({ act, outcome }) => act === "edit" && outcome === "accepted").length).toBe(2);
    expect(JSON.stringify(trail)).not.toContain("王小");
    const verified = await verifyRecords(app.database, ["served_lists", "reports", "application_lists"]);
    expect(verified).toMatchObject({ sound: true });
  });
});

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async function cookiesOf({ cookies }: Browser): Promise<Record<string, string>> {
  return {
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
    "x-forwarded-for": "203.0.113.1",
  };
}
