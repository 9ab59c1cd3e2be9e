import { desc, gte } from "drizzle-orm";
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
