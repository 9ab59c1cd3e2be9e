import type { Actor } from "@shifan/rules";
import type { Context } from "hono";
import { actorOf } from "../accounts/caller.ts";
import type { Clock } from "../clock.ts";
import { revisionOf } from "../http/etag.ts";
import { problem } from "../http/problem.ts";
import type { RequestVariables } from "../http/router.ts";

/** Somebody with an account. */
export type Person = Actor & { readonly userId: string };

/** Who acts on what: the record of the address, in the state that the caller has seen. Of acts of the clock, the system, which has seen none. */
export type On<Who extends Actor = Person> = {
  readonly actor: Who;
  readonly id: string;
  readonly revision: number | null;
};

/** What every act begins with: a caller with an account, and the state of the record that they have seen. */
export async function beginAct(context: Context<RequestVariables>, clock: Clock) {
  const caller = await requireActor(context, clock);
  if (caller.refusal !== undefined) return { refusal: caller.refusal } as const;
  const revision = revisionOf(context.req.header("if-match"));
  if (revision === null) return { refusal: problem(context, "if_match_required") } as const;
  const on: On = { actor: caller.actor, id: context.req.param("id") ?? "", revision };
  return { on } as const;
}

/** A caller with an account. */
export async function requireActor(context: Context<RequestVariables>, clock: Clock) {
  const actor = await actorOf(context, clock.now());
  const { userId } = actor;
  if (userId === null) return { refusal: problem(context, "not_signed_in") } as const;
  return { actor: { ...actor, userId } satisfies Person, userId } as const;
}
