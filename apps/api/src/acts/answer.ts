import { detailsOfWaiting, problemCodes } from "@shifan/contract";
import { fillText, parseDate, type Refusal, spellDate } from "@shifan/rules";
import type { Context } from "hono";
import { etagOf } from "../http/etag.ts";
import { problem } from "../http/problem.ts";
import type { ActOutcome, CreationOutcome } from "./outcome.ts";

/** The wording of a refusal with its figures and days put in. */
export function refusalDetail(code: keyof typeof problemCodes, params: Refusal["params"]): string {
  const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, wordOf(value)]));
  const { waits } = params;
  const isWaiting = code === "wrong_state" && typeof waits === "string" && Object.hasOwn(detailsOfWaiting, waits);
  const detail = isWaiting ? detailsOfWaiting[waits as keyof typeof detailsOfWaiting] : problemCodes[code].detail;
  return fillText(detail, values);
}

function wordOf(value: string | number | readonly string[]): string {
  if (typeof value === "object") return value.join("、");
  return typeof value === "string" && parseDate(value) !== undefined ? spellDate(value) : String(value);
}

/** Answers why a record was not made: 404 for what the caller may not know of, 422 for what cannot be, 403 or 409 with reason and article. */
export function refuseCreation(context: Context, outcome: Exclude<CreationOutcome<unknown>, { kind: "accepted" }>) {
  switch (outcome.kind) {
    case "unknown":
      return problem(context, "unknown_record");
    case "invalid":
      return problem(context, "invalid_input", { errors: outcome.errors });
    case "refused":
      return problem(context, outcome.code, {
        detail: refusalDetail(outcome.code, outcome.params),
        article: outcome.article ?? undefined,
      });
  }
}

/** Answers why an act was not done; whoever came second gets 412 with the present state. */
export function refuseAct(context: Context, outcome: Exclude<ActOutcome<unknown>, { kind: "accepted" }>) {
  if (outcome.kind !== "stale") return refuseCreation(context, outcome);
  context.header("etag", etagOf(outcome.revision));
  return problem(context, "stale", { present: { revision: outcome.revision, state: outcome.state } });
}
