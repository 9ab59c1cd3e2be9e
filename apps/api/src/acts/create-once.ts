import type { Database } from "@shifan/db";
import type { Context } from "hono";
import { idempotencyOf } from "../http/idempotency.ts";
import { makeOnce } from "../http/once.ts";
import { problem } from "../http/problem.ts";
import type { RequestVariables } from "../http/router.ts";
import { refuseCreation } from "./answer.ts";
import { type Person, requireActor } from "./begin.ts";
import type { CreationOutcome } from "./outcome.ts";
import type { ProcedureServices } from "./services.ts";

/** Makes a record for a caller with an account, once for an Idempotency-Key. The id of what was made, now or by the same call before. */
export async function createOnce(
  context: Context<RequestVariables>,
  { database, clock }: Pick<ProcedureServices, "database" | "clock">,
  { purpose, body }: { purpose: string; body: unknown },
  make: (transaction: Database, actor: Person) => Promise<CreationOutcome<{ id: string }>>,
) {
  const caller = await requireActor(context, clock);
  if ("refusal" in caller) return { refusal: caller.refusal } as const;
  const { actor, userId } = caller;
  const keys = idempotencyOf(context, { call: purpose, userId, body });
  if (keys === null) return { refusal: problem(context, "idempotency_key_required") } as const;
  const once = await makeOnce(database, { ...keys, at: clock.machine() }, async (transaction) => {
    const outcome = await make(transaction, actor);
    return { outcome, madeId: outcome.kind === "accepted" ? outcome.result.id : null };
  });
  if (once.kind === "key_reused") return { refusal: problem(context, "idempotency_key_reused") } as const;
  if (once.kind === "made_before") return { actor, id: once.id } as const;
  if (once.outcome.kind !== "accepted") return { refusal: refuseCreation(context, once.outcome) } as const;
  return { actor, id: once.outcome.result.id } as const;
}
