import { type Question, relevantFacts } from "@shifan/rules";
import { type Answer, type Answers, type DialogContext, type DialogState, isInterval } from "../state.ts";
import { derived } from "./derived.ts";
import { factsOfAnswers } from "./facts.ts";
import { evaluationOf } from "./judgement.ts";

/** A question and those of its facts that are to be asked now. */
export interface PendingQuestion {
  readonly question: Question;
  readonly facts: readonly string[];
}

/** Whether a fact that matters is still to be asked: never answered, or answered by a span that may yet be narrowed. */
function isPending(answer: Answer | undefined): boolean {
  if (answer === undefined) return true;
  return "value" in answer && isInterval(answer.value) && !answer.accepted;
}

/**
 * The facts that can still change the status of a criterion or a material and have not been asked, question by question in
 * the policy's order. A fact on which only a warning about a reading depends is asked along with the others of its screen.
 */
export function pendingQuestions(state: DialogState, context: DialogContext): readonly PendingQuestion[] {
  return pendingOfAnswers(state.answers, context);
}

const pendingOfAnswers = derived((answers: Answers, context: DialogContext): readonly PendingQuestion[] => {
  const { policy } = context;
  const facts = factsOfAnswers(answers, context);
  const evaluation = evaluationOf(context);
  const relevant = new Set(relevantFacts(policy, facts, evaluation));
  const pending: PendingQuestion[] = [];
  for (const question of policy.questions) {
    const open = question.document.facts.filter(
      (fact) =>
        isPending(answers[fact]) &&
        (relevant.has(fact) || (answers[fact] === undefined && question.isAlsoAsked(fact, facts, evaluation))),
    );
    if (open.length > 0) pending.push({ question, facts: open });
  }
  return pending;
});
