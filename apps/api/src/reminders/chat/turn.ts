import { type Database, findRecipient, listOpenAddresses } from "@shifan/db";
import type { Choice, Message, Turn } from "@shifan/dialog";
import { offeredContacts } from "../addresses/offered.ts";
import type { ReminderReply, ReminderTalkServices } from "./talk.ts";
import { remindChoice } from "./words.ts";

const withoutBack = ({ choices }: Message): Choice[] => choices.filter(({ action }) => action !== "result");

/**
 * The turn that answers what was said about reminders. Once that is settled, an open question of the self-check is asked again below it.
 *
 * @param present the self-check as it stands
 */
export function turnAboutReminders({ step, message, question }: ReminderReply, present: Turn): Turn {
  if (step !== null) return { ...present, messages: [message], question };
  const welcome = present.messages.flatMap(({ choices }) => choices).filter(({ action }) => action === "start");
  if (welcome.length > 0)
    return { ...present, messages: [{ ...message, choices: [...withoutBack(message), ...welcome] }] };
  const asksOn = present.question !== null || present.assessment === null;
  // Below comes the question again, with buttons of its own.
  const said = asksOn ? { ...message, choices: withoutBack(message) } : message;
  return { ...present, messages: asksOn ? [said, ...present.messages] : [said] };
}

/** Offers reminders under a result, where they exist and are not opened yet. */
export async function offerReminders(
  services: Pick<ReminderTalkServices, "channels" | "mail"> & { database: Database },
  sessionId: string,
  turn: Turn,
): Promise<Turn> {
  const last = turn.messages.at(-1);
  if (turn.question !== null || turn.assessment === null || last === undefined) return turn;
  if (last.choices.length === 0 || offeredContacts(services).length === 0) return turn;
  const recipient = await findRecipient(services.database, { sessionId });
  const open = recipient === null ? [] : await listOpenAddresses(services.database, [recipient.id]);
  if (open.length > 0) return turn;
  return { ...turn, messages: [...turn.messages.slice(0, -1), { ...last, choices: [...last.choices, remindChoice] }] };
}
