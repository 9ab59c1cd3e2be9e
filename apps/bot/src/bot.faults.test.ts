import type { ChatInput } from "@shifan/contract/client";
import { describe, expect, test } from "vitest";
import type { ScriptedFault } from "../testing/fakeTelegram.ts";
import { awaitDone, awaitTexts, enterBot, readTexts, type Scene, setScene, startService } from "../testing/scene.ts";
import { runOutTimes } from "../testing/serviceState.ts";
import { turnOf } from "../testing/turns.ts";

const chatId = 42;
const echo = (input: ChatInput) => turnOf({ text: `收到 ${input.text}` });
const threeParts = () => ({
  ...turnOf({}),
  messages: ["一", "二", "三"].flatMap((text) => turnOf({ text }).messages),
});
const cut: ScriptedFault = { kind: "cut", when: "before" };
const tries = [cut, cut, cut];

const calls = ({ telegram }: Scene, method: string) => telegram.state.calls.filter((call) => call.method === method);

/** Waits until the update has been given back, and lets its waiting time pass: so many seconds. */
async function passWaitingTime({ service }: Scene): Promise<number> {
  const { state } = service;
  const waiting = await service.changes.until(() => state.updates.find((update) => update.waitsUntil > state.now));
  const seconds = (waiting.waitsUntil - state.now) / 1_000;
  runOutTimes(state);
  return seconds;
}

describe("when Telegram", () => {
  test("breaks a connection or answers 5xx, the message still arrives once", async () => {
    const scene = await setScene(echo);
    scene.telegram.fail("sendMessage", cut, { kind: "status", status: 502, description: "Bad Gateway" });
    await enterBot(scene);
    await scene.telegram.write(chatId, "甲");
    await awaitDone(scene, 1);
    expect(readTexts(scene, chatId)).toEqual(["收到 甲"]);
  });

  test("stays away, the update waits and goes on where it stopped: nothing is said twice", async () => {
    const scene = await setScene(threeParts);
    await enterBot(scene);
    scene.telegram.fail("sendMessage", { kind: "hold", until: Promise.resolve() }, ...tries);
    await scene.telegram.write(chatId, "甲");
    expect(await passWaitingTime(scene)).toBe(2);
    await awaitDone(scene, 1);
    expect(readTexts(scene, chatId)).toEqual(["一", "二", "三"]);
    expect(scene.service.state.inputs).toHaveLength(1);
  });

  test("asks for a long rest, the update waits that long and other chats go on", async () => {
    const scene = await setScene(echo);
    await enterBot(scene);
    const description = "Too Many Requests: retry after 600";
    scene.telegram.fail("sendMessage", { kind: "status", status: 429, description, retryAfterSeconds: 600 });
    await scene.telegram.write(chatId, "甲");
    await scene.service.changes.until(() => scene.service.state.updates.some((update) => update.waitsUntil > 0));
    await scene.telegram.write(43, "乙");
    expect(await awaitTexts(scene, 43, 1)).toEqual(["收到 乙"]);
    expect(await passWaitingTime(scene)).toBe(600);
    expect(await awaitTexts(scene, chatId, 1)).toEqual(["收到 甲"]);
  });

  test.each([
    ["the user has blocked the bot", 403, "Forbidden: bot was blocked by the user"],
    ["the chat is gone", 400, "Bad Request: chat not found"],
    ["it will never take the message", 400, "Bad Request: BUTTON_DATA_INVALID"],
  ])("says that %s, the update is over after one try", async (_what, status, description) => {
    const scene = await setScene(echo);
    await enterBot(scene);
    scene.telegram.fail("sendMessage", { kind: "status", status, description });
    await scene.telegram.write(chatId, "甲");
    await awaitDone(scene, 1);
    await scene.telegram.write(chatId, "乙");
    expect(await awaitTexts(scene, chatId, 1)).toEqual(["收到 乙"]);
    expect(calls(scene, "sendMessage")).toHaveLength(2);
  });

  test("fails while updates are fetched, the bot asks again from the same place", async () => {
    const scene = await setScene(echo);
    scene.telegram.fail("getUpdates", { kind: "cut", when: "after" });
    await scene.telegram.write(chatId, "甲");
    await enterBot(scene);
    expect(await awaitTexts(scene, chatId, 1)).toEqual(["收到 甲"]);
    expect(
      calls(scene, "getUpdates")
        .slice(0, 2)
        .map(({ payload }) => payload.offset),
    ).toEqual([0, 0]);
  });

  test("does not register the commands, the bot works all the same", async () => {
    const scene = await setScene(echo);
    scene.telegram.fail("setMyCommands", { kind: "status", status: 400, description: "Bad Request" });
    await enterBot(scene);
    await scene.telegram.write(chatId, "甲");
    expect(await awaitTexts(scene, chatId, 1)).toEqual(["收到 甲"]);
  });

  test("does not know the token, the bot ends and says why", async () => {
    const scene = await setScene(echo);
    const bot = await enterBot(scene, { token: "870:another" });
    expect(await bot.ended).toBe("tokenRefused");
  });

  test("withdraws the token later, the bot ends and the update waits for the next one", async () => {
    const scene = await setScene(echo);
    const bot = await enterBot(scene);
    scene.telegram.fail("sendMessage", { kind: "status", status: 401, description: "Unauthorized" });
    await scene.telegram.write(chatId, "甲");
    expect(await bot.ended).toBe("tokenRefused");
    expect(scene.service.state.updates).toMatchObject([{ done: false }]);
  });
});

describe("when the API", () => {
  test("is away, updates stay with Telegram until it is back", async () => {
    const scene = await setScene(echo);
    await enterBot(scene);
    await scene.service.close();
    await scene.telegram.write(chatId, "甲");
    await scene.telegram.changes.until(() => calls(scene, "getUpdates").length >= 1);
    scene.service = await startService(scene.service.state, scene.service.url);
    expect(await awaitTexts(scene, chatId, 1)).toEqual(["收到 甲"]);
    expect(scene.service.state.updates).toHaveLength(1);
  });

  test("does not store an update, Telegram is not told that it arrived", async () => {
    const scene = await setScene(echo);
    scene.service.fail("store", { code: "unavailable" }, "cut");
    await enterBot(scene);
    const updateId = await scene.telegram.write(chatId, "甲");
    expect(await awaitTexts(scene, chatId, 1)).toEqual(["收到 甲"]);
    const confirming = calls(scene, "getUpdates").filter(({ payload }) => payload.offset === updateId + 1);
    expect(confirming).toHaveLength(1);
  });

  test("will never take an update, the next ones are not held up", async () => {
    const scene = await setScene(echo);
    scene.service.fail("store", { code: "invalid_input" });
    await enterBot(scene);
    await scene.telegram.write(chatId, "甲");
    await scene.telegram.write(chatId, "乙");
    expect(await awaitTexts(scene, chatId, 1)).toEqual(["收到 乙"]);
  });

  test("loses the answer to an input, the input counts once", async () => {
    const scene = await setScene(echo);
    scene.service.fail("input", { code: "internal" });
    await enterBot(scene);
    await scene.telegram.write(chatId, "甲");
    await passWaitingTime(scene);
    await awaitDone(scene, 1);
    expect(readTexts(scene, chatId)).toEqual(["收到 甲"]);
    expect(scene.service.state.inputs).toHaveLength(1);
  });

  test("finds the inputs too fast, they wait as long as it asks, in order", async () => {
    const scene = await setScene(echo);
    scene.service.fail("input", { code: "rate_limited", retryAfterSeconds: 40 });
    await enterBot(scene);
    await scene.telegram.write(chatId, "甲");
    await scene.telegram.write(chatId, "乙");
    expect(await passWaitingTime(scene)).toBe(40);
    expect(await awaitTexts(scene, chatId, 2)).toEqual(["收到 甲", "收到 乙"]);
  });

  test("takes an input as unusable, the person is asked for another", async () => {
    const scene = await setScene(echo);
    scene.service.fail("input", { code: "invalid_input", paths: ["/action"] });
    await enterBot(scene);
    await scene.telegram.write(chatId, "/start");
    expect((await awaitTexts(scene, chatId, 1))[0]).toMatch(/没看明白/);
  });

  test("does not hear that an update is done until its lease has ended, nothing is said twice", async () => {
    const scene = await setScene(threeParts);
    const { state, changes } = scene.service;
    scene.service.fail("done", "cut", "cut", "cut");
    await enterBot(scene);
    await scene.telegram.write(chatId, "甲");
    await awaitTexts(scene, chatId, 3);
    runOutTimes(state);
    await changes.until(() => state.updates[0]?.attempts === 2);
    await awaitDone(scene, 1);
    expect(readTexts(scene, chatId)).toEqual(["一", "二", "三"]);
  });

  test("has given the chat to another process, this one stops without a word", async () => {
    const scene = await setScene(echo);
    scene.service.fail("input", { code: "lease_lost" });
    await enterBot(scene);
    await scene.telegram.write(chatId, "甲");
    await scene.service.changes.until(() => scene.service.state.updates[0]?.attempts === 1);
    runOutTimes(scene.service.state);
    await awaitDone(scene, 1);
    expect(scene.service.state.updates).toMatchObject([{ attempts: 2, waitsUntil: 0 }]);
    expect(readTexts(scene, chatId)).toEqual(["收到 甲"]);
  });
});

test("what a dead process held is taken over when its lease ends; the input counts once", async () => {
  const scene = await setScene(echo);
  const letGo = Promise.withResolvers<void>();
  scene.telegram.fail("sendMessage", { kind: "hold", until: letGo.promise });
  const first = await enterBot(scene);
  await scene.telegram.write(chatId, "甲");
  await scene.service.changes.until(() => scene.service.state.inputs.length === 1);
  await scene.telegram.changes.until(() => calls(scene, "sendMessage").length === 1);
  runOutTimes(scene.service.state);
  await enterBot(scene);
  await awaitDone(scene, 1);
  first.stop();
  letGo.resolve();
  await first.ended;
  expect(scene.service.state.inputs).toHaveLength(1);
});

test("stopping gives back what is under way and ends", async () => {
  const scene = await setScene(echo);
  const letGo = Promise.withResolvers<void>();
  scene.telegram.fail("sendMessage", { kind: "hold", until: letGo.promise });
  const bot = await enterBot(scene);
  await scene.telegram.write(chatId, "甲");
  await scene.telegram.changes.until(() => calls(scene, "sendMessage").length === 1);
  bot.stop();
  expect(await bot.ended).toBe("stopped");
  letGo.resolve();
  expect(scene.service.state.updates).toMatchObject([{ done: false, attempts: 1 }]);
  expect(scene.service.state.leases.get(chatId)?.updateId).toBeNull();
});
