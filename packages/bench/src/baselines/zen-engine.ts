import { ZenDecisionContent, ZenEngine } from "@gorules/zen-engine";
import { type DayNumber, yearOf } from "./calendar.ts";
import { type NumericFacts, UNKNOWN } from "./numeric-facts.ts";
import { type CriterionId, criterionIds, type Outcome, type Status, type Statuses, verdictOf } from "./outcome.ts";
import { decision as content } from "./zen-engine-decision.ts";

const statusOfTruth: readonly Status[] = ["not_met", "met", "undetermined"];

/** Puts the defaults that come from the context, not from the rules, into the numbers the expressions work on. */
export function prepareForZen(numbers: NumericFacts, asOf: DayNumber) {
  const submission = numbers.submission_date === UNKNOWN ? asOf : numbers.submission_date;
  const roundYear = numbers.application_round_year === UNKNOWN ? yearOf(submission) : numbers.application_round_year;
  return { ...numbers, submission_date: submission, first_day_of_year_before: (roundYear - 2) * 10_000 + 101 };
}

/** Judges applicants with zen-engine: the decision is compiled once, without traces. `dispose` frees its threads. */
export function zenEngine() {
  const engine = new ZenEngine();
  const decision = engine.createDecision(new ZenDecisionContent(content));
  return {
    judge: async (facts: ReturnType<typeof prepareForZen>): Promise<Outcome> => {
      const response = await decision.evaluate(facts);
      const truths = response.result as Record<CriterionId, number>;
      const statuses = {} as Statuses;
      for (const id of criterionIds) statuses[id] = statusOfTruth[truths[id]] ?? "undetermined";
      return { verdict: verdictOf(statuses), statuses };
    },
    dispose: () => engine.dispose(),
  };
}
