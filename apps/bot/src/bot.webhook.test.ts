import { expect, test } from "vitest";
import { awaitTexts, enterBot, setScene } from "../testing/scene.ts";
import { turnOf } from "../testing/turns.ts";

const chatId = 42;
const secret = "webhook-secret";
const echoScene = () => setScene((input) => turnOf({ text: `收到 ${input.text}` }));

test("updates that come by webhook are answered, and /healthz too", async () => {
  const scene = await echoScene();
  const bot = await enterBot(scene, { intake: { mode: "webhook", secret, publicUrl: null } });
  const address = `http://127.0.0.1:${bot.port}`;
  scene.telegram.state.webhook = { url: `${address}/telegram/webhook`, secret };
  await scene.telegram.changes.until(() => scene.telegram.state.calls.some(({ method }) => method === "setMyCommands"));
  await scene.telegram.write(chatId, "甲");
  expect(await awaitTexts(scene, chatId, 1)).toEqual(["收到 甲"]);
  expect(scene.telegram.state.webhookStatuses).toEqual([200]);
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
});

test("an update that comes twice is answered once", async () => {
  const scene = await echoScene();
  const bot = await enterBot(scene, { intake: { mode: "webhook", secret, publicUrl: null } });
  scene.telegram.state.webhook = { url: `http://127.0.0.1:${bot.port}/telegram/webhook`, secret };
  await scene.telegram.changes.until(() => scene.telegram.state.calls.some(({ method }) => method === "setMyCommands"));
  scene.telegram.state.nextUpdateId = 77;
  await scene.telegram.write(chatId, "甲");
  scene.telegram.state.nextUpdateId = 77;
  await scene.telegram.write(chatId, "甲");
  await scene.telegram.write(chatId, "乙");
  expect(await awaitTexts(scene, chatId, 2)).toEqual(["收到 甲", "收到 乙"]);
  expect(scene.service.state.inputs.map((input) => input.seq)).toEqual([77, 78]);
});

test("with a public address the webhook registers itself, with its secret", async () => {
  const scene = await echoScene();
  await enterBot(scene, { intake: { mode: "webhook", secret, publicUrl: "https://shifan.example" } });
  await scene.telegram.changes.until(() => scene.telegram.state.webhook !== null);
  const registered = scene.telegram.state.calls.find(({ method }) => method === "setWebhook")?.payload;
  expect(registered).toEqual({
    url: "https://shifan.example/telegram/webhook",
    secret_token: secret,
    allowed_updates: ["message", "edited_message", "callback_query"],
  });
});

test("while the API is away Telegram is asked to send the update again", async () => {
  const scene = await echoScene();
  const bot = await enterBot(scene, { intake: { mode: "webhook", secret, publicUrl: null } });
  scene.telegram.state.webhook = { url: `http://127.0.0.1:${bot.port}/telegram/webhook`, secret };
  await scene.service.close();
  await scene.telegram.write(chatId, "甲");
  expect(scene.telegram.state.webhookStatuses).toEqual([503]);
});

test("in polling mode nobody can bring updates to the port", async () => {
  const bot = await enterBot(await echoScene());
  const response = await fetch(`http://127.0.0.1:${bot.port}/telegram/webhook`, { method: "POST", body: "{}" });
  expect(response.status).toBe(404);
});
