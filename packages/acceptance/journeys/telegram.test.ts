import { type FakeTelegram, fakeToken, startFakeTelegram } from "@shifan/bot/testing/fakeTelegram.ts";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openSession, type Session } from "../src/browser-session.ts";
import { replyTo } from "../src/person.ts";
import { type Program, startProgram } from "../src/program.ts";
import { bundles } from "../src/repository.ts";
import { type Server, startServer } from "../src/server.ts";

const SERVICE_TOKEN = "acceptance-service-token";
const lastQuestion = 60;

let server: Server;
let telegram: FakeTelegram;
let bots: Program[] = [];
beforeAll(async () => {
  server = await startServer({ settings: { SERVICE_TOKEN } });
});
afterAll(() => server.stop());
beforeEach(async () => {
  telegram = await startFakeTelegram();
});
afterEach(async () => {
  for (const bot of bots) await bot.kill();
  bots = [];
  await telegram.close();
});

function startBot(): Program {
  const bot = startProgram(bundles.bot, {
    TELEGRAM_BOT_TOKEN: fakeToken,
    TELEGRAM_API_ROOT: telegram.url,
    API_URL: server.url,
    SERVICE_TOKEN,
    BOT_PORT: "0",
  });
  bots.push(bot);
  return bot;
}

/** Waits for the chat's next message and gives it. What a dead process held comes after its lease, which may take half a minute. */
async function nextMessage(chatId: number, shown: number, patience = 2) {
  const look = () => telegram.chat(chatId)[shown];
  let waiting = telegram.changes.until(look);
  for (let left = 1; left < patience; left++) waiting = waiting.catch(() => telegram.changes.until(look));
  return waiting;
}

/** Says something and waits for the message that asks the next question, or ends; the text of all that came. */
async function say(chatId: number, reply: { tap: string } | { write: string }): Promise<string> {
  let shown = telegram.chat(chatId).length;
  if ("tap" in reply) await telegram.tap(chatId, reply.tap);
  else await telegram.write(chatId, reply.write);
  const texts: string[] = [];
  for (;;) {
    const message = await nextMessage(chatId, shown);
    texts.push(message.text);
    shown += 1;
    // Only the last message of a turn carries buttons.
    if (message.keyboard.length > 0) return texts.join("\n");
  }
}

test("from /start to the result, by typing and tapping", async () => {
  const chatId = 101;
  startBot();
  expect(await say(chatId, { write: "/start" })).toMatch(/申报自查/);
  let said = await say(chatId, { tap: "开始自查" });
  for (let asked = 0; asked < lastQuestion && !said.includes("可以核对的条件都满足"); asked++) {
    said = await say(chatId, replyTo(telegram.chat(chatId).at(-1)?.text ?? ""));
  }
  expect(said).toMatch(/可以核对的条件都满足，可以准备申报/);
  expect(said).toMatch(/下一步/);
  expect(await say(chatId, { write: "/materials" })).toMatch(/材料清单（第九条）/);
  expect(await say(chatId, { write: "/answers" })).toMatch(/320万元/);
  const bold = telegram.chat(chatId).flatMap(({ entities }) => entities);
  expect(bold.length).toBeGreaterThan(0);
  for (const { text, keyboard } of telegram.chat(chatId)) {
    expect(text).not.toContain("**");
    expect(text.length).toBeLessThanOrEqual(4_096);
    for (const button of keyboard.flat()) {
      expect("callback_data" in button ? Buffer.byteLength(button.callback_data) : 0).toBeLessThanOrEqual(64);
    }
  }
  expect(telegram.state.calls.find(({ method }) => method === "setMyCommands")?.payload.commands).toHaveLength(11);
});

test("kill -9 between input and sending: no answer is applied twice, none is lost", async () => {
  const chatId = 202;
  const first = startBot();
  await say(chatId, { write: "/start" });
  await say(chatId, { tap: "开始自查" });
  await say(chatId, { write: "还没定" });
  await say(chatId, { tap: "专业性平台" });

  // A tap that turns something on: applied twice it would be off again.
  telegram.fail("editMessageText", { kind: "hold", until: new Promise(() => {}) });
  await telegram.tap(chatId, "信息服务");
  await telegram.changes.until(() =>
    telegram.state.calls.some(({ payload }) => String(payload.text).includes("已选：")),
  );
  await first.kill();
  const question = telegram.chat(chatId).at(-1);
  expect(question?.text).not.toContain("已选");
  const shown = telegram.chat(chatId).length;
  // Written while nobody is there.
  await telegram.write(chatId, "还有培训服务");
  startBot();

  await nextMessage(chatId, shown);
  const latest = telegram.chat(chatId).at(-1);
  expect(latest?.text).toContain("已选：信息服务、培训服务");
  expect(latest?.keyboard.flat().filter(({ text }) => text.startsWith("✓"))).toHaveLength(2);
  expect(telegram.chat(chatId).filter(({ text }) => text.includes("已选：信息服务、培训服务"))).toHaveLength(1);
  expect(await say(chatId, { tap: "选好了" })).toContain("申报的服务功能：信息服务、培训服务");
});

/** Writes and waits for the one message that answers. */
async function write(chatId: number, text: string): Promise<string> {
  const shown = telegram.chat(chatId).length;
  await telegram.write(chatId, text);
  return (await nextMessage(chatId, shown)).text;
}

/** A code that links a chat, as soon as the bot has told the server that it is at work. */
async function codeFor(person: Session): Promise<{ code: string; deepLink: string }> {
  for (let tries = 0; tries < 500; tries += 1) {
    const { status, body } = await person.call("/api/v1/reminders/codes", { json: { channel: "telegram" } });
    if (status === 201) return body as { code: string; deepLink: string };
  }
  throw new Error("the server was never told of the bot");
}

test("a chat is linked by the link of an account, told what is to be done, paused and unlinked", async () => {
  const chatId = 303;
  startBot();
  const person = openSession(server.url);
  const json = { name: "王五", email: "telegram@journey.example", password: "correct-horse-battery" };
  expect((await person.call("/api/v1/auth/sign-up/email", { json })).status).toBe(200);
  const { code, deepLink } = await codeFor(person);
  expect(deepLink).toBe(`https://t.me/shifan_bot?start=${code}`);
  expect(await write(chatId, `/start ${code}`)).toContain("已连接王五的账号");
  expect(await write(chatId, "/todo")).toContain("还没有您的事项");
  expect(await write(chatId, "/mute 3天")).toContain("已暂停到6月12日（含当天）");
  expect(await write(chatId, "/reminders")).toContain("现在暂停到6月12日");
  expect(await write(404, code)).toContain("不能用了");
  expect(await write(chatId, "/unlink")).toContain("已解除连接");
  expect(await write(chatId, "提醒我")).toContain("同意吗");
});
