import { type DialogState, startDialog, type Turn } from "@shifan/dialog";
import { AS_OF, soundApplicant } from "./applicants.ts";
import { type Step, wholeConversation } from "./conversation.ts";
import { policyInForce } from "./policy-in-force.ts";
import { seededRandom } from "./random.ts";

/** A whole self-check: what is sent, and what the API answers and keeps on that day. */
export interface ChatScript {
  readonly day: string;
  readonly instant: string;
  readonly welcome: { readonly state: DialogState; readonly turn: Turn };
  readonly steps: readonly Step[];
}

export function writeScript(): ChatScript {
  const context = { policy: policyInForce(), newerPolicy: null, today: AS_OF, round: null };
  return {
    day: AS_OF,
    instant: `${AS_OF}T09:30:00+08:00`,
    welcome: startDialog(context),
    steps: wholeConversation(context, soundApplicant(seededRandom(1))),
  };
}

/** The body of the n-th request, counted from 0. Like the portal it numbers its inputs. */
export function bodyOf({ input }: Step, n: number): string {
  return JSON.stringify({ ...input, seq: n + 1 });
}
