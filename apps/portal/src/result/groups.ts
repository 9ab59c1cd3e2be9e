import type { Assessment, CriterionResult } from "../api/types.ts";
import type { PolicyView } from "../policy/policy.ts";

export const groupKeys = ["not_met", "supplement", "officer", "reading", "met", "lines"] as const;
export type GroupKey = (typeof groupKeys)[number];
export type Group = { key: GroupKey; criteria: CriterionResult[] };

function groupOf(criterion: CriterionResult): GroupKey {
  if (criterion.status !== "undetermined") return criterion.status;
  if (criterion.reason === "officer" || criterion.reason === "reading") return criterion.reason;
  return "supplement";
}

/**
 * The criteria as a person acts on them. A line of the policy counts towards another criterion and decides nothing by
 * itself, so that an unclaimed one must not stand among the unmet.
 */
export function groupsOf(assessment: Assessment, policy: PolicyView | null): Group[] {
  const lines = new Set(policy?.criteria.filter((criterion) => criterion.line).map((criterion) => criterion.id));
  const keyOf = (criterion: CriterionResult): GroupKey => (lines.has(criterion.id) ? "lines" : groupOf(criterion));
  return groupKeys
    .map((key) => ({ key, criteria: assessment.criteria.filter((criterion) => keyOf(criterion) === key) }))
    .filter((group) => group.criteria.length > 0);
}

/** How many criteria stand against the verdict. */
export function unmetCount(groups: readonly Group[]): number {
  return groups.find((group) => group.key === "not_met")?.criteria.length ?? 0;
}
