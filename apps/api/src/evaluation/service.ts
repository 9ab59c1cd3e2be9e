import { type Evaluation, type FieldError, maximumFieldErrors } from "@shifan/contract";
import { type Assessment, assess, checkFacts, parseDate } from "@shifan/rules";
import type { Clock } from "../clock.ts";
import type { PolicyCatalog } from "../policies/catalog.ts";
import { dayError } from "../policies/refuse.ts";
import { type Selected, selectVersion } from "../policies/service.ts";

type Services = { catalog: PolicyCatalog; clock: Clock };

export type Evaluated =
  | { ok: true; assessments: Assessment[] }
  | { ok: false; code: "unknown_policy" }
  | { ok: false; code: "before_first_version" | "invalid_input"; errors: FieldError[] };

/**
 * Evaluates applicants, in their order. One that cannot be evaluated refuses them all, with the places of everything that is wrong.
 *
 * @param pathOf the JSON pointer of an item by its place
 */
export function evaluate(
  services: Services,
  policyId: string,
  items: readonly Evaluation[],
  pathOf: (item: number) => string,
): Evaluated {
  const assessments: Assessment[] = [];
  const errors: FieldError[] = [];
  for (const [index, item] of items.entries()) {
    if (errors.length >= maximumFieldErrors) break;
    const path = pathOf(index);
    const selected = selectVersion(services, policyId, item.asOf);
    if (!selected.ok && selected.code === "unknown_policy") return { ok: false, code: "unknown_policy" };
    const outcome = selected.ok ? evaluateOne(selected, item, path) : [dayError(selected, `${path}/asOf`)];
    if (Array.isArray(outcome)) errors.push(...outcome.filter((error) => error !== null));
    else assessments.push(outcome);
  }
  if (errors.length === 0) return { ok: true, assessments };
  const onlyTooEarly = errors.every(({ code }) => code === "before_first_version");
  return { ok: false, code: onlyTooEarly ? "before_first_version" : "invalid_input", errors };
}

function evaluateOne(
  { policy, asOf }: Extract<Selected, { ok: true }>,
  { facts, unknown, round }: Evaluation,
  path: string,
): Assessment | FieldError[] {
  const errors: FieldError[] = [];
  if (round !== undefined && parseDate(round.submissionDeadline) === undefined) {
    errors.push({ path: `${path}/round/submissionDeadline`, code: "no_such_day", message: "没有这一天" });
  }
  const checked = checkFacts(policy, facts, { unknown, path: `${path}/facts`, unknownPath: `${path}/unknown` });
  if (!checked.ok) errors.push(...checked.errors);
  if (!checked.ok || errors.length > 0) return errors;
  return assess(policy, checked.facts, { asOf, round: round ?? null });
}
