import { type Database, findTelegramBot, noteTelegramBot } from "@shifan/db";
import type { Clock } from "../clock.ts";

type Known = { database: Database; clock: Clock };

/** A bot says every few minutes that it is at work; one that was silent for so long is there no more, and nothing mentions it. */
const forgottenMilliseconds = 24 * 60 * 60_000;

/** The name of the bot that is at work; null where there is none. */
export function botAtWork({ database, clock }: Known): Promise<string | null> {
  return findTelegramBot(database, new Date(clock.machine().getTime() - forgottenMilliseconds));
}

/** A bot tells its name, at its start and from time to time. */
export function introduceBot({ database, clock }: Known, username: string): Promise<void> {
  return noteTelegramBot(database, username, clock.machine());
}
