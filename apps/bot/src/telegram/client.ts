import { Api } from "grammy/web";
import type { Pause } from "../pause.ts";
import { defaultRetryPolicy, type RetryPolicy, retrying } from "./retry.ts";

/** How long Telegram may hold a request for updates open. */
export const longPollSeconds = 25;
const callTimeoutSeconds = 10;
const uploadDuplex = { duplex: "half" } as const;

export type TelegramAccess = { token: string; apiRoot: string };

/** The client that answers people: short timeouts, every passing fault tried again. */
export function createSender(access: TelegramAccess, pause: Pause, policy: RetryPolicy = defaultRetryPolicy): Api {
  const api = createApi(access, callTimeoutSeconds);
  api.config.use(retrying(policy, pause));
  return api;
}

/** The client that asks for updates: it waits as long as Telegram holds the request, and its loop does the retrying. */
export function createPoller(access: TelegramAccess): Api {
  return createApi(access, longPollSeconds + callTimeoutSeconds);
}

/** grammY's web build speaks through Node's own fetch, which wants to be told that an upload is a stream. */
function createApi({ token, apiRoot }: TelegramAccess, timeoutSeconds: number): Api {
  return new Api(token, { apiRoot, timeoutSeconds, baseFetchConfig: uploadDuplex });
}
