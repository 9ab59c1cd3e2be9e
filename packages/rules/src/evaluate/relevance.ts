import type { Facts } from "../facts/facts.ts";
import type { Policy } from "../policy/policy.ts";
import type { EvaluationContext } from "./context.ts";
import { judgeCase } from "./judge.ts";
import { isSettled } from "./status.ts";

/**
 * The open facts whose answers can still change the status of any criterion or material, in the order worth asking: what a
 * conversation may ask, and nothing else. Also for a criterion that is met now but need not stay so.
 */
export function relevantFacts(policy: Policy, facts: Facts, context: EvaluationContext): string[] {
  const opened = judgeCase(policy, facts, context);
  const relevant = policy.missing;
  relevant.clear();
  for (const criterion of policy.criteria) {
    if (!isSettled(criterion.reach(opened))) criterion.collect(opened, relevant);
  }
  for (const material of policy.materials) material.collect(opened, relevant);
  return relevant.names();
}
