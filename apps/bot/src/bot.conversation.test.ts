import type { ChatInput } from "@shifan/contract/client";
import { expect, test } from "vitest";
import { awaitDone, awaitTexts, enterBot, readTexts, setScene } from "../testing/scene.ts";
import { choicesOf, turnOf } from "../testing/turns.ts";

const chatId = 4_200_000_001;
const echo = (input: ChatInput) => turnOf({ text: `收到 ${input.text ?? input.action}` });

test("a conversation: command, question with buttons, typed answer, each answered once and in order", async () => {
  const scene = await setScene((input) =>
    input.action === "start"
      ? turnOf({ text: "**您好**\n能不能报？", choices: choicesOf("开始自查", "先看条件") })
      : echo(input),
  );
  await enterBot(scene);
  const first = await scene.telegram.write(chatId, "/start");
  await awaitTexts(scene, chatId, 1);
  await scene.telegram.write(chatId, "一百五十万");
  expect(await awaitTexts(scene, chatId, 2)).toEqual(["您好\n能不能报？", "收到 一百五十万"]);
  expect(scene.telegram.chat(chatId)[0]).toMatchObject({
    entities: [{ type: "bold", offset: 0, length: 2 }],
    keyboard: [
      [
        { text: "开始自查", callback_data: "choose:0" },
        { text: "先看条件", callback_data: "choose:1" },
      ],
    ],
  });
  expect(scene.service.state.inputs).toEqual([
    { chatId, action: "start", seq: first },
    { chatId, text: "一百五十万", seq: first + 1 },
  ]);
});

test("the commands are registered in Chinese, a webhook left over is removed", async () => {
  const scene = await setScene(echo);
  scene.telegram.state.webhook = { url: "https://old.example/hook", secret: null };
  await enterBot(scene);
  await scene.telegram.changes.until(() => scene.telegram.state.calls.some(({ method }) => method === "setMyCommands"));
  const registered = scene.telegram.state.calls.find(({ method }) => method === "setMyCommands")?.payload.commands;
  expect(registered).toContainEqual({ command: "materials", description: "看材料清单" });
  expect(registered).toHaveLength(11);
  expect(scene.telegram.state.webhook).toBeNull();
});

test("a text that looks like markup arrives letter by letter, without parse mode", async () => {
  const scene = await setScene(echo);
  await enterBot(scene);
  await scene.telegram.write(chatId, "<b>甲</b> _乙_ [丙](tg://user?id=1) **丁**");
  expect(await awaitTexts(scene, chatId, 1)).toEqual(["收到 <b>甲</b> _乙_ [丙](tg://user?id=1) **丁**"]);
  const sent = scene.telegram.state.calls.find(({ method }) => method === "sendMessage")?.payload;
  expect(sent).toMatchObject({ entities: [], link_preview_options: { is_disabled: true } });
  expect(sent).not.toHaveProperty("parse_mode");
});

test("a tapped answer stays visible in place of the buttons, and its waiting mark ends", async () => {
  const scene = await setScene((input) =>
    input.action === "start" ? turnOf({ text: "**是法人吗？**", choices: choicesOf("是", "否") }) : echo(input),
  );
  await enterBot(scene);
  await scene.telegram.write(chatId, "/start");
  await awaitTexts(scene, chatId, 1);
  const tapped = await scene.telegram.tap(chatId, "是");
  await awaitDone(scene, 2);
  expect(scene.service.state.inputs.at(-1)).toEqual({ chatId, action: "choose:0", seq: tapped });
  expect(readTexts(scene, chatId)).toEqual(["是法人吗？\n\n✓ 您选了：是", "收到 choose:0"]);
  expect(scene.telegram.chat(chatId)[0]).toMatchObject({
    keyboard: [],
    entities: [{ type: "bold", offset: 0, length: 5 }],
  });
  expect(scene.telegram.state.openQueries).toEqual(new Set());
});

test("toggling several answers changes the marks where they stand; done names all of them", async () => {
  const chosen = new Set<string>();
  const scene = await setScene((input) => {
    if (input.action === "done") return turnOf({ text: "下一题" });
    if (input.action?.startsWith("choose:")) chosen.add(input.action);
    const choices = choicesOf("信息", "技术", "创业").map((choice) => ({
      ...choice,
      selected: chosen.has(choice.action),
    }));
    const done = { label: "选好了", action: "done" };
    return turnOf({ text: "有哪些服务？", choices: [...choices, done] }, { id: "q", facts: ["f"], input: "many" });
  });
  await enterBot(scene);
  await scene.telegram.write(chatId, "/start");
  await awaitTexts(scene, chatId, 1);
  await scene.telegram.tap(chatId, "信息");
  await awaitDone(scene, 2);
  await scene.telegram.tap(chatId, "创业");
  await awaitDone(scene, 3);
  expect(scene.telegram.chat(chatId)).toHaveLength(1);
  expect(
    scene.telegram
      .chat(chatId)[0]
      ?.keyboard.flat()
      .map(({ text }) => text),
  ).toEqual(["✓ 信息", "技术", "✓ 创业", "选好了"]);
  await scene.telegram.tap(chatId, "选好了");
  await awaitDone(scene, 4);
  expect(readTexts(scene, chatId)).toEqual(["有哪些服务？\n\n✓ 您选了：信息、创业", "下一题"]);
});

test.each([
  ["done", "选好了", "以上都没有"],
  ["rest_unknown", "没选的不清楚", "没选的不清楚"],
])("%s with nothing marked says so under the question", async (action, label, said) => {
  const choices = [...choicesOf("甲").map((choice) => ({ ...choice, selected: false })), { label, action }];
  const scene = await setScene((input) =>
    input.action === "start" ? turnOf({ text: "有哪些？", choices }) : turnOf({ text: "下一题" }),
  );
  await enterBot(scene);
  await scene.telegram.write(chatId, "/start");
  await awaitTexts(scene, chatId, 1);
  await scene.telegram.tap(chatId, label);
  await awaitDone(scene, 2);
  expect(readTexts(scene, chatId)).toEqual([`有哪些？\n\n✓ 您选了：${said}`, "下一题"]);
});

test("a toggled question whose message is gone is sent anew", async () => {
  const scene = await setScene(() =>
    turnOf({ text: "哪些？", choices: choicesOf("甲", "乙") }, { id: "q", facts: ["f"], input: "many" }),
  );
  await enterBot(scene);
  await scene.telegram.write(chatId, "/start");
  await awaitTexts(scene, chatId, 1);
  const tapping = scene.telegram.tap(chatId, "甲");
  scene.telegram.state.shown.splice(0);
  await tapping;
  expect(await awaitTexts(scene, chatId, 1)).toEqual(["哪些？"]);
});

test.each([
  ["a photograph", { photo: [] }],
  ["a document", { document: { file_id: "f", file_unique_id: "u", file_name: "名单.pdf" } }],
])("of %s the API is told that there was one, and nothing else", async (_what, content) => {
  const scene = await setScene(echo);
  await enterBot(scene);
  const chat = { id: chatId, type: "private" as const, first_name: "张三" };
  await scene.telegram.arrive({ message: { message_id: 5, date: 0, chat, ...content } as never });
  expect(await awaitTexts(scene, chatId, 1)).toEqual(["收到 r:file"]);
  expect(JSON.stringify(scene.service.state)).not.toContain("名单");
  expect(scene.service.state.inputs).toMatchObject([{ chatId, action: "r:file" }]);
});

test("a text longer than the conversation takes gets a friendly explanation", async () => {
  const scene = await setScene(echo);
  await enterBot(scene);
  await scene.telegram.write(chatId, "长".repeat(2_001));
  expect((await awaitTexts(scene, chatId, 1))[0]).toMatch(/一条最多2,000字/);
  expect(scene.service.state.inputs).toEqual([]);
});

test("a tap whose callback Telegram no longer waits for is still an answer", async () => {
  const scene = await setScene((input) =>
    input.action === "start" ? turnOf({ text: "？", choices: choicesOf("是") }) : echo(input),
  );
  await enterBot(scene);
  await scene.telegram.write(chatId, "/start");
  await awaitTexts(scene, chatId, 1);
  scene.telegram.fail("answerCallbackQuery", {
    kind: "status",
    status: 400,
    description: "Bad Request: query is too old",
  });
  await scene.telegram.tap(chatId, "是");
  await awaitDone(scene, 2);
  expect(readTexts(scene, chatId).at(-1)).toBe("收到 choose:0");
});

test("a file of a turn is fetched from the API and sent as a document", async () => {
  const scene = await setScene(() =>
    turnOf({ text: "清单", files: [{ name: "待查清单.txt", url: "/api/v1/files/1" }] }),
  );
  scene.service.files.set("/api/v1/files/1", "资产总计：问财务");
  await enterBot(scene);
  await scene.telegram.write(chatId, "/todo");
  await awaitTexts(scene, chatId, 2);
  expect(scene.telegram.chat(chatId)[1]?.document).toEqual({ name: "待查清单.txt", content: "资产总计：问财务" });
});

test("many chats are answered at once: one that hangs holds up nobody else", async () => {
  const scene = await setScene(echo);
  await enterBot(scene);
  const letGo = Promise.withResolvers<void>();
  scene.telegram.fail("sendMessage", { kind: "hold", until: letGo.promise });
  await scene.telegram.write(1, "慢");
  await scene.telegram.changes.until(() => scene.telegram.state.calls.some(({ method }) => method === "sendMessage"));
  await scene.telegram.write(1, "慢的第二条");
  await scene.telegram.write(2, "快");
  expect(await awaitTexts(scene, 2, 1)).toEqual(["收到 快"]);
  expect(readTexts(scene, 1)).toEqual([]);
  letGo.resolve();
  expect(await awaitTexts(scene, 1, 2)).toEqual(["收到 慢", "收到 慢的第二条"]);
});
