import {
  type Database,
  findTelegramBot,
  giveBackInSecond,
  noteTelegramBot,
  type Reserved,
  reserveInSecond,
} from "@shifan/db";
import type { Clock } from "../../clock.ts";

type Known = { database: Database; clock: Clock };

/** A bot says every few minutes that it is at work; one that was silent for so long is there no more, and nothing mentions it. */
const forgottenMilliseconds = 24 * 60 * 60_000;

const firstRemembered = ({ clock }: Known): Date => new Date(clock.machine().getTime() - forgottenMilliseconds);

/** The name of the bot that is at work; null where there is none. */
export function botAtWork(known: Known): Promise<string | null> {
  return findTelegramBot(known.database, firstRemembered(known));
}

/** Telegram takes so many messages of one bot in a second, however many processes it has. */
const messagesPerSecond = 30;

/** How many of those that a process wants to send may go in this second. */
export function reserveSending(known: Known, wanted: number): Promise<Reserved> {
  const { database, clock } = known;
  const at = clock.machine();
  return reserveInSecond(database, { wanted, perSecond: messagesPerSecond, at, since: firstRemembered(known) });
}

/** What a process did not need goes to the others. */
export async function giveBackSending(known: Known, count: number): Promise<void> {
  if (count > 0) await giveBackInSecond(known.database, count, firstRemembered(known));
}

/** A bot tells its name, at its start and from time to time. */
export function introduceBot({ database, clock }: Known, username: string): Promise<void> {
  return noteTelegramBot(database, username, clock.machine());
}
