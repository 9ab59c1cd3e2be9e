import type { Assessment } from "@shifan/rules";
import { factDocument } from "../presenting/values.ts";
import { answeredValue, type DialogContext, type DialogState, isInterval, type Screen } from "../state.ts";
import { type PendingQuestion, pendingQuestions } from "./next-question.ts";
import { thresholdOf } from "./thresholds.ts";

/** A screen that asks these facts of a question, nothing ticked yet. */
export function questionScreen(id: string, facts: readonly string[]): Screen {
  return { kind: "question", id, facts, selected: [] };
}

function openContradiction(state: DialogState, assessment: Assessment, context: DialogContext): Screen | null {
  for (const contradiction of context.policy.contradictions) {
    const holds = assessment.warnings.some((warning) => warning.code === contradiction.code);
    if (!holds || state.acknowledged.includes(contradiction.code)) continue;
    const facts = contradiction.facts.filter((fact) => answeredValue(state.answers[fact]) !== undefined);
    return { kind: "contradiction", code: contradiction.code, facts };
  }
  return null;
}

/** A contradiction that no longer holds is forgotten, so that it is shown again if it comes back. */
function stillAcknowledged(state: DialogState, assessment: Assessment): readonly string[] {
  return state.acknowledged.filter((code) => assessment.warnings.some((warning) => warning.code === code));
}

/**
 * Moves to what comes next: answers that contradict each other first, then a span to narrow down, then the rest of the
 * present question, then the next question that can still change anything, and the result when none can.
 */
export function advance(
  state: DialogState,
  assessment: Assessment,
  context: DialogContext,
  present: string | null = null,
): DialogState {
  const kept: DialogState = { ...state, acknowledged: stillAcknowledged(state, assessment) };
  const contradiction = openContradiction(kept, assessment, context);
  if (contradiction) return { ...kept, screen: contradiction };
  const pending = pendingQuestions(kept, context);
  // The month of a plan is enough to go on; the day is asked for last, and only if it still matters then.
  const isPlan = ({ facts }: PendingQuestion): boolean =>
    facts.every((fact) => isInterval(answeredValue(kept.answers[fact])) && factDocument(context.policy, fact).planned);
  const open = pending.filter((each) => !isPlan(each));
  const next = open.find(({ question }) => question.document.id === present) ?? open[0] ?? pending[0];
  if (!next) return { ...kept, screen: { kind: "result" } };
  const { id } = next.question.document;
  const isSpan = (fact: string): boolean => isInterval(answeredValue(kept.answers[fact]));
  const unanswered = next.facts.filter((fact) => !isSpan(fact));
  // A span that no limit of its own leaves open waits until the facts beside it, with which it is compared, are known.
  const span = next.facts.find((fact) => isSpan(fact) && (unanswered.length === 0 || straddles(fact, kept, context)));
  if (span !== undefined) return { ...kept, screen: { kind: "narrow", id, fact: span } };
  return { ...kept, screen: questionScreen(id, unanswered) };
}

/** Whether a span has a limit of the policy within it: only more precision can decide then. */
export function straddles(fact: string, state: DialogState, context: DialogContext): boolean {
  const value = answeredValue(state.answers[fact]);
  if (!isInterval(value)) return false;
  const threshold = thresholdOf(context.policy, fact);
  if (!threshold) return false;
  const limit = Number(threshold.atLeast);
  if (value.approximate) return true;
  return (
    Number(value.min ?? Number.NEGATIVE_INFINITY) < limit && Number(value.max ?? Number.POSITIVE_INFINITY) >= limit
  );
}
