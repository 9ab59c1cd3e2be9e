import { parseDate } from "../facts/calendar.ts";
import type { Policy } from "./policy.ts";

export type PolicySelection =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly code: "unknown_policy" }
  | { readonly ok: false; readonly code: "before_first_version"; readonly firstDay: string };

/**
 * The version of a policy that applies on a day: the one selectable latest on or before it. A day before the first version
 * is refused, never answered with the newest.
 * @param asOf YYYY-MM-DD, Asia/Shanghai
 */
export function selectPolicy(policies: readonly Policy[], policyId: string, asOf: string): PolicySelection {
  const day = parseDate(asOf) ?? Number.NaN;
  const startOf = (policy: Policy): number => parseDate(policy.document.selectable_from.date) ?? Number.NaN;
  const versions = policies
    .filter((policy) => policy.id === policyId)
    .sort((left, right) => startOf(left) - startOf(right) || left.version - right.version);
  const first = versions[0];
  if (!first) return { ok: false, code: "unknown_policy" };
  const policy = versions.filter((version) => startOf(version) <= day).at(-1);
  if (policy) return { ok: true, policy };
  return { ok: false, code: "before_first_version", firstDay: first.document.selectable_from.date };
}
