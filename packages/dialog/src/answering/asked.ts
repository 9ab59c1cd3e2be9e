import { questionScreen } from "../flow/advance.ts";
import { questionDocument } from "../presenting/question.ts";
import type { DialogContext, DialogState, Screen } from "../state.ts";
import { answerDates } from "./answer-dates.ts";
import { answerFigures } from "./answer-figures.ts";
import { type Reply, say } from "./reply.ts";

/** Answers the figures or dates asked for on a screen from what a person typed. */
export function answerAsked(
  text: string,
  id: string,
  facts: readonly string[],
  state: DialogState,
  context: DialogContext,
  yearSettled = false,
): Reply {
  // Any fact of the question may be named, also one that was just answered.
  const { input, facts: onScreen } = questionDocument(context, id);
  if (input === "date") return answerDates(text, id, facts, onScreen, state, context);
  return answerFigures(text, id, facts, onScreen, state, context, yearSettled);
}

/** Typed instead of saying which year was meant: taken as the figure anew. */
export function answerYear(
  text: string,
  screen: Extract<Screen, { kind: "year" }>,
  state: DialogState,
  context: DialogContext,
): Reply {
  const back: DialogState = { ...state, screen: questionScreen(screen.id, screen.facts) };
  return answerAsked(text, screen.id, screen.facts, back, context);
}

/** The figure was of the year asked for after all. */
export function settleYear(state: DialogState, asked: boolean, context: DialogContext): Reply {
  const { screen } = state;
  if (screen.kind !== "year") return say(state);
  const back: DialogState = { ...state, screen: questionScreen(screen.id, screen.facts) };
  if (!asked) return say(back, "好的，请按这里问的年份重新填。");
  return answerAsked(screen.text, screen.id, screen.facts, back, context, true);
}
