import { isYesNo } from "../flow/options.ts";
import { yearsOf } from "../flow/years.ts";
import { type Answer, answeredValue, type DialogContext, type DialogState } from "../state.ts";
import { labelOf, showAnswer } from "./values.ts";

/**
 * Answers read back in words: yes/no facts gathered into what is there and what is not, the others with their values.
 * 待查 is not read back here; it is said with whom to ask.
 */
export function readBack(facts: readonly string[], state: DialogState, context: DialogContext): string {
  const years = yearsOf(state, context);
  const label = (fact: string): string => labelOf(context.policy, fact, years);
  const yes: string[] = [];
  const no: string[] = [];
  const rest: string[] = [];
  for (const fact of facts) {
    const answer = state.answers[fact] as Answer;
    if ("unknown" in answer) continue;
    const value = answeredValue(answer);
    if (facts.length > 1 && isYesNo(context.policy, fact) && typeof value === "boolean")
      (value ? yes : no).push(label(fact));
    else rest.push(`${label(fact)}：${showAnswer(context.policy, fact, answer)}`);
  }
  const parts = [...rest];
  if (yes.length > 0) parts.push(`有：${yes.join("、")}`);
  if (no.length > 0) parts.push(`没有：${no.join("、")}`);
  return parts.join("；");
}
