import type { ChatSession } from "@shifan/contract";
import { type ChatSessionRow, findChatSession, listChatEntries } from "@shifan/db";
import { type DialogContext, type DialogState, listAnswers, presentTurn, type Turn } from "@shifan/dialog";
import { formatInstant } from "../clock.ts";
import { askAgain } from "../reminders/chat/talk.ts";
import { offerReminders, turnAboutReminders } from "../reminders/chat/turn.ts";
import { type ChatState, contextOf } from "./context.ts";
import type { ChatServices } from "./services.ts";

export type ReadOutcome =
  | { ok: true; session: ChatSession }
  | { ok: false; code: "unknown_session" | "unauthorized" | "unavailable" };

/** The conversation as it stands: the present turn, all that was said, and what is on record. */
export async function readChat(
  services: ChatServices,
  id: string,
  mayUse: (session: ChatSessionRow) => boolean,
): Promise<ReadOutcome> {
  const found = await findChatSession(services.database, id, null);
  if (found === null) return { ok: false, code: "unknown_session" };
  if (!mayUse(found.session)) return { ok: false, code: "unauthorized" };
  const context = await contextOf(services, found.session);
  if (context === null) return { ok: false, code: "unavailable" };
  const state = found.session.state as DialogState;
  const entries = await listChatEntries(services.database, id);
  return {
    ok: true,
    session: {
      turn: await presentNow(services, found.session, context),
      transcript: entries.map(({ n, at, said, turn }) => ({
        n,
        at: formatInstant(at),
        said,
        messages: (turn as Turn).messages,
      })),
      answers: listAnswers(state, context).map((answer) => ({ ...answer })),
    },
  };
}

/** The present turn: of the self-check, or what was asked last about reminders. */
async function presentNow(services: ChatServices, session: ChatSessionRow, context: DialogContext): Promise<Turn> {
  const { reminderStep, ...state } = session.state as ChatState;
  const present = presentTurn(state, context);
  if (session.tokenHash === null) return present;
  if (reminderStep === undefined) return offerReminders(services, session.id, present);
  return turnAboutReminders(askAgain(services, reminderStep, context), present);
}
