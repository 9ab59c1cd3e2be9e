import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type BotProcess, settingsFor, spawnBot } from "../testing/botProcess.ts";
import { fakeServiceToken } from "../testing/fakeService.ts";
import { awaitDone, awaitTexts, readTexts, setScene } from "../testing/scene.ts";
import { runOutTimes } from "../testing/serviceState.ts";
import { turnOf } from "../testing/turns.ts";

const chatId = 42;
const echoScene = () => setScene((input) => turnOf({ text: `收到 ${input.text}` }));

async function lastWords({ ended, output }: BotProcess) {
  return { code: await ended, ...output };
}

test("without a token the bot says so in one line and ends well", async () => {
  expect(await lastWords(spawnBot({}))).toEqual({
    code: 0,
    stdout: "没有设置 TELEGRAM_BOT_TOKEN，Telegram 机器人不启动。\n",
    stderr: "",
  });
});

test("a malformed setting ends the start with one line that names it", async () => {
  expect(await lastWords(spawnBot({ TELEGRAM_BOT_TOKEN: "1:x", BOT_PORT: "many" }))).toEqual({
    code: 1,
    stdout: "",
    stderr: "环境变量 BOT_PORT 应为 0 到 65535 的整数，现在是“many”\n",
  });
});

test("a port in use is named as well", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const words = await lastWords(spawnBot({ TELEGRAM_BOT_TOKEN: "1:x", BOT_PORT: `${port}`, LOG_LEVEL: "silent" }));
  expect(words).toEqual({
    code: 1,
    stdout: "",
    stderr: `环境变量 BOT_PORT 应为空闲的端口，${port} 已被别的程序占用\n`,
  });
});

test("an address that is not this machine's is named as well", async () => {
  const words = await lastWords(spawnBot({ TELEGRAM_BOT_TOKEN: "1:x", HOST: "192.0.2.1", BOT_PORT: "0" }));
  expect(words).toEqual({ code: 1, stdout: "", stderr: "环境变量 HOST 应为本机的地址，“192.0.2.1”不能监听\n" });
});

test("a token that Telegram does not know ends the bot with one line", async () => {
  const settings = { ...settingsFor(await echoScene()), TELEGRAM_BOT_TOKEN: "1:unknown", LOG_LEVEL: "silent" };
  expect(await lastWords(spawnBot(settings))).toEqual({
    code: 1,
    stdout: "",
    stderr: "环境变量 TELEGRAM_BOT_TOKEN 的令牌 Telegram 不认识，请向 @BotFather 核对。\n",
  });
});

test.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)("%s ends it cleanly, however often it comes", async (signal) => {
  const scene = await echoScene();
  const bot = spawnBot(settingsFor(scene));
  await bot.says("the bot is at work");
  await scene.telegram.write(chatId, "甲");
  await awaitDone(scene, 1);
  bot.child.kill(signal);
  bot.child.kill(signal);
  expect(await bot.ended).toBe(0);
  expect(bot.output.stderr).toBe("");
});

test("kill -9 between input and sending: the next process says it, and it counts once", async () => {
  const scene = await echoScene();
  const settings = settingsFor(scene);
  const never = new Promise<void>(() => {});
  scene.telegram.fail("sendMessage", { kind: "hold", until: never });
  const first = spawnBot(settings);
  await scene.telegram.write(chatId, "甲");
  await scene.telegram.write(chatId, "乙");
  await scene.telegram.changes.until(() => scene.telegram.state.calls.some(({ method }) => method === "sendMessage"));
  first.child.kill("SIGKILL");
  expect(await first.ended).toBe("SIGKILL");
  runOutTimes(scene.service.state);
  spawnBot(settings);
  expect(await awaitTexts(scene, chatId, 2)).toEqual(["收到 甲", "收到 乙"]);
  await awaitDone(scene, 2);
  expect(scene.service.state.inputs.map((input) => input.text)).toEqual(["甲", "乙"]);
});

test("the service token is read from the data folder, once the API has made it", async () => {
  const scene = await echoScene();
  const folder = await mkdtemp(join(tmpdir(), "shifan-bot-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { SERVICE_TOKEN: _given, ...settings } = settingsFor(scene);
  const bot = spawnBot({ ...settings, DATA_DIR: folder });
  await bot.says("waiting for the API to write its service token");
  await writeFile(join(folder, "service-token"), `${fakeServiceToken}\n`);
  await scene.telegram.write(chatId, "甲");
  expect(await awaitTexts(scene, chatId, 1)).toEqual(["收到 甲"]);
});

test("the log holds neither what people write nor the token", async () => {
  const scene = await echoScene();
  scene.telegram.fail("sendMessage", { kind: "cut", when: "before" });
  scene.service.fail("input", { code: "internal" });
  const bot = spawnBot({ ...settingsFor(scene), LOG_LEVEL: "trace" });
  await scene.telegram.write(chatId, "贵单位机密");
  await scene.service.changes.until(() => scene.service.state.updates.some((update) => update.waitsUntil > 0));
  runOutTimes(scene.service.state);
  await awaitDone(scene, 1);
  expect(readTexts(scene, chatId)).toEqual(["收到 贵单位机密"]);
  expect(bot.output.stdout).toContain("attempt ended");
  expect(bot.output.stdout).not.toMatch(/机密|fake-token|service-token-for-tests/);
});
