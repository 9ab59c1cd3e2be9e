import {
  type Database,
  endAddress,
  equalityHashes,
  joinDueDeliveries,
  keepRecipient,
  openAddress,
  planDeliveries,
  sealMap,
  stopDuty,
  updateRecipient,
} from "@shifan/db";
import { fillObligations, fillReaders, type ManyReader, suite } from "@shifan/db/testing";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { createSettableClock, createTestApp, policyId, type TestApp, testPersonalKeys } from "../../testing/app.ts";
import { addOrganization, signUp } from "../../testing/applications.ts";
import { createKeepingChannel } from "../../testing/channels.ts";
import { remindOnce } from "../../testing/reminding.ts";
import { addTitle } from "../../testing/titles.ts";
import type { Channel } from "../channels/channel.ts";
import { addShippedHolidayYears } from "../holidays/shipped-years.ts";
import { createLog } from "../log.ts";
import { planReminders } from "./plan.ts";
import { createSender, joinDue } from "./run.ts";
import { claimMessages, pauseAfter, settleAttempt } from "./send.ts";

type Row = Record<string, unknown>;

/** How a message gets to its reader, whatever happens on the way. */
export const messagesSuite = suite("messages of reminders", (open) => {
  // A Tuesday morning.
  const start = new Date("2026-06-30T09:00:00+08:00");
  const clock = createSettableClock(start);
  const mail = createKeepingChannel("mail");
  const sms = createKeepingChannel("sms");
  let app: TestApp;
  let holderId = "";
  let organizationId = "";
  let titleId = "";
  let recipientId = "";
  let count = 0;

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
  const rows = async (query: string): Promise<Row[]> => {
    const found = (await app.database.execute(query)) as unknown as Row[] | { rows: Row[] };
    return Array.isArray(found) ? found : found.rows;
  };
  const messages = () => rows("select * from reminder_messages order by created_at desc, id");
  const reach = (channel: "mail" | "sms", address: string) => {
    const [addressHash = ""] = equalityHashes(testPersonalKeys, address);
    const personal = sealMap(testPersonalKeys, { address });
    const way = {
      id: `${channel} ${address} ${count}`,
      recipientId,
      channel,
      addressHash,
      personal,
      openedAt: clock.now(),
    };
    return app.database.transaction((inside) => openAddress(inside as unknown as Database, way, [addressHash]));
  };
  /** A report that the platform owes, due in twenty days where no other day is said. */
  const owe = async (due = "2026-07-20") => {
    count += 1;
    const id = `owed-${count}`;
    await app.database.execute(`insert into obligations (id, kind, subject, period, holder, certification_id, organization_id, district, state, is_binding, due_on, created_at, revision)
      values ('${id}', 'half_year_report', '${titleId}', '${1900 + count}-H1', 'platform', '${titleId}', '${organizationId}', '410105', 'due', true, '${due}', '2026-01-01T00:00:00Z', 1)`);
    return id;
  };
  const plan = () => planReminders(services());
  const send = () => remindOnce(services());

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    await addShippedHolidayYears({ database: app.database, clock });
    holderId = (await signUp(app, "holder@message.example")).userId;
    organizationId = await addOrganization(app, "91410100MA0000001A", holderId);
    titleId = await addTitle(app, { organizationId, validFrom: "2025-03-01", validTo: "2029-03-01" });
    recipientId = (await keepRecipient(app.database, { userId: holderId }, clock.now())).id;
  });
  beforeEach(async () => {
    clock.set(start);
    await app.database.execute("delete from deliveries");
    await app.database.execute("delete from reminder_messages");
    await app.database.execute("delete from reminder_addresses");
    await app.database.execute("delete from reminder_stops");
    await app.database.execute("delete from obligations");
    await updateRecipient(app.database, recipientId, { pausedUntil: null, preferredChannel: null });
    for (const channel of [mail, sms]) {
      channel.answer();
      channel.look();
    }
  });

  it("is one, however much is due at the time and however many processes make it", async () => {
    await reach("mail", "holder@message.example");
    await owe();
    await owe();
    await Promise.all([plan(), plan()]);
    await Promise.all([send(), send()]);
    const [message, ...others] = mail.look();
    expect(others).toEqual([]);
    expect(message?.heading).toBe("有2件事要办");
    expect(message?.paragraphs.filter((each) => each.startsWith("【"))).toHaveLength(2);
    expect(message?.links.map(({ label }) => label)).toEqual([
      expect.stringMatching(/^打开：1901年上半年/),
      expect.stringMatching(/^打开：1902年上半年/),
      "提醒设置",
    ]);
  });

  it("says a thing once, also where what was put off meets the next occasion", async () => {
    await reach("mail", "holder@message.example");
    const id = await owe();
    await plan();
    const duty = { subject: "half_year_report" as const, resource: "obligations", recordId: id, dueOn: "2026-07-20" };
    const again = { ...duty, occasion: "snoozed-2026-06-30", recipientId, audience: "platform" as const };
    const going = { plannedAt: clock.now(), endsOn: "2026-07-20", isUrgent: false };
    await planDeliveries(app.database, [{ ...again, ...going }], clock.now());
    await send();
    const [message, ...others] = mail.look();
    expect(others).toEqual([]);
    expect(message?.paragraphs.filter((each) => each.startsWith("【"))).toHaveLength(1);
    expect((await rows("select state from deliveries")).map(({ state }) => state)).toEqual(["joined", "joined"]);
  });

  it("goes over the way that the reader chose, else over the one opened last", async () => {
    await reach("mail", "holder@message.example");
    clock.forward(1);
    await reach("sms", "13800000001");
    await owe();
    await plan();
    await send();
    expect([mail.look().length, sms.look().length]).toEqual([0, 1]);
    await updateRecipient(app.database, recipientId, { preferredChannel: "mail" });
    await owe();
    await plan();
    await send();
    expect([mail.look().length, sms.look().length]).toEqual([1, 0]);
  });

  it("holds what could be planned, also when one of the rules cannot be looked through", async () => {
    await reach("mail", "holder@message.example");
    await owe();
    await app.database.execute("alter table notices rename to notices_away");
    await expect(plan()).rejects.toThrow("could not be planned");
    await app.database.execute("alter table notices_away rename to notices");
    expect((await rows("select subject from deliveries")).map(({ subject }) => subject)).toEqual(["half_year_report"]);
  });

  it("stays in the inbox where there is no way, and up to the day to which the reader wants quiet", async () => {
    await owe();
    await plan();
    await send();
    await reach("mail", "holder@message.example");
    await updateRecipient(app.database, recipientId, { pausedUntil: "2026-06-30" });
    await owe();
    await plan();
    await send();
    expect(mail.look()).toEqual([]);
    expect((await messages()).map(({ state }) => state)).toEqual(["inbox", "inbox"]);
    await updateRecipient(app.database, recipientId, { pausedUntil: "2026-06-29" });
    await owe();
    await plan();
    await send();
    expect(mail.look()).toHaveLength(1);
  });

  it("tells nothing of a duty that its reader stopped, before and after it was planned", async () => {
    await reach("mail", "holder@message.example");
    const id = await owe();
    await plan();
    const duty = { subject: "half_year_report" as const, resource: "obligations", recordId: id };
    await app.database.transaction((inside) =>
      stopDuty(inside as unknown as Database, recipientId, duty, "stopped", clock.now()),
    );
    await send();
    clock.set(new Date("2026-07-13T09:00:00+08:00"));
    await plan();
    await send();
    expect(mail.look()).toEqual([]);
    expect(
      (await rows("select state, withdrawn_for as why from deliveries")).map(({ state, why }) => [state, why]),
    ).toEqual([["withdrawn", "stopped"]]);
  });

  it("is not told of what its reader stopped while it was done, though it is open again", async () => {
    await reach("mail", "holder@message.example");
    const id = await owe();
    await plan();
    const setState = (set: string) => app.database.execute(`update obligations set ${set} where id = '${id}'`);
    await setState("state = 'done', done_on = '2026-06-30'");
    await send();
    const duty = { subject: "half_year_report" as const, resource: "obligations", recordId: id };
    await app.database.transaction((inside) =>
      stopDuty(inside as unknown as Database, recipientId, duty, "stopped", clock.now()),
    );
    await setState("state = 'due', done_on = null");
    expect(await plan()).toBe(0);
    await send();
    expect(mail.look()).toEqual([]);
  });

  it("is tried again after pauses that grow, under the same number, and given up after the tenth", async () => {
    await reach("mail", "holder@message.example");
    await owe();
    await plan();
    const fault = { kind: "retry" as const, afterMilliseconds: null, mayHaveArrived: false, fault: "对方服务器忙" };
    mail.answer(...Array.from({ length: 20 }, () => fault));
    const ids = new Set<string>();
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      await send();
      const taken = mail.look();
      expect(taken.map(({ id }) => ids.add(id).size)).toEqual([1]);
      clock.forward(pauseAfter(attempt, clock) / 1_000 - 1);
      await send();
      expect(mail.look()).toEqual([]);
      clock.forward(1);
    }
    await send();
    expect(mail.look()).toEqual([]);
    const [message] = await messages();
    expect([message?.state, message?.attempts, message?.fault]).toEqual(["dead", 10, "对方服务器忙"]);
  });

  it("waits as long as the provider asks", async () => {
    await reach("mail", "holder@message.example");
    await owe();
    await plan();
    mail.answer({ kind: "retry", afterMilliseconds: 90_000, mayHaveArrived: false, fault: "太快" });
    await send();
    clock.forward(89);
    await send();
    expect(mail.look()).toHaveLength(1);
    clock.forward(1);
    await send();
    expect(mail.look()).toHaveLength(1);
  });

  it("takes the next way where nobody is reached any more, and the inbox after the last", async () => {
    await reach("mail", "holder@message.example");
    clock.forward(1);
    await reach("sms", "13800000001");
    await owe();
    await plan();
    sms.answer({ kind: "gone", fault: "空号" });
    mail.answer({ kind: "gone", fault: "没有这个邮箱" });
    await send();
    await send();
    await send();
    expect([sms.look().length, mail.look().length]).toEqual([1, 1]);
    const [message] = await messages();
    expect([message?.state, message?.channel]).toEqual(["inbox", null]);
    const ends = await rows("select ended_by as why from reminder_addresses");
    expect(ends.map(({ why }) => why)).toEqual(["gone", "gone"]);
  });

  it("of a way that its owner closed meanwhile goes another", async () => {
    await reach("mail", "holder@message.example");
    await owe();
    await plan();
    mail.answer({ kind: "retry", afterMilliseconds: null, mayHaveArrived: false, fault: "忙" });
    await send();
    const [way] = await rows("select id from reminder_addresses");
    await endAddress(app.database, way?.id as string, clock.now(), "unlinked");
    clock.forward(60);
    await send();
    await send();
    expect(mail.look()).toHaveLength(1);
    expect((await messages())[0]?.state).toBe("inbox");
  });

  it("belongs to whoever claimed it last: an older lease settles nothing", async () => {
    await reach("mail", "holder@message.example");
    await owe();
    await plan();
    const due = {
      now: clock.now(),
      machine: clock.machine(),
      today: clock.today(),
      limit: 10,
      channels: ["mail" as const],
    };
    expect(await joinDueDeliveries(app.database, due)).toBe(1);
    const claim = { channel: "mail" as const, limit: 10, leaseSeconds: 60, worker: "first" };
    const [first] = await claimMessages(services(), claim);
    expect(await claimMessages(services(), { ...claim, worker: "second" })).toEqual([]);
    clock.forward(60);
    const [second] = await claimMessages(services(), { ...claim, worker: "second" });
    if (first === undefined || second === undefined) throw new Error("nothing was claimed");
    expect(second.message.id).toBe(first.message.id);
    const sent = { kind: "sent" as const, reference: "1" };
    expect(await settleAttempt(services(), first.message, sent)).toBe(false);
    expect(await settleAttempt(services(), second.message, sent)).toBe(true);
    expect(await settleAttempt(services(), second.message, sent)).toBe(false);
  });

  it("that its provider keeps waiting keeps no later one waiting", async () => {
    await reach("mail", "holder@message.example");
    await owe();
    await plan();
    const answered = Promise.withResolvers<{ kind: "sent"; reference: null }>();
    const begun: string[] = [];
    const slow: Channel = {
      ...mail.channel,
      send: (message) => {
        begun.push(message.id);
        return begun.length === 1 ? answered.promise : Promise.resolve({ kind: "sent", reference: null });
      },
    };
    await joinDue(services());
    // Looks again when the first is under way, after something else has fallen due; and then whenever it is asked to.
    const pause = async () => {
      if (begun.length === 2) return answered.resolve({ kind: "sent", reference: null });
      await owe();
      await plan();
      await joinDue(services());
    };
    const send = createSender(services(), slow, { worker: "worker", pace: (work) => work(), pause });
    expect(await send()).toBe(2);
    expect(new Set(begun).size).toBe(2);
    expect((await messages()).map(({ state }) => state)).toEqual(["sent", "sent"]);
  });

  it("is sent once, however many send at the same time", async () => {
    const readers = Array.from({ length: 40 }, (_, index): ManyReader => {
      const organizations = [`organization-${index + 100}`];
      return {
        id: `holder-${index}`,
        channel: "mail",
        address: `holder-${index}@many.example`,
        organizations,
        district: "410105",
      };
    });
    const keys = testPersonalKeys;
    await fillReaders(app.database, readers, { keys, at: clock.now() });
    const report = { kind: "half_year_report", period: "2026-H1", holder: "platform", district: "410105" } as const;
    const owed = readers.map(({ organizations: [organization = ""] }) => ({
      ...report,
      id: organization,
      subject: organization,
      organization,
      dueOn: "2026-07-20",
    }));
    await fillObligations(app.database, owed, clock.now());
    await Promise.all([plan(), plan()]);
    await Promise.all([joinDue(services()), joinDue(services())]);
    const senders = ["one", "other"].map((worker) =>
      createSender(services(), { ...mail.channel, perSecond: 1 }, { worker, pace: (work) => work() }),
    );
    const attempts = await Promise.all(senders.map((each) => each()));
    expect(attempts.reduce((sum, each) => sum + each, 0)).toBe(40);
    expect(
      mail
        .look()
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(readers.map(({ address }) => address).toSorted());
  });

  it("that is not urgent and missed the evening waits for the morning, also when it is tried again", async () => {
    await reach("mail", "holder@message.example");
    await owe();
    clock.set(new Date("2026-06-30T20:59:50+08:00"));
    await plan();
    mail.answer({ kind: "retry", afterMilliseconds: null, mayHaveArrived: false, fault: "忙" });
    await send();
    expect(mail.look()).toHaveLength(1);
    clock.set(new Date("2026-06-30T21:01:00+08:00"));
    await send();
    expect(mail.look()).toEqual([]);
    clock.set(new Date("2026-07-01T08:30:00+08:00"));
    await send();
    expect(mail.look()).toHaveLength(1);
  });

  it("of a last day that would pass in the quiet does not wait for its end, when it is tried again", async () => {
    await reach("mail", "holder@message.example");
    // A Sunday; told two days before, on a Friday.
    await owe("2026-07-12");
    clock.set(new Date("2026-07-10T20:59:50+08:00"));
    await plan();
    mail.answer({ kind: "retry", afterMilliseconds: null, mayHaveArrived: false, fault: "忙" });
    await send();
    clock.set(new Date("2026-07-10T21:01:00+08:00"));
    await send();
    expect(mail.look()).toHaveLength(2);
    expect((await messages()).map(({ state }) => state)).toEqual(["sent"]);
  });
});
