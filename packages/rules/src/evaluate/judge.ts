import type { CriterionStatus, Verdict } from "../assessment/schema.ts";
import type { Facts } from "../facts/facts.ts";
import type { Policy } from "../policy/policy.ts";
import type { Case } from "./case.ts";
import type { EvaluationContext } from "./context.ts";
import { decidedInAll } from "./judging.ts";
import { statusNames } from "./status.ts";
import { verdictOf } from "./verdict.ts";

/** Opens a case and judges every criterion into it. It is good until the next case of the policy is opened. */
export function judgeCase(policy: Policy, facts: Facts, context: EvaluationContext): Case {
  const opened = policy.cases.open(facts, context);
  policy.judging.judge(opened);
  return opened;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** One status for each criterion, in the policy's order. */
  readonly statuses: readonly CriterionStatus[];
}

/** The verdict and the statuses alone, without explanation: the fast way for many applicants. */
export function judge(policy: Policy, facts: Facts, context: EvaluationContext): Judgement {
  const { statuses, decided } = judgeCase(policy, facts, context);
  const names = policy.openStatuses.slice();
  for (let index = 0; index < names.length; index++) {
    names[index] = statusNames[statuses[index] as number] as CriterionStatus;
  }
  return { verdict: verdictOf(decidedInAll(decided)), statuses: names };
}
