import { type Policy, parseDate, selectPolicy } from "@shifan/rules";
import type { Clock } from "../clock.ts";
import type { PolicyCatalog } from "./catalog.ts";

export type Selected =
  | { ok: true; policy: Policy; asOf: string }
  | { ok: false; code: "unknown_policy" }
  | { ok: false; code: "before_first_version"; firstDay: string }
  | { ok: false; code: "no_such_day" };

/**
 * The version of a policy that is in force on a day.
 *
 * @param asOf YYYY-MM-DD; today in Shanghai when left out
 */
export function selectVersion(
  { catalog, clock }: { catalog: PolicyCatalog; clock: Clock },
  policyId: string,
  asOf: string | undefined,
): Selected {
  const day = asOf ?? clock.today();
  if (parseDate(day) === undefined) return { ok: false, code: "no_such_day" };
  const selection = selectPolicy(catalog.all(), policyId, day);
  return selection.ok ? { ok: true, policy: selection.policy, asOf: day } : selection;
}

/** The version in force today of every policy that has begun, by its id. */
export function listInForce({ catalog, clock }: { catalog: PolicyCatalog; clock: Clock }): Policy[] {
  const policies = catalog.all();
  const ids = [...new Set(policies.map(({ id }) => id))].sort();
  return ids.flatMap((id) => {
    const selection = selectPolicy(policies, id, clock.today());
    return selection.ok ? [selection.policy] : [];
  });
}
