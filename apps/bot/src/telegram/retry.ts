import { HttpError, type Transformer } from "grammy/web";
import type { Pause } from "../pause.ts";

export type RetryPolicy = {
  /** Tries altogether, the first included. */
  attempts: number;
  /** The wait before the second try; it doubles from then on. */
  firstWaitMilliseconds: number;
  /** A longer wait than this is not sat out here: the update goes back to its queue for that long instead. */
  longestWaitMilliseconds: number;
};

export const defaultRetryPolicy: RetryPolicy = {
  attempts: 5,
  firstWaitMilliseconds: 500,
  longestWaitMilliseconds: 8_000,
};

/** Tries a request again after 429 (for as long as Telegram says), 5xx and broken connections, within the policy. */
export function retrying(policy: RetryPolicy, pause: Pause): Transformer {
  return async (previous, method, payload, signal) => {
    for (let attempt = 1; ; attempt += 1) {
      const backoff = policy.firstWaitMilliseconds * 2 ** (attempt - 1);
      const outcome = await tryOnce(() => previous(method, payload, signal));
      const wait = waitBefore(outcome, backoff);
      const last = attempt >= policy.attempts || wait === null || wait > policy.longestWaitMilliseconds;
      if (last || signal?.aborted === true) return settle(outcome);
      await pause(wait);
    }
  };
}

type Response = Awaited<ReturnType<Parameters<Transformer>[0]>>;
type Outcome<R extends Response> = { response: R } | { error: HttpError };

async function tryOnce<R extends Response>(call: () => Promise<R>): Promise<Outcome<R>> {
  try {
    return { response: await call() };
  } catch (error) {
    if (error instanceof HttpError) return { error };
    throw error;
  }
}

/** Milliseconds to wait before the next try; null when another try cannot change the answer. */
function waitBefore(outcome: Outcome<Response>, backoff: number): number | null {
  if ("error" in outcome) return backoff;
  const response = outcome.response;
  if (response.ok) return null;
  if (response.error_code === 429) return (response.parameters?.retry_after ?? 1) * 1_000;
  return response.error_code >= 500 ? backoff : null;
}

function settle<R extends Response>(outcome: Outcome<R>): R {
  if ("error" in outcome) throw outcome.error;
  return outcome.response;
}
