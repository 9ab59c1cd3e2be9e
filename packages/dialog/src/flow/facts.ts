import { checkFacts, type Facts, type Policy } from "@shifan/rules";
import type { Answers, DialogContext, DialogState } from "../state.ts";
import { derived } from "./derived.ts";

/** Puts the answers into the shape that rules takes. What has not been asked is declared unknown, never left to a default. */
function collectFacts(policy: Policy, answers: Answers): Facts {
  const known: Record<string, unknown> = {};
  const unknown: string[] = [];
  for (const fact of policy.document.facts) {
    const answer = answers[fact.id];
    if (answer && "value" in answer) known[fact.id] = answer.value;
    else if (!answer ? !(fact.derivable || fact.id === policy.document.round_year) : "unknown" in answer) {
      unknown.push(fact.id);
    }
  }
  const checked = checkFacts(policy, known, { unknown, intervals: true });
  if (!checked.ok) throw new Error(`stored answers do not fit the policy: ${JSON.stringify(checked.errors[0])}`);
  return checked.facts;
}

export const factsOfAnswers = derived((answers, context) => collectFacts(context.policy, answers));

export function factsOf(state: DialogState, context: DialogContext): Facts {
  return factsOfAnswers(state.answers, context);
}
