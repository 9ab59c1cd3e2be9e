import type { FieldError } from "@shifan/rules";
import { carryOut } from "./answering/actions.ts";
import { carryOutCommand } from "./answering/commands.ts";
import { answerWithFacts } from "./answering/facts.ts";
import { type Reply, say } from "./answering/reply.ts";
import { freshState } from "./answering/restart.ts";
import { answerWithText } from "./answering/text.ts";
import { assessState } from "./flow/judgement.ts";
import { pendingQuestions } from "./flow/next-question.ts";
import type { DialogInput } from "./input.ts";
import { choice, commandLabels, isCommand } from "./presenting/choices.ts";
import { presentScreen, questionOf } from "./presenting/screen.ts";
import { codeInTranscript, readCode } from "./register.ts";
import type { DialogContext, DialogState } from "./state.ts";
import type { Message, Turn } from "./turn.ts";

export type DialogResult =
  | { readonly ok: true; readonly state: DialogState; readonly turn: Turn; readonly said: string }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** After a move to a newer version the rest of the turn is held against it. */
function contextOf(state: DialogState, context: DialogContext): DialogContext {
  const { newerPolicy } = context;
  if (newerPolicy && state.policyVersion === newerPolicy.version) {
    return { ...context, policy: newerPolicy, newerPolicy: null };
  }
  return context;
}

function offerNewer(state: DialogState, context: DialogContext): Message[] {
  const { newerPolicy } = context;
  if (!newerPolicy || state.screen.kind === "welcome" || state.declinedVersion === newerPolicy.version) return [];
  return [
    {
      text: `办法有了新版本（第${newerPolicy.version}版）。可以改用新版本，答案都保留；也可以继续用原版本。`,
      choices: [choice("move"), choice("stay")],
      files: [],
    },
  ];
}

/** The same question as a moment ago, with nothing newly answered: a mark was set, or the answer was not understood. */
function isAskedAgain(before: DialogState | null, after: DialogState): boolean {
  if (before?.screen.kind !== "question" || after.screen.kind !== "question") return false;
  return before.answers === after.answers && before.screen.id === after.screen.id;
}

function messagesOf(reply: Reply, context: DialogContext, before: DialogState | null): Message[] {
  const { state } = reply;
  const notes: Message[] = reply.notes.map((text) => ({ text, choices: [], files: [] }));
  const last = reply.view ?? presentScreen(state, context, !reply.inFull && isAskedAgain(before, state));
  return [...notes, ...offerNewer(state, context), last];
}

function turnOf(reply: Reply, outer: DialogContext, before: DialogState | null = null): Turn {
  const { state } = reply;
  const context = contextOf(state, outer);
  const finished = state.screen.kind === "result";
  return {
    messages: messagesOf(reply, context, before),
    question: questionOf(state, context),
    progress: { answered: state.visited.length, remaining: finished ? 0 : pendingQuestions(state, context).length },
    assessment: finished || reply.withAssessment ? assessState(state, context) : null,
  };
}

/** Opens a conversation under the policy version of the context (the newest in force). */
export function startDialog(context: DialogContext): { state: DialogState; turn: Turn } {
  const state = freshState(context);
  return { state, turn: turnOf(say(state), contextOf(state, context)) };
}

/** The present turn again: for a page that was reloaded, or a person who comes back after days. */
export function presentTurn(state: DialogState, context: DialogContext): Turn {
  return turnOf(say(state), context);
}

/** What the person's own bubble shows for a tap: the label of the button, as it stood on the screen. */
function labelOfAction(state: DialogState, action: string, context: DialogContext): string {
  const shown = messagesOf(say(state), contextOf(state, context), null).flatMap((message) => message.choices);
  const label = shown.find((each) => each.action === action)?.label;
  return label ?? (isCommand(action) ? commandLabels[action] : "（按钮）");
}

function act(state: DialogState, action: string, context: DialogContext): Reply {
  if (isCommand(action)) return carryOutCommand(state, action, context);
  return carryOut(state, action, context) ?? say(state, "没认出这个按钮，请看最新的这一题。");
}

/**
 * One input, one turn. Text and taps always get a friendly turn; a program's facts that no applicant can have are refused with
 * their pointers and change nothing. Pure: the same state, input and context give the same turn.
 */
export function continueDialog(state: DialogState, input: DialogInput, context: DialogContext): DialogResult {
  if ("facts" in input) {
    const result = answerWithFacts(state, input.facts, context);
    if (!result.ok) return result;
    return { ok: true, state: result.reply.state, turn: turnOf(result.reply, context, state), said: result.said };
  }
  if ("action" in input) {
    const said = labelOfAction(state, input.action, context);
    const reply = act(state, input.action, context);
    return { ok: true, state: reply.state, turn: turnOf(reply, context, state), said };
  }
  const reply = answerWithText(state, input.text, context);
  const said = readCode(input.text) === null ? input.text : codeInTranscript;
  return { ok: true, state: reply.state, turn: turnOf(reply, context, state), said };
}
