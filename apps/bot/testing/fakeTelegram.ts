import type { IncomingMessage, ServerResponse } from "node:http";
import type { Update } from "grammy/types";
import { type Changes, createChanges } from "./changes.ts";
import { answerJson, readBody, serveTest, type TestServer } from "./httpServer.ts";
import { readMultipart } from "./multipart.ts";
import { methods, Refusal } from "./telegramMethods.ts";
import { createState, type ShownMessage, type TelegramState } from "./telegramState.ts";

/** A fault to come, once, at the next call of a method. */
export type ScriptedFault =
  | { kind: "status"; status: number; description: string; retryAfterSeconds?: number }
  /** The connection breaks: before the call is carried out, or after, so that only the answer is lost. */
  | { kind: "cut"; when: "before" | "after" }
  /** It is carried out, and no answer ever comes. */
  | { kind: "silence" }
  /** The answer waits until the test lets it go. */
  | { kind: "hold"; until: Promise<void> };

export type FakeTelegram = TestServer & {
  state: TelegramState;
  changes: Changes;
  fail: (method: string, ...faults: ScriptedFault[]) => void;
  /** A person writes; resolves with the update's id once the update is on its way. */
  write: (chatId: number, text: string) => Promise<number>;
  /** A person taps the button of that label under the bot's latest message that has it. */
  tap: (chatId: number, label: string) => Promise<number>;
  /** Any other update, for example a photograph. */
  arrive: (content: Omit<Update, "update_id">) => Promise<number>;
  /** What the chat shows now, oldest first. */
  chat: (chatId: number) => ShownMessage[];
};

/** For whoever lets many messages through: what meets each, and what became of it. */
export type ToldOfMessages = {
  decideFault?: () => ScriptedFault | null;
  /** @param isAnswered whether the bot hears that it was taken */
  onTaken?: (message: { chatId: number; text: string }, isAnswered: boolean) => void;
};

export const fakeToken = "870:fake-token_for-tests";

/**
 * A Bot API server of our own: what the bot uses of it, over HTTP, with the faults that tests ask for.
 *
 * @param told decides at each message whether a fault meets it, and hears of each that is taken
 */
export async function startFakeTelegram(told: ToldOfMessages = {}): Promise<FakeTelegram> {
  const state = createState();
  const changes = createChanges("Telegram");
  const faults = new Map<string, ScriptedFault[]>();

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const payload = readPayload(request.headers["content-type"] ?? "", await readBody(request));
    const [, token, method = ""] = (request.url ?? "").split("/");
    state.calls.push({ method, payload });
    const fault = faults.get(method)?.shift() ?? (method === "sendMessage" ? told.decideFault?.() : null);
    try {
      if (token !== `bot${fakeToken}`) throw new Refusal(401, "Unauthorized");
      if (fault?.kind === "status") throw new Refusal(fault.status, fault.description, fault.retryAfterSeconds);
      if (fault?.kind === "hold") {
        changes.tell();
        await fault.until;
      }
      if (fault?.kind === "cut" && fault.when === "before") return;
      const result = method === "getUpdates" ? await nextUpdates(payload, response) : carryOut(method, payload);
      const isAnswered = fault?.kind !== "cut" && fault?.kind !== "silence";
      if (method === "sendMessage") tellTaken(isAnswered);
      if (isAnswered) answerJson(response, 200, { ok: true, result });
    } catch (error) {
      answerRefusal(response, error);
    } finally {
      if (fault?.kind === "cut") response.destroy();
      changes.tell();
    }
  }

  function tellTaken(isAnswered: boolean): void {
    const message = state.shown.at(-1);
    if (message !== undefined) told.onTaken?.(message, isAnswered);
  }

  function carryOut(method: string, payload: Record<string, unknown>): unknown {
    const known = methods[method];
    if (known === undefined) throw new Refusal(404, "Not Found");
    return known(state, payload);
  }

  /** Holds the request until there is something, as Telegram does, or until nobody waits for the answer any more. */
  async function nextUpdates(payload: Record<string, unknown>, response: ServerResponse): Promise<Update[]> {
    if (state.webhook !== null) throw new Refusal(409, "Conflict: can't use getUpdates method while webhook is active");
    const offset = Number(payload.offset ?? 0);
    state.updates = state.updates.filter((update) => update.update_id >= offset);
    response.once("close", changes.tell);
    changes.tell();
    await changes.until(() => state.updates.length > 0 || response.destroyed).catch(() => undefined);
    return state.updates;
  }

  async function arrive(content: Omit<Update, "update_id">): Promise<number> {
    const update = { update_id: state.nextUpdateId++, ...content };
    if (state.webhook === null) state.updates.push(update);
    else state.webhookStatuses.push(await push(state.webhook, update));
    changes.tell();
    return update.update_id;
  }

  const chat = (chatId: number) => state.shown.filter((message) => message.chatId === chatId);

  function tap(chatId: number, label: string): Promise<number> {
    const message = chat(chatId).findLast((one) => one.keyboard.flat().some((button) => button.text === label));
    const button = message?.keyboard.flat().find((one) => one.text === label);
    if (message === undefined || button === undefined) throw new Error(`No button ${label} in chat ${chatId}`);
    const { text, entities, keyboard, messageId } = message;
    const head = person(state, chatId);
    const id = `query-${head.message_id}`;
    state.openQueries.add(id);
    const origin = { ...head, message_id: messageId, text, entities, reply_markup: { inline_keyboard: keyboard } };
    if (!("callback_data" in button)) throw new Error(`The button ${label} opens a page`);
    const data = button.callback_data;
    return arrive({ callback_query: { id, from: head.from, chat_instance: "1", data, message: origin } });
  }

  const server = await serveTest(handle);
  return {
    ...server,
    state,
    changes,
    chat,
    arrive,
    tap,
    write: (chatId, text) => arrive({ message: { ...person(state, chatId), text } }),
    fail: (method, ...coming) => faults.set(method, [...(faults.get(method) ?? []), ...coming]),
  };
}

function readPayload(contentType: string, body: string): Record<string, unknown> {
  if (contentType.startsWith("multipart/")) return readMultipart(body, contentType);
  return body === "" ? {} : (JSON.parse(body) as Record<string, unknown>);
}

function answerRefusal(response: ServerResponse, error: unknown): void {
  const refusal = error instanceof Refusal ? error : new Refusal(400, `Bad Request: ${error}`);
  const retry = refusal.retryAfterSeconds;
  answerJson(response, refusal.status, {
    ok: false,
    error_code: refusal.status,
    description: refusal.message,
    ...(retry === undefined ? {} : { parameters: { retry_after: retry } }),
  });
}

/** Delivers to the webhook as Telegram does; the status tells whether it would come again. */
async function push(webhook: { url: string; secret: string | null }, update: Update): Promise<number> {
  const secret = webhook.secret === null ? {} : { "x-telegram-bot-api-secret-token": webhook.secret };
  const headers = { "content-type": "application/json", ...secret };
  return (await fetch(webhook.url, { method: "POST", headers, body: JSON.stringify(update) })).status;
}

/** The head of a message by the person of a private chat. */
function person(state: TelegramState, chatId: number) {
  return {
    message_id: state.nextMessageId++,
    date: 0,
    chat: { id: chatId, type: "private" as const, first_name: "张三" },
    from: { id: chatId, is_bot: false, first_name: "张三", username: "zhangsan" },
  };
}
