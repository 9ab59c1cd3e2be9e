import type { SettleReminder } from "@shifan/contract/client";
import { describe } from "../log.ts";
import { classifyFault } from "../telegram/faults.ts";

export type Outcome = SettleReminder["outcome"];

const longestFault = 500;

/** What became of a reminder that could not be sent. A fault that is none of Telegram's is tried again: nobody knows whether it arrived. */
export function outcomeOf(error: unknown): Outcome | "tokenRefused" {
  const fault = describe(error).slice(0, longestFault);
  const known = classifyFault(error);
  switch (known?.kind) {
    case "unreachable":
      return { kind: "gone", fault };
    case "refused":
      return { kind: "refused", fault };
    case "tokenRefused":
      return "tokenRefused";
    case "passing":
      return { kind: "retry", afterSeconds: known.retryAfterSeconds, fault };
    case undefined:
      return { kind: "retry", afterSeconds: null, fault };
  }
}
