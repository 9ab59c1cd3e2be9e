import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
// The package's own door is typed as a default export that it does not have at run time.
import { TelegramServer } from "telegram-test-api/lib/telegramServer.js";
import { expect, onTestFinished, test } from "vitest";
import { enterBotAt, startService } from "../testing/scene.ts";
import { createServiceState } from "../testing/serviceState.ts";
import { choicesOf, turnOf } from "../testing/turns.ts";

/** telegram-test-api takes no "any free port", so one is looked up first. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const token = "870:other";

/** The same bot against a fake Bot API that others wrote: it knows text, keyboards, taps and edits. */
test("a fake Bot API not of our making sees the same conversation", async () => {
  const server = new TelegramServer({ port: await freePort(), host: "127.0.0.1" });
  await server.start();
  onTestFinished(async () => void (await server.stop()));
  const service = await startService(
    createServiceState((input) =>
      input.action === "start"
        ? turnOf({ text: "**是法人吗？**", choices: choicesOf("是", "否") })
        : turnOf({ text: `收到 ${input.text ?? input.action}` }),
    ),
  );
  await enterBotAt(server.config.apiURL, service.url, { token });
  const person = server.getClient(token, { chatId: 42, userId: 42, timeout: 5_000, interval: 10 });

  await person.sendCommand(person.makeCommand("/start"));
  const [question] = (await person.getUpdates()).result;
  expect(question?.message).toMatchObject({
    chat_id: 42,
    text: "是法人吗？",
    entities: [{ type: "bold", offset: 0, length: 5 }],
    reply_markup: { inline_keyboard: [[{ text: "是", callback_data: "choose:0" }, { text: "否" }]] },
  });

  await person.sendCallback(person.makeCallbackQuery("choose:0"));
  expect((await person.getUpdates()).result[0]?.message.text).toBe("收到 choose:0");

  await person.sendMessage(person.makeMessage("一百五十万"));
  expect((await person.getUpdates()).result[0]?.message.text).toBe("收到 一百五十万");
});
