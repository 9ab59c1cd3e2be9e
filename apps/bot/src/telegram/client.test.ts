import { GrammyError, HttpError } from "grammy/web";
import { expect, onTestFinished, test } from "vitest";
import { type FakeTelegram, fakeToken, type ScriptedFault, startFakeTelegram } from "../../testing/fakeTelegram.ts";
import { createSender } from "./client.ts";

const policy = { attempts: 4, firstWaitMilliseconds: 500, longestWaitMilliseconds: 8_000 };

/** The bot's real client against the fake Telegram; its waits are noted instead of waited. */
async function send(
  ...faults: ScriptedFault[]
): Promise<{ outcome: unknown; waits: number[]; telegram: FakeTelegram }> {
  const telegram = await startFakeTelegram();
  onTestFinished(telegram.close);
  telegram.fail("sendMessage", ...faults);
  const waits: number[] = [];
  const noting = async (milliseconds: number) => void waits.push(milliseconds);
  const sender = createSender({ token: fakeToken, apiRoot: telegram.url }, noting, policy);
  const outcome = await sender.sendMessage(1, "您好").catch((error: unknown) => error);
  return { outcome, waits, telegram };
}

const status = (code: number, retryAfterSeconds?: number): ScriptedFault => ({
  kind: "status",
  status: code,
  description: "Too Many Requests or so",
  ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
});

test("429 is waited out for as long as Telegram says", async () => {
  const { waits, telegram } = await send(status(429, 3), status(429, 1));
  expect(waits).toEqual([3_000, 1_000]);
  expect(telegram.chat(1)).toHaveLength(1);
});

test("a wait longer than an attempt may take is handed on, with its length", async () => {
  const { outcome, waits } = await send(status(429, 9));
  expect(waits).toEqual([]);
  expect(outcome).toBeInstanceOf(GrammyError);
  expect(outcome).toMatchObject({ error_code: 429, parameters: { retry_after: 9 } });
});

test("5xx and broken connections are tried again with growing waits", async () => {
  const { waits, telegram } = await send(status(502), { kind: "cut", when: "before" }, status(500));
  expect(waits).toEqual([500, 1_000, 2_000]);
  expect(telegram.chat(1)).toHaveLength(1);
});

test("trying again has a limit", async () => {
  const cut: ScriptedFault = { kind: "cut", when: "before" };
  const { outcome, waits, telegram } = await send(cut, cut, cut, cut, cut);
  expect(outcome).toBeInstanceOf(HttpError);
  expect(waits).toHaveLength(3);
  expect(telegram.state.calls).toHaveLength(4);
});

test.each([400, 401, 403, 404])("%i is final at once", async (code) => {
  const { outcome, waits } = await send(status(code));
  expect(outcome).toMatchObject({ error_code: code });
  expect(waits).toEqual([]);
});
