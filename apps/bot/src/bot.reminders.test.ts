import { expect, test } from "vitest";
import { addReminder } from "../testing/reminderState.ts";
import { awaitTexts, enterBot, readTexts, type Scene, setScene, startService } from "../testing/scene.ts";
import { type KeptReminder, runOutTimes } from "../testing/serviceState.ts";
import { turnOf } from "../testing/turns.ts";

const chatId = 42;
const silent = () => turnOf({});
const awaitOutcomes = ({ service }: Scene, reminder: KeptReminder, count = 1) =>
  service.changes.until(() => reminder.outcomes.length >= count);
const refuse = (status: number, description: string, retryAfterSeconds?: number) =>
  ({ kind: "status", status, description, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) }) as const;

test("a bot says its name, and what is due goes out with its buttons", async () => {
  const scene = await setScene(silent);
  const buttons = [
    [{ label: "打开", url: "https://shifan.example/my-matters", action: null }],
    [{ label: "已办好", url: null, action: "r:d:1" }],
  ];
  const reminder = addReminder(scene.service.state, { id: "a", buttons });
  await enterBot(scene);
  await awaitOutcomes(scene, reminder);
  expect(scene.service.state.bots).toEqual(["shifan_bot"]);
  const [shown] = scene.telegram.chat(chatId);
  expect(shown?.text).toBe("【提醒】a\n编号 a");
  expect(shown?.keyboard).toEqual([
    [{ text: "打开", url: "https://shifan.example/my-matters" }],
    [{ text: "已办好", callback_data: "r:d:1" }],
  ]);
  expect(reminder.outcomes).toEqual([{ kind: "sent", reference: String(shown?.messageId) }]);
  await scene.telegram.tap(chatId, "已办好");
  await scene.service.changes.until(() => scene.service.state.inputs.length === 1);
  expect(scene.service.state.inputs[0]).toMatchObject({ action: "r:d:1" });
});

test.each([
  ["429", refuse(429, "Too Many Requests: retry after 90", 90), { kind: "retry", afterSeconds: 90 }],
  ["5xx", refuse(502, "Bad Gateway"), { kind: "retry", afterSeconds: null }],
  ["a broken connection", { kind: "cut", when: "before" } as const, { kind: "retry", afterSeconds: null }],
  ["blocked", refuse(403, "Forbidden: bot was blocked by the user"), { kind: "gone" }],
  ["a deactivated user", refuse(403, "Forbidden: user is deactivated"), { kind: "gone" }],
  ["a deleted chat", refuse(400, "Bad Request: chat not found"), { kind: "gone" }],
  ["never taken", refuse(400, "Bad Request: BUTTON_URL_INVALID"), { kind: "refused" }],
])("%s is told to the API, and the token stays out of it", async (_what, fault, outcome) => {
  const scene = await setScene(silent);
  scene.telegram.fail("sendMessage", fault);
  const reminder = addReminder(scene.service.state, { id: "a" });
  await enterBot(scene);
  await awaitOutcomes(scene, reminder);
  expect(reminder.outcomes).toMatchObject([outcome]);
  expect(JSON.stringify(reminder.outcomes)).not.toContain("fake-token");
  expect(readTexts(scene, chatId)).toEqual([]);
});

test("whose answer was lost is sent again, and known by its number", async () => {
  const scene = await setScene(silent);
  scene.telegram.fail("sendMessage", { kind: "cut", when: "after" });
  const reminder = addReminder(scene.service.state, { id: "a" });
  await enterBot(scene);
  await awaitOutcomes(scene, reminder);
  runOutTimes(scene.service.state);
  await awaitOutcomes(scene, reminder, 2);
  expect(reminder.outcomes.map(({ kind }) => kind)).toEqual(["retry", "sent"]);
  const texts = readTexts(scene, chatId);
  expect(texts.map((text) => text.split("\n").at(-1))).toEqual(["编号 a", "编号 a"]);
});

test("what hangs does not hold up others; to one chat one goes after the other", async () => {
  const scene = await setScene(silent);
  const letGo = Promise.withResolvers<void>();
  scene.telegram.fail("sendMessage", { kind: "hold", until: letGo.promise });
  const [first, second] = ["a", "b"].map((id) => addReminder(scene.service.state, { id }));
  const other = addReminder(scene.service.state, { id: "c", chatId: 43 });
  await enterBot(scene);
  expect(await awaitTexts(scene, 43, 1)).toEqual(["【提醒】c\n编号 c"]);
  await awaitOutcomes(scene, other);
  expect(second?.outcomes).toEqual([]);
  letGo.resolve();
  await awaitOutcomes(scene, second as KeptReminder);
  expect(readTexts(scene, chatId)).toEqual([first?.text, second?.text]);
});

test("two bots on one ledger send nothing twice", async () => {
  const scene = await setScene(silent);
  const reminders = Array.from({ length: 120 }, (_, at) =>
    addReminder(scene.service.state, { id: `r${at}`, chatId: 1_000 + at }),
  );
  await Promise.all([enterBot(scene), enterBot(scene)]);
  await scene.service.changes.until(() => reminders.every(({ outcomes }) => outcomes.length === 1));
  expect(scene.telegram.state.shown).toHaveLength(120);
  expect(new Set(scene.telegram.state.shown.map((shown) => shown.chatId)).size).toBe(120);
});

test("no second takes more than Telegram does", async () => {
  const scene = await setScene(silent);
  for (let at = 0; at < 10; at += 1) addReminder(scene.service.state, { id: `r${at}`, chatId: 1_000 + at });
  await enterBot(scene, { reminderLimits: { perSecond: 4, secondMilliseconds: 60_000 } });
  await scene.service.changes.until(
    () => scene.service.state.reminders.filter(({ outcomes }) => outcomes.length === 1).length === 4,
  );
  expect(scene.telegram.state.shown).toHaveLength(4);
});

test("a second that is full is waited for to its end, and no other one after it", async () => {
  const scene = await setScene(silent);
  scene.service.state.fullForMilliseconds = 5;
  const reminders = Array.from({ length: 10 }, (_, at) =>
    addReminder(scene.service.state, { id: `r${at}`, chatId: 1_000 + at }),
  );
  await enterBot(scene, { reminderLimits: { perSecond: 4, secondMilliseconds: 60_000 } });
  await scene.service.changes.until(() => reminders.every(({ outcomes }) => outcomes.length === 1));
  expect(scene.telegram.state.shown).toHaveLength(10);
});

test("an API that is away for a while is asked again", async () => {
  const scene = await setScene(silent);
  await enterBot(scene);
  await scene.service.changes.until(() => scene.service.state.bots.length === 1);
  await scene.service.close();
  scene.service = await startService(scene.service.state, scene.service.url);
  const reminder = addReminder(scene.service.state, { id: "a" });
  await awaitOutcomes(scene, reminder);
  expect(reminder.outcomes).toMatchObject([{ kind: "sent" }]);
});
