import { problemCodes } from "@shifan/contract";
import { fillText, parseDate, type Refusal, spellDate } from "@shifan/rules";
import type { Context } from "hono";
import { problem } from "../http/problem.ts";
import type { ActOutcome } from "./outcome.ts";

/** The wording of a refusal with its figures and days put in. */
export function refusalDetail(code: keyof typeof problemCodes, params: Refusal["params"]): string {
  const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, wordOf(value)]));
  return fillText(problemCodes[code].detail, values);
}

function wordOf(value: string | number | readonly string[]): string {
  if (typeof value === "object") return value.join("、");
  return typeof value === "string" && parseDate(value) !== undefined ? spellDate(value) : String(value);
}

/** The entity tag of a record's revision. */
export function etagOf(revision: number): string {
  return `"${revision}"`;
}

/**
 * Answers what became of an act that was not accepted: 404 for what the caller may not know of, 412 with the present state for who came second,
 * 403 or 409 with the reason and its article.
 */
export function refuseAct(context: Context, outcome: Exclude<ActOutcome<unknown>, { kind: "accepted" }>) {
  switch (outcome.kind) {
    case "unknown":
      return problem(context, "unknown_record");
    case "stale":
      context.header("etag", etagOf(outcome.revision));
      return problem(context, "stale", { present: { revision: outcome.revision, state: outcome.state } });
    case "refused":
      return problem(context, outcome.code, {
        detail: refusalDetail(outcome.code, outcome.params),
        article: outcome.article ?? undefined,
      });
  }
}
