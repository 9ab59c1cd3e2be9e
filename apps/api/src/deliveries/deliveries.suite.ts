import type { Delivery } from "@shifan/contract";
import { planDeliveries } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, policyId, type TestApp, testPersonalKeys } from "../../testing/app.ts";
import { addOrganization, signUp } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { remindOnce } from "../../testing/reminding.ts";
import { addTitle } from "../../testing/titles.ts";
import { trailOf } from "../../testing/trail.ts";
import { addShippedHolidayYears } from "../holidays/shipped-years.ts";
import { createLog } from "../log.ts";
import { planObligations } from "../obligations/plan.ts";
import { planReminders } from "../reminders/plan.ts";

/** What officers see of what was told, and what they may do about it. */
export const deliveriesSuite = suite("deliveries", (open) => {
  const clock = createSettableClock(new Date("2026-06-29T15:00:00+08:00"));
  let app: TestApp;
  let city: Browser;
  let district: Browser;
  let auditor: Browser;
  let administrator: Browser;
  let holder: Browser;

  const services = () => ({
    database: app.database,
    catalog: app.catalog,
    clock,
    defaultPolicy: policyId,
    personalKeys: testPersonalKeys,
    channels: new Map(),
    publicUrl: "https://shifan.example",
    log: createLog("silent"),
  });
  const list = async (by: Browser, filter: object = { subject: "half_year_report" }) => {
    const query = `filter=${encodeURIComponent(JSON.stringify(filter))}&range=[0,99]`;
    const { status, body } = await by.call(`/api/v1/deliveries?${query}`);
    return { status, deliveries: body as Delivery[] };
  };
  const resendBy = (by: Browser, delivery: Delivery | undefined) =>
    by.call(`/api/v1/deliveries/${delivery?.id}/resend`, {
      method: "POST",
      body: {},
      headers: { "if-match": `"${delivery?.revision}"` },
    });
  const pass = async (moment: string) => {
    clock.set(new Date(`${moment}:00+08:00`));
    await planReminders(services());
    await remindOnce(services());
  };

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    await addShippedHolidayYears({ database: app.database, clock });
    city = await addOfficer(app, "city@delivery.example", "city");
    district = await addOfficer(app, "district@delivery.example", "district", "410105");
    auditor = await addOfficer(app, "auditor@delivery.example", "auditor");
    administrator = await addOfficer(app, "administrator@delivery.example", "administrator");
    const person = await signUp(app, "holder@delivery.example");
    holder = person.browser;
    const organizationId = await addOrganization(app, "91410100MA0000001A", person.userId);
    await addTitle(app, { organizationId, validFrom: "2025-03-01", validTo: "2028-03-01", platformName: "老平台" });
    await planObligations(services());
    await pass("2026-06-30T00:05");
  });

  it("are seen by the city and the auditor, each with what it is, for whom, when and why", async () => {
    const { deliveries } = await list(city);
    expect(deliveries).toHaveLength(1);
    expect(deliveries[0]).toMatchObject({
      title: "半年工作总结",
      article: "第十二条",
      dueOn: "2026-07-20",
      occasionName: "提前20天",
      audience: "platform",
      recipientKind: "person",
      recipientName: "王五",
      state: "planned",
      plannedAt: "2026-06-30T09:00:00+08:00",
      heading: null,
      allowedActs: [],
    });
    expect((await list(auditor)).deliveries).toEqual(deliveries);
    for (const other of [district, administrator, holder]) {
      const { status, deliveries: seen } = await list(other);
      expect([status, seen]).toEqual([200, []]);
      expect((await other.call(`/api/v1/deliveries/${deliveries[0]?.id}`)).status).toBe(404);
    }
  });

  it("that went show what was said and what became of it, and are found by it", async () => {
    await pass("2026-06-30T09:00");
    const [delivery] = (await list(city, { state: "inbox", subject: "half_year_report" })).deliveries;
    expect(delivery).toMatchObject({
      heading: "2026年上半年工作总结7月20日前交",
      way: null,
      settledAt: "2026-06-30T09:00:00+08:00",
      allowedActs: ["resend"],
    });
    expect((await list(city, { state: "planned", subject: "half_year_report" })).deliveries).toEqual([]);
    expect((await list(city, { state: "sent" })).deliveries).toEqual([]);
  });

  it("go again by an act of the city, as new ones that are judged anew before they go", async () => {
    const [delivery] = (await list(city)).deliveries;
    const resend = (by: Browser) => resendBy(by, delivery);
    expect((await resend(auditor)).status).toBe(403);
    expect((await resend(district)).status).toBe(404);
    clock.set(new Date("2026-06-30T22:00:00+08:00"));
    expect((await resend(city)).status).toBe(200);
    const again = (await list(city)).deliveries.find(({ occasion }) => occasion === "resent-1");
    expect(again).toMatchObject({
      state: "planned",
      plannedAt: "2026-07-01T08:30:00+08:00",
      occasionName: "再发第1次",
    });
    expect((await trailOf(app.database, delivery?.id ?? "")).map(({ act, outcome }) => [act, outcome])).toEqual([
      ["resend", "not_permitted"],
      ["resend", "other_jurisdiction"],
      ["resend", "accepted"],
    ]);
    await app.database.execute(
      "update obligations set state = 'done', done_on = '2026-06-30' where kind = 'half_year_report'",
    );
    await pass("2026-07-01T08:30");
    const after = (await list(city)).deliveries.find(({ occasion }) => occasion === "resent-1");
    expect(after).toMatchObject({ state: "withdrawn", withdrawnFor: "met", allowedActs: [] });
  });

  it("that wait or are of no use cannot go again", async () => {
    const withdrawn = (await list(city)).deliveries.find(({ state }) => state === "withdrawn");
    const answer = await resendBy(city, withdrawn);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([409, "wrong_state"]);
  });

  it("are planned once, whoever plans them", async () => {
    const [{ recipientId = "", recordId = "" } = {}] = (await list(city)).deliveries;
    const planned = {
      subject: "half_year_report" as const,
      resource: "obligations",
      recordId,
      occasion: "before-20",
      dueOn: "2026-07-20",
      recipientId,
      audience: "platform" as const,
      plannedAt: clock.now(),
      endsOn: null,
      isUrgent: false,
    };
    expect(await planDeliveries(app.database, [planned, planned], clock.now())).toBe(0);
  });
});
