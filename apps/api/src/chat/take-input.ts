import type { ChatInput } from "@shifan/contract";
import { type ChatSessionRow, findChatSession, writeChatStep } from "@shifan/db";
import {
  codeToLookUp,
  continueDialog,
  type DialogContext,
  type DialogInput,
  type DialogResult,
  presentTurn,
  type Turn,
} from "@shifan/dialog";
import type { FieldError } from "@shifan/rules";
import { findBan } from "../evaluation/bans.ts";
import { isOver, secondsLeft } from "../http/rate-limit.ts";
import { talkAboutReminders } from "../reminders/chat/talk.ts";
import { offerReminders, turnAboutReminders } from "../reminders/chat/turn.ts";
import { labelOfReminderAction } from "../reminders/chat/words.ts";
import { type ChatState, contextOf } from "./context.ts";
import type { ChatServices } from "./services.ts";

export const inputsPerMinute = 60;

/** More tries than a session may have inputs in a minute: at every one some other input came through. */
const maximumTries = 100;

export type InputOutcome =
  | { ok: true; turn: Turn }
  | { ok: false; code: "unknown_session" | "unauthorized" | "unavailable" }
  | { ok: false; code: "rate_limited"; retryAfterSeconds: number }
  | { ok: false; code: "invalid_input"; errors: readonly FieldError[] };

/**
 * One input, one turn: one read and one write. Two inputs at the same moment are handled one after the other: the write names the revision
 * that was read, and whoever comes second reads again. An input whose `seq` was answered before gets that answer again.
 *
 * @param mayUse whether the caller may use the session that was found
 */
export async function takeInput(
  services: ChatServices,
  id: string,
  input: ChatInput,
  mayUse: (session: ChatSessionRow) => boolean,
): Promise<InputOutcome> {
  const { seq = null, ...said } = input;
  for (let tries = 0; tries < maximumTries; tries += 1) {
    const found = await findChatSession(services.database, id, seq);
    if (found === null) return { ok: false, code: "unknown_session" };
    if (!mayUse(found.session)) return { ok: false, code: "unauthorized" };
    if (found.repeated !== undefined) return { ok: true, turn: found.repeated as Turn };
    const outcome = await step(services, found.session, said as DialogInput, seq);
    if (outcome !== "raced") return outcome;
  }
  return { ok: false, code: "unavailable" };
}

async function step(
  services: ChatServices,
  session: ChatSessionRow,
  input: DialogInput,
  seq: number | null,
): Promise<InputOutcome | "raced"> {
  const { clock, database } = services;
  const minute = openMinute(session, clock.machine());
  if (minute.wait !== null) return { ok: false, code: "rate_limited", retryAfterSeconds: minute.wait };
  const context = await contextOf(services, session);
  if (context === null) return { ok: false, code: "unavailable" };
  const result =
    (await aboutReminders(services, session, input, context)) ??
    (await aboutSelfCheck(services, session, input, context));
  if (!result.ok) return { ok: false, code: "invalid_input", errors: result.errors };
  const { state, turn, said } = result;
  const written = await writeChatStep(database, {
    id: session.id,
    revision: session.revision,
    policyVersion: state.policyVersion,
    state,
    windowStartedAt: minute.startedAt,
    windowInputs: minute.inputs,
    seq,
    said: storable(said),
    turn,
    at: clock.now(),
    day: context.today,
  });
  return written ? { ok: true, turn } : "raced";
}

/** A channel that led to the session has commands of its own; whoever has its token is reminded by mail or telephone. */
const isOfWeb = ({ tokenHash }: ChatSessionRow): boolean => tokenHash !== null;

/** What an input comes to: the dialogue's own answer, with what is kept beside its state. */
type Stepped = Exclude<DialogResult, { ok: true }> | (Extract<DialogResult, { ok: true }> & { state: ChatState });

async function aboutReminders(
  services: ChatServices,
  session: ChatSessionRow,
  input: DialogInput,
  context: DialogContext,
): Promise<Stepped | null> {
  if (!isOfWeb(session)) return null;
  const { reminderStep: step = null, ...state } = session.state as ChatState;
  const reply = await talkAboutReminders(services, { sessionId: session.id, step, input }, context);
  if (reply === null) return null;
  const present = presentTurn(state, context);
  const label = "action" in input ? labelOfReminderAction(input.action) : "text" in input ? input.text : "";
  return {
    ok: true,
    state: reply.step === null ? state : { ...state, reminderStep: reply.step },
    turn: turnAboutReminders(reply, present),
    said: reply.said ?? label,
  };
}

async function aboutSelfCheck(
  services: ChatServices,
  session: ChatSessionRow,
  input: DialogInput,
  context: DialogContext,
): Promise<Stepped> {
  const known = await withFinding(services, input, context);
  const { reminderStep: _left, ...state } = session.state as ChatState;
  const result = continueDialog(state, input, known);
  if (!result.ok || !isOfWeb(session)) return result;
  return { ...result, turn: await offerReminders(services, session.id, result.turn) };
}

/** A code that the input gives is looked up in the register, which is public; the conversation is told what was found. */
async function withFinding(
  { database }: ChatServices,
  input: DialogInput,
  context: DialogContext,
): Promise<DialogContext> {
  const code = codeToLookUp(input);
  if (code === null) return context;
  const ban = await findBan(database, { code, policy: context.policy, day: context.today });
  return { ...context, finding: { facts: ban?.facts ?? {}, barredUntil: ban?.until ?? null } };
}

/** The minute in which this input is counted: the running one, or a new one when that is over. */
function openMinute(session: ChatSessionRow, at: Date): { startedAt: Date; inputs: number; wait: number | null } {
  const startedAt = session.windowStartedAt.getTime();
  if (isOver(startedAt, at.getTime())) return { startedAt: at, inputs: 1, wait: null };
  const wait = session.windowInputs >= inputsPerMinute ? secondsLeft(startedAt, at.getTime()) : null;
  return { startedAt: session.windowStartedAt, inputs: session.windowInputs + 1, wait };
}

/** What a text column takes: it knows neither U+0000 nor half a character. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}
