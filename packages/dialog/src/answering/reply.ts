import { advance } from "../flow/advance.ts";
import { assessState, judgeState } from "../flow/judgement.ts";
import { checkAnswers, record, sayMet, sayRecorded, sayUnknown, sayUnmet } from "../flow/record.ts";
import type { Answers, DialogContext, DialogState } from "../state.ts";
import type { Message } from "../turn.ts";

/** What an input leads to: the new state, things to say first, and a view to show instead of the screen. */
export interface Reply {
  readonly state: DialogState;
  readonly notes: readonly string[];
  /** Shown in place of the screen: a list, an explanation with choices of its own. */
  readonly view?: Message;
  /** Whether the screen is shown in full although it has not changed: for somebody who comes back. */
  readonly inFull?: boolean;
  /** Whether the turn carries the assessment although questions remain. */
  readonly withAssessment?: boolean;
}

export function say(state: DialogState, ...notes: (string | null)[]): Reply {
  return { state, notes: notes.filter((note) => note !== null) };
}

/**
 * Records answers and moves on: reads back what was understood, says at once what turned out unmet, and goes to the next
 * screen. Values that no applicant can have are turned down with what is expected, and nothing is recorded.
 * @param question the question that was answered; null for a correction made in passing
 */
export function answer(
  state: DialogState,
  answers: Answers,
  question: string | null,
  context: DialogContext,
  options: { readonly lead?: string | null; readonly stayOn?: string | null } = {},
): Reply {
  const problem = checkAnswers(answers, context)[0];
  if (problem) return say(state, `${problem.message}。请再写一次。`);
  const before = judgeState(state, context);
  const recorded = record(state, answers, question);
  const after = assessState(recorded, context);
  const unknown = Object.entries(answers).filter(([, each]) => "unknown" in each);
  const unmet = sayUnmet(recorded, after, context);
  const stayOn = options.stayOn === undefined ? question : options.stayOn;
  const next = advance(unmet.state, after, context, stayOn);
  // A span that is to be narrowed down is read back by the question about it.
  const narrowed = next.screen.kind === "narrow" && Object.keys(answers).length === 1;
  const met = sayMet(state, next, stayOn, context, { before, after });
  const readBack = narrowed ? null : sayRecorded(answers, recorded, context);
  const understood = [options.lead ?? null, readBack, met.text].filter((line) => line !== null).join("\n");
  return say(
    met.state,
    understood === "" ? null : understood,
    unknown.length > 0 && question !== null
      ? sayUnknown(
          unknown.map(([fact]) => fact),
          question,
          recorded,
          context,
        )
      : null,
    unmet.text,
  );
}
