import { desc, eq, gte, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { telegramBots } from "../schema/index.ts";

/** Notes that the bot of this name is at work. */
export async function noteTelegramBot(database: Database, username: string, at: Date): Promise<void> {
  await database
    .insert(telegramBots)
    .values({ username, seenAt: at })
    .onConflictDoUpdate({ target: telegramBots.username, set: { seenAt: at } });
}

/** The name of the bot that was at work since an instant, the latest of several; null where there was none. */
export async function findTelegramBot(database: Database, since: Date): Promise<string | null> {
  const [row] = await database
    .select({ username: telegramBots.username })
    .from(telegramBots)
    .where(gte(telegramBots.seenAt, since))
    .orderBy(desc(telegramBots.seenAt))
    .limit(1);
  return row?.username ?? null;
}

const secondMilliseconds = 1_000;

/** How many of those that were wanted may go, and when there is room again; null where there is some left. */
export type Reserved = { readonly granted: number; readonly fullUntil: Date | null };

/**
 * Takes of what may go in the present second, all processes of a bot together. A second begins with the first that goes in it.
 *
 * @param since when a bot must have been seen
 */
export async function reserveInSecond(
  database: Database,
  { wanted, perSecond, at, since }: { wanted: number; perSecond: number; at: Date; since: Date },
): Promise<Reserved> {
  return database.transaction(async (transaction) => {
    const [bot] = await transaction
      .select()
      .from(telegramBots)
      .where(gte(telegramBots.seenAt, since))
      .orderBy(desc(telegramBots.seenAt))
      .limit(1)
      .for("update");
    if (bot === undefined) return { granted: 0, fullUntil: null };
    const begun = bot.secondStartedAt?.getTime() ?? 0;
    // A clock that was set back would otherwise hold everything up.
    const isRunning = at.getTime() >= begun && at.getTime() < begun + secondMilliseconds;
    const given = isRunning ? bot.givenInSecond : 0;
    const granted = Math.max(0, Math.min(wanted, perSecond - given));
    const changes = { givenInSecond: given + granted, ...(isRunning ? {} : { secondStartedAt: at }) };
    await transaction.update(telegramBots).set(changes).where(eq(telegramBots.username, bot.username));
    const end = (isRunning ? begun : at.getTime()) + secondMilliseconds;
    return { granted, fullUntil: given + granted < perSecond ? null : new Date(end) };
  });
}

/** Gives back what was not needed. */
export async function giveBackInSecond(database: Database, count: number, since: Date): Promise<void> {
  await database
    .update(telegramBots)
    .set({ givenInSecond: sql`greatest(0, ${telegramBots.givenInSecond} - ${count})` })
    .where(gte(telegramBots.seenAt, since));
}
