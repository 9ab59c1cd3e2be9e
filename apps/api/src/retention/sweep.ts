import {
  type Database,
  deleteChatSessionKeysBefore,
  deleteChatSessionsUnusedSince,
  deleteReminderCodesExpiredBefore,
  deleteRequestKeysBefore,
  deleteSessionsExpiredBefore,
  deleteSignInAttemptsBefore,
  deleteTelegramUpdatesDoneBefore,
  deleteUploadLinksExpiredBefore,
  deleteVerificationsExpiredBefore,
} from "@shifan/db";
import { formatDate, parseDate, yearOf } from "@shifan/rules";
import { forgetAfterMilliseconds } from "../accounts/slowing.ts";
import type { Clock } from "../clock.ts";

export type Swept = { sessions: number; keys: number; updates: number; signIns: number };

const dayMilliseconds = 24 * 60 * 60 * 1_000;
/** A key repeated later than this begins a new session. */
const keyMilliseconds = dayMilliseconds;
/** Telegram repeats an update for a day at most. */
const updateMilliseconds = 7 * dayMilliseconds;

/**
 * Deletes what is kept no longer: self-checks that belong to no account and were not used for so many days, with everything said in them, those of
 * which somebody is reminded at the end of the year after; keys of what was made, codes and links that ran out; updates that were done; sessions of accounts, unfinished and slowed sign-ins that are over. In batches, so that no answer waits long for it.
 */
export async function sweep(
  services: { database: Database; clock: Clock; chatRetentionDays: number },
  batch = 500,
): Promise<Swept> {
  const { database, clock, chatRetentionDays } = services;
  const today = parseDate(clock.today());
  if (today === undefined) throw new Error("the clock names no day");
  const day = formatDate(today - chatRetentionDays);
  // Whoever asked to be reminded was promised this year's dates and the next year's round.
  const remindedDay = `${Number(yearOf(clock.today())) - 1}-01-01`;
  const kept = { day, remindedDay: remindedDay < day ? remindedDay : day };
  const before = (milliseconds: number) => new Date(clock.machine().getTime() - milliseconds);
  return {
    sessions: await inBatches((limit) => deleteChatSessionsUnusedSince(database, kept, limit), batch),
    keys:
      (await inBatches((limit) => deleteChatSessionKeysBefore(database, before(keyMilliseconds), limit), batch)) +
      (await inBatches((limit) => deleteRequestKeysBefore(database, before(keyMilliseconds), limit), batch)) +
      (await inBatches((limit) => deleteReminderCodesExpiredBefore(database, before(keyMilliseconds), limit), batch)) +
      (await inBatches((limit) => deleteUploadLinksExpiredBefore(database, before(keyMilliseconds), limit), batch)),
    updates: await inBatches(
      (limit) => deleteTelegramUpdatesDoneBefore(database, before(updateMilliseconds), limit),
      batch,
    ),
    signIns: await sweepSignIns(database, before, batch),
  };
}

async function sweepSignIns(
  database: Database,
  before: (milliseconds: number) => Date,
  batch: number,
): Promise<number> {
  const ended = await inBatches((limit) => deleteSessionsExpiredBefore(database, before(0), limit), batch);
  const unfinished = await inBatches((limit) => deleteVerificationsExpiredBefore(database, before(0), limit), batch);
  const slowed = await inBatches(
    (limit) => deleteSignInAttemptsBefore(database, before(forgetAfterMilliseconds), limit),
    batch,
  );
  return ended + unfinished + slowed;
}

async function inBatches(remove: (limit: number) => Promise<number>, batch: number): Promise<number> {
  let removed = 0;
  for (;;) {
    const count = await remove(batch);
    removed += count;
    if (count < batch) return removed;
  }
}
