import { createTelegramClient, type TelegramClient } from "@shifan/contract/client";

/** What this bot asks of the API. */
export type Service = TelegramClient;

const callTimeoutMilliseconds = 10_000;

/** The API's Telegram channel; a call that takes too long is given up, as if the API could not be reached. */
export function createService(baseUrl: string, serviceToken: string): Service {
  return createTelegramClient({ baseUrl, serviceToken, fetch: impatientFetch });
}

const impatientFetch: typeof fetch = (input, init) =>
  fetch(input, { ...init, signal: AbortSignal.timeout(callTimeoutMilliseconds) });
