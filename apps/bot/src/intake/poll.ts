import type { Api } from "grammy/web";
import { describe, type Log } from "../log.ts";
import type { Pause } from "../pause.ts";
import { longPollSeconds } from "../telegram/client.ts";
import { classifyFault } from "../telegram/faults.ts";
import { grammySignal } from "../telegram/signal.ts";
import type { StoreUpdate } from "./store.ts";
import { allowedUpdates } from "./telegramUpdate.ts";

export type PollOptions = {
  poller: Pick<Api, "getUpdates">;
  store: StoreUpdate;
  log: Log;
  pause: Pause;
  stop: AbortSignal;
  onTokenRefused: () => void;
};

const longestWaitSeconds = 30;
/** A server that does not hold the request open must not be asked without rest. */
const emptyAnswerPauseMilliseconds = 100;

/** Fetches updates until stopped. Asking for the next ones acknowledges the last: so that happens only once they are stored. */
export async function poll({ poller, store, log, pause, stop, onTokenRefused }: PollOptions): Promise<void> {
  let offset = 0;
  let faults = 0;

  async function rest(error: unknown, message: string): Promise<void> {
    if (stop.aborted) return;
    faults += 1;
    const fault = classifyFault(error);
    log.warn({ fault: describe(error) }, message);
    if (fault?.kind === "tokenRefused") return onTokenRefused();
    const asked = fault?.kind === "passing" ? fault.retryAfterSeconds : null;
    await pause((asked ?? Math.min(2 ** (faults - 1), longestWaitSeconds)) * 1_000);
  }

  async function storeUntilTaken(update: { update_id: number }): Promise<void> {
    while (!stop.aborted) {
      try {
        await store(update);
        faults = 0;
        offset = update.update_id + 1;
        return;
      } catch (error) {
        await rest(error, "an update could not be stored");
      }
    }
  }

  while (!stop.aborted) {
    try {
      const updates = await poller.getUpdates(
        { offset, timeout: longPollSeconds, allowed_updates: allowedUpdates },
        grammySignal(stop),
      );
      if (updates.length === 0) await pause(emptyAnswerPauseMilliseconds);
      for (const update of updates) await storeUntilTaken(update);
      faults = 0;
    } catch (error) {
      await rest(error, "updates could not be fetched");
    }
  }
}
