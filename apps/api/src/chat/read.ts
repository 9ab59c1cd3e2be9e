import type { ChatSession } from "@shifan/contract";
import { type ChatSessionRow, findChatSession, listChatEntries } from "@shifan/db";
import { type DialogState, listAnswers, presentTurn, type Turn } from "@shifan/dialog";
import { formatInstant } from "../clock.ts";
import { contextOf } from "./context.ts";
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
      turn: presentTurn(state, context),
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
