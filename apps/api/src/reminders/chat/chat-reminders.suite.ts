import type { ChatAnswer } from "@shifan/contract";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import { call, createSettableClock, createTestApp, serviceToken, type TestApp } from "../../../testing/app.ts";
import { createKeepingChannel } from "../../../testing/channels.ts";
import { beginTestChat, turnOf } from "../../../testing/chat.ts";
import type { Mail } from "../../mail/mail.ts";

type Turn = ChatAnswer["turn"];
const textOf = ({ messages }: Turn) => messages.map(({ text }) => text).join("\n");
const actionsOf = ({ messages }: Turn) => messages.flatMap(({ choices }) => choices.map(({ action }) => action));

/** Whoever does a self-check in the web chat asks there to be reminded. */
export const chatRemindersSuite = suite("reminders asked for in the web chat", (open) => {
  const clock = createSettableClock(new Date("2026-06-01T09:00:00+08:00"));
  const mails: Mail[] = [];
  let app: TestApp;
  let bare: TestApp;
  beforeAll(async () => {
    const mail = { send: async (each: Mail) => String(mails.push(each)), close: async () => {} };
    app = await createTestApp({ opened: open(), clock, mail, channels: [createKeepingChannel("mail").channel] });
    bare = await createTestApp({ opened: open(), clock });
  });
  const talk = async (on: TestApp) => {
    const chat = await beginTestChat(on);
    return {
      ...chat,
      says: async (text: string) => turnOf(await chat.send({ text })),
      taps: async (action: string) => turnOf(await chat.send({ action })),
    };
  };
  const mailedCode = () => /验证码：(\d{6})/.exec(mails.splice(0).at(-1)?.text ?? "")?.[1] ?? "";

  it("begin with what is sent and how it ends, and open with the code that came to the address", async () => {
    const { says, taps, read } = await talk(app);
    const consent = await says("提醒我");
    expect(textOf(consent)).toMatch(/会发[\s\S]*不发：广告[\s\S]*想停[\s\S]*2027年12月31日/);
    expect(actionsOf(consent)).toEqual(["remind:mail", "remind:no"]);
    expect(textOf(await taps("remind:mail"))).toContain("哪个邮箱");
    expect(textOf(await says("no@t an address"))).toContain("不像一个邮箱");
    const asked = await says("wang@example.org");
    expect(textOf(asked)).toContain("wa…@example.org");
    expect(asked.question).toEqual({ id: "reminder_code", facts: [], input: "number" });
    const code = mailedCode();
    expect(textOf((await read()).turn)).toContain("6位验证码");
    expect(textOf(await says(code === "000000" ? "111111" : "000000"))).toContain("还可以试4次");
    const opened = await says(code);
    expect(textOf(opened)).toMatch(/^\*\*好了，提醒会发邮件到wa…@example\.org/);
    const { transcript } = await read();
    expect(JSON.stringify(transcript)).not.toContain("wang@example.org");
    expect(JSON.stringify(transcript)).not.toContain(code);
  });

  it("show, pause and end what is open, by word or tap", async () => {
    const { says, taps } = await talk(app);
    expect(textOf(await says("/reminders"))).toContain("没有开通");
    await says("提醒我");
    await says("zhao@example.org");
    await says(mailedCode());
    expect(textOf(await says("/reminders"))).toContain("zh…@example.org");
    expect(textOf(await says("/mute"))).toContain("已暂停到7月1日");
    expect(textOf(await taps("reminders"))).toContain("现在暂停到7月1日");
    expect(textOf(await taps("unmute"))).toContain("已恢复");
    expect(textOf(await says("解除提醒"))).toContain("已解除");
    expect(textOf(await says("我的提醒"))).toContain("没有开通");
  });

  it("leave the self-check where it was, and it asks on", async () => {
    const { says, taps } = await talk(app);
    const question = await taps("start");
    await says("提醒我");
    const declined = await taps("remind:no");
    expect(declined.question).toEqual(question.question);
    expect(actionsOf(declined)).toContain("why");
    await says("提醒我");
    const answered = await says("不清楚");
    expect(answered.progress.answered).toBe(1);
    expect(textOf(answered)).not.toContain("邮箱");
  });

  it("say where the dates are published where nothing can be sent", async () => {
    const { says } = await talk(bare);
    const turn = await says("提醒我");
    expect(textOf(turn)).toContain("公示和公告");
    expect(actionsOf(turn)).not.toContain("remind:mail");
    expect(mails).toEqual([]);
  });

  it("are offered under a result only where they can be kept", async () => {
    const finish = async (on: TestApp) => {
      const { taps } = await talk(on);
      await taps("start");
      return taps("result");
    };
    const [offered, not] = [await finish(app), await finish(bare)];
    expect(offered.assessment).not.toBeNull();
    expect([actionsOf(offered).includes("remind"), actionsOf(not).includes("remind")]).toEqual([
      offered.question === null,
      false,
    ]);
  });

  it("are left to the bot in a chat of Telegram", async () => {
    const path = "/api/v1/channels/telegram/chats/77/inputs";
    const answered = await call(app, path, { body: { text: "提醒我", seq: 1 }, token: serviceToken });
    expect(actionsOf(turnOf(answered))).not.toContain("remind:mail");
  });
});
