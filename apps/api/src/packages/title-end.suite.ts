import type { Package } from "@shifan/contract";
import { findObligationOf, type SanctionFile } from "@shifan/db";
import { type HeldDatabase, holdCommits, suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, policyId, type TestApp, testPersonalKeys } from "../../testing/app.ts";
import { addOrganization, signUp } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { actOn, onceKey } from "../../testing/publicity.ts";
import { draftReport } from "../../testing/reports.ts";
import { addTitle } from "../../testing/titles.ts";
import { trailOf, verifyRecords } from "../../testing/trail.ts";
import { planObligations } from "../obligations/plan.ts";
import { endTitle, reinstateTitle } from "../sanctions/consequences.ts";

const cityActor = {
  userId: "officer",
  grants: [{ role: "city" as const, district: null, organizations: [], onBehalfOf: null }],
};
const documentNumber = "郑工信〔2026〕15号";

/** What is sent, and sent back, around the end of a title and its withdrawal. */
export const packagesAtTitleEndSuite = suite("reports and packages of a title that has ended", (open) => {
  const clock = createSettableClock();
  let held: HeldDatabase;
  let app: TestApp;
  let city: Browser;
  let district: Browser;

  const services = () => ({
    database: app.database,
    catalog: app.catalog,
    clock,
    defaultPolicy: policyId,
    personalKeys: testPersonalKeys,
  });
  const at = (instant: string) => clock.set(new Date(instant));
  const sanctionOf = (certificationId: string) =>
    ({
      kind: "cancellation",
      certificationId,
      documentNumber,
      effectiveOn: clock.today(),
      reinstatementNumber: "郑工信〔2026〕20号",
    }) as SanctionFile;
  const end = (id: string) => () =>
    app.database.transaction((inside) => endTitle(services(), inside, cityActor, sanctionOf(id)));
  const withdraw = (id: string, endedOn: string) =>
    app.database.transaction((inside) =>
      reinstateTitle(services(), inside, cityActor, {
        ...sanctionOf(id),
        effectiveOn: endedOn,
      }),
    );
  /** A title whose report on the half is written. */
  const add = async (n: number, own: string) => {
    const holder = await signUp(app, `holder${n}@ended.example`);
    const organizationId = await addOrganization(app, `91410100MA000000${n}A`, holder.userId);
    const lies = { validFrom: "2025-03-01", validTo: "2028-03-01", district: own };
    const id = await addTitle(app, { organizationId, ...lies });
    const report = await draftReport(holder.browser, id, "2026-H1");
    return { id, report, browser: holder.browser };
  };
  const reportOwed = (subject: string) =>
    findObligationOf(app.database, { kind: "half_year_report", subject, period: "2026-H1" });
  const packageOwed = (subject: string) =>
    findObligationOf(app.database, { kind: "half_year_package", subject, period: "2026-H1" });

  beforeAll(async () => {
    held = holdCommits(open());
    app = await createTestApp({ opened: held.opened, clock, demo: true });
    city = await addOfficer(app, "city@ended.example", "city");
    district = await addOfficer(app, "district@ended.example", "district", "410105");
  });

  it("are not owed again by being sent back after the end, and the package sent meanwhile counts once they come back", async () => {
    at("2026-06-10T01:30:00Z");
    const title = await add(1, "410105");
    await planObligations(services());
    at("2026-07-10T01:30:00Z");
    await actOn(title.browser, title.report, "submit");
    at("2026-07-15T01:30:00Z");
    await end(title.id)();
    // What was done is done, and the district still owes its package for it.
    expect(await reportOwed(title.id)).toMatchObject({ state: "done" });
    expect(await packageOwed("410105")).toMatchObject({ state: "due" });
    expect(await actOn(district, title.report, "return", { reason: "数据与台账不符" })).toMatchObject({ status: 200 });
    expect(await reportOwed(title.id)).toMatchObject({ state: "not_applicable", exemption: "title_ended" });
    expect(await packageOwed("410105")).toMatchObject({ state: "not_applicable", exemption: "nothing_to_report" });
    const trail = await trailOf(app.database, (await reportOwed(title.id))?.id ?? "");
    expect(trail.map(({ act, role }) => [act, role])).toEqual([
      ["plan", "system"],
      ["fulfil", expect.any(String)],
      ["revive", "district"],
      ["exempt", "system"],
    ]);
    // The district sends it all the same.
    const body = { district: "410105", kind: "half_year_package", period: "2026-H1" };
    const begun = (await district.call("/api/v1/packages", { body, headers: onceKey() })).body as Package;
    const path = `/api/v1/packages/${begun.id}`;
    const missing = Object.fromEntries(begun.missing.map(({ obligationId }) => [obligationId, "资格已取消"]));
    await actOn(district, path, "edit", { missing });
    at("2026-07-20T01:30:00Z");
    expect(await actOn(district, path, "send", { documentNumber: "金工信〔2026〕9号" })).toMatchObject({
      status: 200,
      body: { sentOn: "2026-07-20" },
    });
    expect(await packageOwed("410105")).toMatchObject({ state: "not_applicable" });
    at("2026-08-05T01:30:00Z");
    await withdraw(title.id, "2026-07-15");
    expect(await reportOwed(title.id)).toMatchObject({ state: "due" });
    expect(await packageOwed("410105")).toMatchObject({ state: "done", doneOn: "2026-07-20", doneBy: begun.id });
    expect((await district.call(path)).body).toMatchObject({ isLate: false });
    expect((await actOn(city, path, "send-back", { reason: "补总结" })).status).toBe(200);
    expect(await packageOwed("410105")).toMatchObject({ state: "due" });
  });

  it("are owed again where they were late before the end: what was late stays late", async () => {
    at("2026-06-10T01:30:00Z");
    const title = await add(2, "410171");
    const officer = await addOfficer(app, "officer@ended.example", "district", "410171");
    await planObligations(services());
    at("2026-07-25T01:30:00Z");
    await actOn(title.browser, title.report, "submit");
    await end(title.id)();
    expect((await actOn(officer, title.report, "return", { reason: "补台账" })).status).toBe(200);
    expect(await reportOwed(title.id)).toMatchObject({ state: "due", dueOn: "2026-07-20" });
    // A package that is sent back is owed while somebody owes a report in it.
    expect(await packageOwed("410171")).toMatchObject({ state: "due" });
  });

  it("are sent back and ended at the same moment, and come to the same", async () => {
    at("2026-06-10T01:30:00Z");
    const title = await add(3, "410172");
    const officer = await addOfficer(app, "third@ended.example", "district", "410172");
    await planObligations(services());
    at("2026-07-10T01:30:00Z");
    await actOn(title.browser, title.report, "submit");
    const tag = (await officer.call(title.report)).headers.get("etag") ?? "";
    const sendBack = () =>
      officer.call(`${title.report}/return`, { body: { reason: "补台账" }, headers: { "if-match": tag } });
    const [, returned] = await held.overlap(end(title.id), sendBack);
    expect(returned.status).toBe(200);
    expect(await reportOwed(title.id)).toMatchObject({ state: "not_applicable", exemption: "title_ended" });
  });

  it("that are sent back when nobody owes a report any more are not owed: the package of a district without titles", async () => {
    at("2026-06-10T01:30:00Z");
    const title = await add(4, "410173");
    const officer = await addOfficer(app, "fourth@ended.example", "district", "410173");
    await planObligations(services());
    at("2026-07-02T01:30:00Z");
    const body = { district: "410173", kind: "half_year_package", period: "2026-H1" };
    const begun = (await officer.call("/api/v1/packages", { body, headers: onceKey() })).body as Package;
    const path = `/api/v1/packages/${begun.id}`;
    const missing = Object.fromEntries(begun.missing.map(({ obligationId }) => [obligationId, "催办中"]));
    await actOn(officer, path, "edit", { missing });
    await actOn(officer, path, "send", { documentNumber: "港工信〔2026〕2号" });
    expect(await packageOwed("410173")).toMatchObject({ state: "done" });
    at("2026-07-15T01:30:00Z");
    await end(title.id)();
    expect((await actOn(city, path, "send-back", { reason: "不用报了" })).status).toBe(200);
    expect(await packageOwed("410173")).toMatchObject({ state: "not_applicable", exemption: "nothing_to_report" });
  });

  it("are asked for and sent at the same moment: what was sent counts", async () => {
    at("2026-06-10T01:30:00Z");
    const entered = clock.now();
    const title = await add(5, "410102");
    const officer = await addOfficer(app, "fifth@ended.example", "district", "410102");
    await planObligations(services());
    at("2026-07-02T01:30:00Z");
    await end(title.id)();
    expect(await packageOwed("410102")).toMatchObject({ state: "not_applicable" });
    const body = { district: "410102", kind: "half_year_package", period: "2026-H1" };
    const begun = (await officer.call("/api/v1/packages", { body, headers: onceKey() })).body as Package;
    const path = `/api/v1/packages/${begun.id}`;
    const missing = Object.fromEntries(begun.missing.map(({ obligationId }) => [obligationId, "资格已取消"]));
    const edited = await actOn(officer, path, "edit", { missing });
    const tag = edited.headers.get("etag") ?? "";
    // Another title of the district that is not planned yet, and owes a report for the same half.
    const organizationId = await addOrganization(app, "91410100MA0000006A", null);
    const lies = { validFrom: "2025-03-01", validTo: "2028-03-01", district: "410102", createdAt: entered };
    await addTitle(app, { organizationId, ...lies });
    const send = () =>
      officer.call(`${path}/send`, { body: { documentNumber: "中工信〔2026〕3号" }, headers: { "if-match": tag } });
    const [sent] = await held.overlap(send, () => planObligations(services()));
    expect(sent.status).toBe(200);
    expect(await packageOwed("410102")).toMatchObject({ state: "done", doneOn: "2026-07-02", doneBy: begun.id });
  });

  it("leave a trail that holds", async () => {
    // The titles themselves were put there by the test.
    const verified = await verifyRecords(app.database, ["packages", "reports", "obligations"]);
    expect(verified).toMatchObject({ sound: true });
  });
});
