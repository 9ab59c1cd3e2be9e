import type { Choice, Turn } from "../api/types.ts";
import type { WaitingInput } from "./remembered.ts";

/** Commands that look around and change nothing: at hand beside every question, never an answer to it. */
const toolActions = new Set([
  "why",
  "back",
  "answers",
  "result",
  "criteria",
  "materials",
  "todo",
  "enquiry",
  "lookup",
  "help",
]);
/** Commands that leave a question open. */
const leavingActions = new Set(["unknown", "rest_unknown", "skip", "keep"]);
const leadingActions = new Set(["done", "start", "continue", "fill"]);

export type ChoiceRole = "answer" | "toggle" | "leading" | "leaving" | "tool";
export type ShownChoice = Choice & { role: ChoiceRole };

/**
 * Whether the turn asks something: the welcome names a question for programs, but only a question can be asked why, or is about nothing that the rules
 * know, as an address for reminders is.
 */
export function asksNow({ question, messages }: Turn): boolean {
  if (question?.facts.length === 0) return true;
  return question !== null && messages.some((message) => message.choices.some((choice) => choice.action === "why"));
}

function roleOf({ action, selected }: Choice, asking: boolean): ChoiceRole {
  if (selected !== undefined) return "toggle";
  if (leadingActions.has(action)) return "leading";
  if (!asking) return "answer";
  if (leavingActions.has(action)) return "leaving";
  return toolActions.has(action) ? "tool" : "answer";
}

/** The choices of a turn as they stand with the taps that are still on their way. */
export function choicesOf(turn: Turn, waiting: readonly WaitingInput[]): ShownChoice[] {
  const asking = asksNow(turn);
  return turn.messages
    .flatMap((message) => message.choices)
    .map((choice) => {
      const role = roleOf(choice, asking);
      if (choice.selected === undefined) return { ...choice, role };
      const taps = waiting.filter((one) => "action" in one.input && one.input.action === choice.action).length;
      return { ...choice, selected: taps % 2 === 0 ? choice.selected : !choice.selected, role };
    });
}
