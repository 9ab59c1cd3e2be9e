import { type Assessment, assess, type EvaluationContext, type Judgement, judge } from "@shifan/rules";
import type { DialogContext, DialogState } from "../state.ts";
import { derived } from "./derived.ts";
import { factsOf, factsOfAnswers } from "./facts.ts";

/** The day and the round against which answers are held. */
export function evaluationOf({ today, round }: DialogContext): EvaluationContext {
  return { asOf: today, round };
}

/** The verdict and the status of each criterion, without explanation. */
export function judgeState(state: DialogState, context: DialogContext): Judgement {
  return judge(context.policy, factsOf(state, context), evaluationOf(context));
}

const assessAnswers = derived((answers, context) =>
  assess(context.policy, factsOfAnswers(answers, context), evaluationOf(context)),
);

/** The whole assessment of the answers on record. */
export function assessState(state: DialogState, context: DialogContext): Assessment {
  return assessAnswers(state.answers, context);
}
