import type { ReceiptIssued } from "@shifan/contract";
import type { Database } from "@shifan/db";
import type { Context, MiddlewareHandler } from "hono";
import { refuseCreation } from "../acts/answer.ts";
import type { CreationOutcome } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { clientAddress } from "../http/address.ts";
import { idempotencyOf } from "../http/idempotency.ts";
import { makeOnce } from "../http/once.ts";
import { problem } from "../http/problem.ts";
import { createRateLimit } from "../http/rate-limit.ts";
import type { RequestVariables } from "../http/router.ts";

export type PublicServices = ProcedureServices & { trustedProxies: number };

/** What is on record of a filing, for its receipt. */
type Filed = { readonly id: string; readonly receiptNumber: string; readonly receivedOn: string };

/** Lets so many calls of an address pass in a minute. */
export function limitByAddress({ clock, trustedProxies }: PublicServices, callsPerMinute: number): MiddlewareHandler {
  const limit = createRateLimit(callsPerMinute);
  return async (context, next) => {
    const wait = limit.take(clientAddress(context, trustedProxies), clock.machine());
    return wait === null ? next() : problem(context, "rate_limited", { retryAfterSeconds: wait });
  };
}

/**
 * Takes what somebody without an account files, once for an Idempotency-Key where one is sent: the same call again gets the same receipt.
 *
 * @param find the filing that the same call has made before
 */
export async function fileOnce(
  context: Context<RequestVariables>,
  { database, clock }: PublicServices,
  { call, body }: { call: string; body: unknown },
  make: (transaction: Database) => Promise<CreationOutcome<Filed>>,
  find: (id: string) => Promise<Filed | null>,
) {
  const keys = idempotencyOf(context, { call, userId: null, body });
  if (keys === null) return answer(context, await database.transaction(make));
  const once = await makeOnce(database, { ...keys, at: clock.machine() }, async (transaction) => {
    const outcome = await make(transaction);
    return { outcome, madeId: outcome.kind === "accepted" ? outcome.result.id : null };
  });
  if (once.kind === "key_reused") return problem(context, "idempotency_key_reused");
  if (once.kind === "made") return answer(context, once.outcome);
  const before = await find(once.id);
  return before === null ? problem(context, "unknown_record") : context.json(issue(before), 201);
}

function answer(context: Context<RequestVariables>, outcome: CreationOutcome<Filed>) {
  return outcome.kind === "accepted" ? context.json(issue(outcome.result), 201) : refuseCreation(context, outcome);
}

function issue({ receiptNumber, receivedOn }: Filed): ReceiptIssued {
  const message = `已收到。查询编号是${receiptNumber}，请记下：凭它可以查办理情况，编号只给这一次。`;
  return { receiptNumber, receivedOn, message };
}
