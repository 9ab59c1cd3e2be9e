import { type Database, equalityHashes, findDelivery, keepRecipient, openAddress, sealMap } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import { createSettableClock, createTestApp, policyId, type TestApp, testPersonalKeys } from "../../testing/app.ts";
import { addOrganization, signUp } from "../../testing/applications.ts";
import { addOfficer } from "../../testing/cases.ts";
import { createKeepingChannel } from "../../testing/channels.ts";
import { remindOnce } from "../../testing/reminding.ts";
import { addTitle } from "../../testing/titles.ts";
import { addShippedHolidayYears } from "../holidays/shipped-years.ts";
import { createLog } from "../log.ts";
import { planObligations } from "../obligations/plan.ts";
import { planReminders } from "./plan.ts";

type Row = Record<string, unknown>;

/** What is due is told once, in time, to whom it concerns, on the way they chose; and no longer when it is done. */
export const remindersSuite = suite("reminders", (open) => {
  const clock = createSettableClock(new Date("2026-06-01T09:00:00+08:00"));
  const mail = createKeepingChannel("mail");
  const sms = createKeepingChannel("sms");
  let app: TestApp;
  let holderId = "";
  let organizationId = "";
  let titleId = "";

  const services = () => ({
    database: app.database,
    catalog: app.catalog,
    clock,
    defaultPolicy: policyId,
    personalKeys: testPersonalKeys,
    channels: new Map([mail, sms].map(({ channel }) => [channel.id, channel])),
    publicUrl: "https://shifan.example",
    log: createLog("silent"),
  });
  const at = (moment: string) => clock.set(new Date(`${moment}:00+08:00`));
  /** The clock of the product passes over a moment: plans and sends, as the server does every few seconds. */
  const pass = async (moment: string) => {
    at(moment);
    await planReminders(services());
    await remindOnce(services());
  };
  const rows = async (query: string): Promise<Row[]> => {
    const found = (await app.database.execute(query)) as unknown as Row[] | { rows: Row[] };
    return Array.isArray(found) ? found : found.rows;
  };
  const deliveries = (of: string) => rows(`select * from deliveries where subject = '${of}' order by created_at, id`);
  const reach = async (userId: string, channel: "mail" | "sms" | "telegram", address: string) => {
    const recipient = await keepRecipient(app.database, { userId }, clock.now());
    const [addressHash = ""] = equalityHashes(testPersonalKeys, address);
    const way = { id: `${channel} ${address}`, recipientId: recipient.id, channel, addressHash };
    const sealed = { ...way, personal: sealMap(testPersonalKeys, { address }), openedAt: clock.now() };
    await app.database.transaction((inside) => openAddress(inside as unknown as Database, sealed, [addressHash]));
    return recipient.id;
  };
  const words = (channel: typeof mail) => channel.look().map(({ to, paragraphs }) => [to, paragraphs.join("\n")]);

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    await addShippedHolidayYears({ database: app.database, clock });
    const holder = await signUp(app, "holder@reminder.example");
    holderId = holder.userId;
    organizationId = await addOrganization(app, "91410100MA0000001A", holderId);
    titleId = await addTitle(app, {
      organizationId,
      validFrom: "2025-03-01",
      validTo: "2028-03-01",
      platformName: "老平台",
    });
    await addOfficer(app, "district@reminder.example", "district", "410105");
    await planObligations(services());
  });

  it("goes on its day at the set time, and once, however often the server looks", async () => {
    await reach(holderId, "mail", "holder@reminder.example");
    await pass("2026-06-29T23:59");
    expect(words(mail)).toEqual([]);
    await pass("2026-06-30T08:59");
    expect(words(mail)).toEqual([]);
    await pass("2026-06-30T09:00");
    expect(words(mail)).toEqual([
      [
        "holder@reminder.example",
        "【2026年上半年工作总结7月20日前交】还有20天（14个工作日）。交给金水区工信部门，由其汇总报市工信局（第十二条、第十三条）。\n事项：2026年上半年：半年工作总结",
      ],
    ]);
    await pass("2026-06-30T09:01");
    await pass("2026-07-02T10:00");
    expect(words(mail)).toEqual([]);
  });

  it("tells a district how far its platforms are, with the way to what is open", async () => {
    const officer = (await rows("select id from users where email = 'district@reminder.example'"))[0]?.id as string;
    await reach(officer, "sms", "13800000001");
    await pass("2026-07-16T09:00");
    const [message, ...others] = sms.look();
    expect(others).toEqual([]);
    expect(message?.to).toBe("13800000001");
    expect(message?.paragraphs.join("\n")).toBe(
      "【2026年上半年工作总结7月31日前报市工信局】还有15天（11个工作日）（第十三条）。1家平台，已收到0份，还差1份。\n事项：2026年上半年：半年工作总结报送市工信局",
    );
    expect(message?.links[0]?.url).toMatch(/^https:\/\/shifan\.example\/admin\/obligations\?filter=/);
  });

  it("is not told of what was done since it was planned", async () => {
    mail.look();
    at("2026-07-17T00:05");
    await planReminders(services());
    const planned = (await deliveries("half_year_report")).filter(({ state }) => state === "planned");
    // Two days before 20 July is a Saturday: told on the day of work before it.
    expect(planned.map(({ occasion }) => occasion)).toEqual(["before-2"]);
    await app.database.execute(
      `update obligations set state = 'done', done_on = '2026-07-17' where kind = 'half_year_report' and certification_id = '${titleId}'`,
    );
    await pass("2026-07-17T09:00");
    expect(words(mail)).toEqual([]);
    const { state, withdrawnFor } = (await findDelivery(app.database, planned[0]?.id as string)) ?? {};
    expect([state, withdrawnFor]).toEqual(["withdrawn", "met"]);
  });

  it("is told of what was done and is open again on the same day, once", async () => {
    const setState = (state: string, doneOn: string) =>
      app.database.execute(
        `update obligations set state = '${state}', done_on = ${doneOn} where kind = 'half_year_report' and certification_id = '${titleId}'`,
      );
    await setState("due", "null");
    await pass("2026-07-17T10:00");
    await pass("2026-07-17T10:01");
    expect(words(mail).map(([to, text]) => [to, text?.split("】")[0]])).toEqual([
      ["holder@reminder.example", "【2026年上半年工作总结7月20日前交"],
    ]);
    await setState("done", "'2026-07-17'");
  });

  it("of a day that moved is told for the new day", async () => {
    at("2026-10-30T10:00");
    await planObligations(services());
    // The sixtieth day before 31 December is Sunday, 1 November.
    await pass("2026-10-30T10:00");
    sms.look();
    await pass("2026-11-02T09:00");
    expect(sms.look()).toEqual([]);
    await app.database.execute(
      "update obligations set due_on = '2026-12-10' where kind = 'periodic_inspection' and period = '2026-H2'",
    );
    await pass("2026-11-10T09:00");
    expect(sms.look().map(({ heading }) => heading)).toEqual(["2026年下半年检查还差1家"]);
    await app.database.execute(
      "update obligations set due_on = '2026-12-31' where kind = 'periodic_inspection' and period = '2026-H2'",
    );
    await pass("2026-12-01T09:00");
    expect(sms.look().map(({ paragraphs }) => paragraphs[0])).toEqual([
      "【2026年下半年检查还差1家】金水区1家示范平台，已检查0家；每半年不少于一次，12月31日前完成（第十三条），还有30天（22个工作日）。",
    ]);
  });

  it("waits for the morning and for a day of work; where its day would pass meanwhile it does not wait", async () => {
    const obligation = (period: string, due: string) =>
      app.database.execute(`insert into obligations (id, kind, subject, period, holder, certification_id, organization_id, district, state, is_binding, due_on, created_at, revision)
        values ('late ${due}', 'half_year_report', '${titleId}', '${period}', 'platform', '${titleId}', '${organizationId}', '410105', 'due', true, '${due}', '2026-01-01T00:00:00Z', 1)`);
    await obligation("2025-H1", "2026-12-12");
    // A Friday night: 12 December is a Saturday and its deadline would pass before Monday.
    mail.look();
    await pass("2026-12-11T22:30");
    expect(mail.look().map(({ heading }) => heading)).toHaveLength(1);
    await obligation("2025-H2", "2026-12-16");
    await pass("2026-12-11T23:00");
    expect(mail.look()).toEqual([]);
    await pass("2026-12-14T08:29");
    expect(mail.look()).toEqual([]);
    await pass("2026-12-14T08:30");
    expect(mail.look()).toHaveLength(1);
  });
});
