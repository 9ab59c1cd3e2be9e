import type { ClaimedReminders, LinkingCode, UploadLink } from "@shifan/contract";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import type { Browser } from "../../../testing/accounts.ts";
import {
  call,
  createSettableClock,
  createTestApp,
  policyId,
  serviceToken,
  type TestApp,
  testPersonalKeys,
} from "../../../testing/app.ts";
import { addApplication, addOpenRound, addOrganization, signInStaff, signUp } from "../../../testing/applications.ts";
import { createKeepingChannel } from "../../../testing/channels.ts";
import { turnOf } from "../../../testing/chat.ts";
import { pdf } from "../../../testing/file-samples.ts";
import { addTitle } from "../../../testing/titles.ts";
import { addShippedHolidayYears } from "../../holidays/shipped-years.ts";
import { createLog } from "../../log.ts";
import { planObligations } from "../../obligations/plan.ts";
import { giveBackSending, reserveSending } from "../../reminders/addresses/telegram-bot.ts";
import { planReminders } from "../../reminders/plan.ts";
import { joinDue } from "../../reminders/run.ts";

const root = "/api/v1/channels/telegram";

/** What the bot and whoever talks to it get of the reminders. */
export const telegramRemindersSuite = suite("reminders over Telegram", (open) => {
  const clock = createSettableClock(new Date("2026-06-01T09:00:00+08:00"));
  const mail = createKeepingChannel("mail");
  let app: TestApp;
  let holder: Browser;
  let seq = 0;

  const post = (path: string, body: unknown) => call(app, `${root}${path}`, { body, token: serviceToken });
  const say = async (chatId: number, input: { text: string } | { action: string }) => {
    seq += 1;
    const { messages } = turnOf(await post(`/chats/${chatId}/inputs`, { ...input, seq }));
    return {
      text: messages.map(({ text }) => text).join("\n"),
      choices: messages.flatMap(({ choices }) => choices),
    };
  };
  const codeOf = async (by: Browser) => {
    const { status, body } = await by.call("/api/v1/reminders/codes", { body: { channel: "telegram" } });
    expect(status).toBe(201);
    return body as LinkingCode;
  };
  const services = () => ({
    database: app.database,
    catalog: app.catalog,
    clock,
    defaultPolicy: policyId,
    personalKeys: testPersonalKeys,
    channels: new Map([[mail.channel.id, mail.channel]]),
    publicUrl: "https://shifan.example",
    log: createLog("silent"),
  });
  /** What a bot gets for the chat of the holder. */
  const claim = async (worker = "bot-1") => {
    const { body } = await post("/reminders/claim", { limit: 30, leaseSeconds: 60, worker });
    return (body as ClaimedReminders).reminders.filter(({ chatId }) => chatId === 1);
  };
  const pass = async (moment: string) => {
    clock.set(new Date(`${moment}:00+08:00`));
    await post("/bot", { username: "shifan_bot" });
    await planReminders(services());
    await joinDue(services());
  };

  beforeAll(async () => {
    app = await createTestApp({
      opened: open(),
      clock,
      demo: true,
      publicUrl: "https://shifan.example",
      channels: [mail.channel],
    });
    await addShippedHolidayYears({ database: app.database, clock });
    const { browser, userId } = await signUp(app, "holder@telegram.example");
    holder = browser;
    const uscc = "91410100MA0000001A";
    const organizationId = await addOrganization(app, uscc, userId);
    await addTitle(app, { organizationId, validFrom: "2025-03-01", validTo: "2028-03-01", platformName: "老平台" });
    await addApplication(app, { roundId: await addOpenRound(app), organizationId, uscc });
    await planObligations(services());
  });

  it("are offered only where a bot is at work", async () => {
    const body = { channel: "telegram" };
    expect(await holder.call("/api/v1/reminders/codes", { body })).toMatchObject({
      status: 409,
      body: { code: "channel_not_set_up" },
    });
    expect((await holder.call("/api/v1/reminders")).body).toMatchObject({ offered: [] });
    expect((await post("/bot", { username: "shifan_bot" })).status).toBe(200);
    expect((await holder.call("/api/v1/reminders")).body).toMatchObject({ offered: ["telegram"] });
  });

  it("go to a chat that was linked by a code: once, within ten minutes, by link or by text", async () => {
    const first = await codeOf(holder);
    expect(first.deepLink).toBe(`https://t.me/shifan_bot?start=${first.code}`);
    expect((await say(1, { action: `start ${first.code}` })).text).toContain("已连接王五的账号");
    // The same from the same chat: the answer was lost on its way.
    expect((await say(1, { text: first.code })).text).toContain("已连接王五的账号");
    expect((await say(2, { text: first.code })).text).toContain("不能用了");
    const late = await codeOf(holder);
    clock.forward(10 * 60);
    expect((await say(2, { text: late.code })).text).toContain("不能用了");
    const older = await codeOf(holder);
    const newer = await codeOf(holder);
    expect((await say(2, { text: older.code })).text).toContain("不能用了");
    expect((await say(2, { action: `link ${newer.code.toLowerCase()}` })).text).toContain("已连接王五的账号");
    expect((await say(1, { action: "reminders" })).text).toContain("没有开通");
  });

  it("are nobody's to guess: a chat that tries is slowed, and an account gets so many codes", async () => {
    const { code } = await codeOf(holder);
    const wrong = ["AB3DEF7H", "AB3DEF8H", "AB3DEF9H", "AB4DEF7H", "AB5DEF7H"].filter((each) => each !== code);
    for (const each of wrong) await say(3, { text: each });
    expect((await say(3, { text: code })).text).toMatch(/请过\d+秒再发/);
    const statuses = [];
    for (let asked = 0; asked < 6; asked += 1) {
      statuses.push((await holder.call("/api/v1/reminders/codes", { body: { channel: "telegram" } })).status);
    }
    expect(statuses.at(-1)).toBe(429);
    clock.forward(3_600);
  });

  it("say that a chat was somebody else's before", async () => {
    const district = await signInStaff(app, "district@telegram.example", "district", "410105");
    expect((await say(2, { text: (await codeOf(district)).code })).text).toMatch(
      /已连接李四的账号[\s\S]*原来连接的是别人/,
    );
    expect((await say(2, { action: "todo" })).text).toMatch(
      /您好。6月1日，星期一。[\s\S]*https:\/\/shifan\.example\/admin\//,
    );
    expect((await say(1, { text: (await codeOf(holder)).code })).text).not.toContain("原来");
  });

  it("tell what is to be done, and where each matter stands", async () => {
    expect((await say(1, { action: "todo" })).text).toMatch(
      /有2件事由您办，最早7月20日到期[\s\S]*还缺\d+样材料[\s\S]*第九条/,
    );
    expect((await say(1, { text: "我的事项" })).text).toMatch(
      /2026年度申报：草稿[\s\S]*还没有提交[\s\S]*9月25日24:00前/,
    );
    expect((await say(9, { action: "todo" })).text).toContain("连接账号后");
    expect((await say(9, { action: "case" })).text).toContain("连接账号后");
  });

  it("are kept of a self-check only after consent, and end with a word", async () => {
    const asked = await say(5, { text: "提醒我" });
    expect(asked.text).toMatch(/会发[\s\S]*不发[\s\S]*保存[\s\S]*\/unlink/);
    expect((await say(5, { action: asked.choices[1]?.action ?? "" })).text).toContain("没有保存什么");
    expect((await say(5, { action: "reminders" })).text).toContain("没有开通");
    expect((await say(5, { action: asked.choices[0]?.action ?? "" })).text).toContain("到日子在这里提醒您");
    expect((await say(5, { action: "reminders" })).text).toContain("已经开通");
    expect((await say(5, { action: "unlink" })).text).toContain("已解除");
    expect((await say(5, { action: "unlink" })).text).toContain("没有连接");
  });

  it("are claimed once by two bots, and answered by buttons", async () => {
    await pass("2026-06-30T09:00");
    const [one, other] = await Promise.all([claim("bot-1"), claim("bot-2")]);
    const [reminder, ...more] = [...one, ...other];
    expect(more).toEqual([]);
    expect([reminder?.chatId, reminder?.text]).toEqual([
      1,
      `【2026年上半年工作总结7月20日前交】还有20天（14个工作日）。交给金水区工信部门，由其汇总报市工信局（第十二条、第十三条）。\n事项：2026年上半年：半年工作总结\n编号 ${reminder?.id.slice(0, 8)}`,
    ]);
    const buttons = reminder?.buttons.flat() ?? [];
    expect(buttons.map(({ label }) => label)).toEqual(["打开", "明天再提醒", "已办好", "不再提醒此事"]);
    expect(buttons[0]?.url).toMatch(/^https:\/\/shifan\.example\/my-matters#obligations-/);
    const settle = (lease: number) =>
      post(`/reminders/${reminder?.id}/settle`, { lease, outcome: { kind: "sent", reference: "7" } });
    expect(await settle(9)).toMatchObject({ status: 409, body: { code: "lease_lost" } });
    expect((await settle(1)).status).toBe(200);
    expect((await settle(1)).status).toBe(200);
    const tap = async (label: string) => say(1, { action: buttons.find((each) => each.label === label)?.action ?? "" });
    expect((await tap("明天再提醒")).text).toContain("7月1日09:00再提醒您");
    expect((await tap("明天再提醒")).text).toContain("7月1日09:00再提醒您");
    expect((await say(2, { action: buttons[1]?.action ?? "" })).text).toContain("不是发给您的");
    await pass("2026-07-01T09:00");
    // A second that is full is waited for to its end, and no other one after it.
    expect((await reserveSending(app, 30)).granted).toBe(30);
    clock.forward(0.25);
    const full = await post("/reminders/claim", { limit: 30, leaseSeconds: 60, worker: "bot-1" });
    expect(full.body).toEqual({ reminders: [], fullForMilliseconds: 750 });
    clock.forward(0.75);
    expect((await claim()).map(({ text }) => text.slice(0, 10))).toEqual(["【2026年上半年工"]);
    const done = await tap("已办好");
    expect(done.text).toContain("系统里它还没有办结");
    await pass("2026-07-13T09:00");
    expect(await claim()).toEqual([]);
    expect((await say(1, { action: "reminders" })).choices.map(({ label }) => label)).toContain("恢复：半年工作总结");
    expect((await say(1, { action: done.choices[0]?.action ?? "" })).text).toContain("已恢复");
    expect((await tap("不再提醒此事")).text).toContain("期限不变");
  });

  it("go as fast as Telegram takes them, however many bots there are", async () => {
    clock.forward(1);
    const begun = clock.now().getTime();
    const endOf = async (wanted: number) => {
      const { granted, fullUntil } = await reserveSending(app, wanted);
      return [granted, fullUntil && fullUntil.getTime() - begun];
    };
    const both = await Promise.all([endOf(20), endOf(20)]);
    expect(both.toSorted(([one], [other]) => Number(one) - Number(other))).toEqual([
      [10, 1_000],
      [20, null],
    ]);
    clock.forward(0.4);
    expect(await endOf(1)).toEqual([0, 1_000]);
    await giveBackSending(app, 5);
    expect(await endOf(30)).toEqual([5, 1_000]);
    clock.forward(0.7);
    expect(await endOf(29)).toEqual([29, null]);
    expect(await endOf(30)).toEqual([1, 2_100]);
    clock.forward(1);
  });

  it("are answered the same in the inbox, by whoever they are for", async () => {
    const told = (await holder.call("/api/v1/reminders/inbox?range=[0,9]")).body as { deliveryId: string }[];
    const path = `/api/v1/reminders/deliveries/${told[0]?.deliveryId}`;
    expect(await holder.call(`${path}/resume`, { method: "POST" })).toMatchObject({ body: { answer: "resumed" } });
    expect(await holder.call(`${path}/snooze`, { method: "POST" })).toMatchObject({
      body: { answer: "snoozed", until: "2026-07-14" },
    });
    const { browser: stranger } = await signUp(app, "stranger@telegram.example");
    expect((await stranger.call(`${path}/stop`, { method: "POST" })).status).toBe(404);
  });

  it("rest while a chat is paused, and go another way when nobody is in the chat any more", async () => {
    expect((await say(1, { action: "mute 3天" })).text).toContain("已暂停到7月15日（含当天），7月16日起恢复");
    expect((await say(1, { action: "mute 很久" })).text).toContain("没看明白");
    await pass("2026-07-14T09:00");
    expect(await claim()).toEqual([]);
    expect((await say(1, { action: "unmute" })).text).toContain("已恢复");
    await pass("2026-07-17T09:00");
    const [reminder] = await claim();
    // 17 July is a Friday, and the last day the Monday after.
    const snooze = { action: reminder?.buttons.flat().find(({ label }) => label === "明天再提醒")?.action ?? "" };
    expect((await say(1, snooze)).text).toContain("7月20日09:00再提醒您");
    const outcome = { kind: "gone", fault: "Forbidden: bot was blocked by the user" };
    expect((await post(`/reminders/${reminder?.id}/settle`, { lease: reminder?.lease, outcome })).status).toBe(200);
    expect((await say(1, { action: "reminders" })).text).toContain("没有开通");
    clock.set(new Date("2026-07-20T10:00:00+08:00"));
    const [told] = (await holder.call("/api/v1/reminders/inbox?range=[0,9]")).body as { deliveryId: string }[];
    const late = await holder.call(`/api/v1/reminders/deliveries/${told?.deliveryId}/snooze`, { method: "POST" });
    expect(late).toMatchObject({ status: 200, body: { answer: "none", until: null } });
  });

  it("take no file: whoever has a draft hands papers in by a link of ten minutes", async () => {
    await post("/bot", { username: "shifan_bot" });
    await say(1, { text: (await codeOf(holder)).code });
    expect((await say(77, { action: "r:file" })).text).toContain("不收");
    const [, token = ""] = /\/upload\/(\w+)/.exec((await say(1, { action: "r:file" })).text) ?? [];
    const path = `/api/v1/upload-links/${token}`;
    const link = (await call(app, path)).body as UploadLink;
    expect(link.organizationName).toBe("郑州测试服务有限公司");
    const material = link.materials.find(({ missing }) => missing)?.id ?? "";
    const file = pdf(500);
    const upload = (at: string) =>
      app.app.request(`${at}/files?material=${material}&name=a.pdf`, {
        method: "POST",
        headers: { "content-type": "application/octet-stream", "content-length": String(file.length) },
        body: new Uint8Array(file),
      });
    const answered = await upload(path);
    expect(answered.status).toBe(201);
    const { link: after } = (await answered.json()) as { link: UploadLink };
    expect(after.materials.find(({ id }) => id === material)?.files).toBe(1);
    expect((await upload(`/api/v1/upload-links/${"0".repeat(48)}`)).status).toBe(404);
    clock.forward(10 * 60);
    expect((await upload(path)).status).toBe(404);
  });
});
