import { type ClaimedUpdate, Problem } from "@shifan/contract/client";
import { describe, type Log } from "../log.ts";
import type { Pause } from "../pause.ts";
import type { Service } from "../service/service.ts";
import type { Settlement } from "./settle.ts";

/** "open": this process may see the update again. */
export type Conclude = (claimed: ClaimedUpdate, settlement: Settlement) => Promise<"over" | "open">;

export type ConcludeOptions = {
  service: Pick<Service, "finishUpdate" | "releaseUpdate">;
  log: Log;
  pause: Pause;
  onTokenRefused: () => void;
};

/** Waits between tries to tell the API: as long as it may take to start again. A lease that ends meanwhile does no harm. */
const waitsMilliseconds = [200, 500, 1_000, 2_000, 4_000, 8_000];

/** Tells the API what became of an update. If it cannot be told, the lease runs out and the update comes again. */
export function concluding({ service, log, pause, onTokenRefused }: ConcludeOptions): Conclude {
  async function tell(claimed: ClaimedUpdate, call: () => Promise<unknown>): Promise<"over" | "open"> {
    for (const wait of [...waitsMilliseconds, null]) {
      try {
        await call();
        return "over";
      } catch (error) {
        if (error instanceof Problem && error.status < 500 && error.status !== 429) {
          log.warn({ updateId: claimed.updateId, fault: describe(error) }, "the API has settled this update otherwise");
          return "over";
        }
        if (wait === null)
          log.warn({ updateId: claimed.updateId, fault: describe(error) }, "left to the end of its lease");
        else await pause(wait);
      }
    }
    return "open";
  }

  return async (claimed, settlement) => {
    const lease = { chatId: claimed.chatId, lease: claimed.lease };
    switch (settlement.kind) {
      case "done":
        if (!["delivered", "unreachable"].includes(settlement.because)) {
          log.error({ updateId: claimed.updateId, because: settlement.because }, "an update ends unanswered");
        }
        return tell(claimed, () => service.finishUpdate(claimed.updateId, lease));
      case "lost":
        return "over";
      case "tokenRefused":
        onTokenRefused();
        break;
      case "release":
        break;
    }
    const { retryAfterSeconds } = settlement;
    await tell(claimed, () => service.releaseUpdate(claimed.updateId, { ...lease, retryAfterSeconds }));
    return "open";
  };
}
