import { asc, eq, inArray, lt } from "drizzle-orm";
import type { Database } from "../database.ts";
import { signInAttempts } from "../schema/index.ts";

export type SignInAttempts = { attempts: number; lastAt: Date; blockedUntil: Date };

/**
 * Judges the next attempt of a pair of account and address, and writes what comes of it, one attempt after the other however many come at once.
 *
 * @param judge what is on record to what will be; null: the attempt is refused and nothing is written
 * @returns what is on record now, and whether the attempt was taken
 */
export async function takeSignInAttempt(
  database: Database,
  pairHash: string,
  fresh: SignInAttempts,
  judge: (before: SignInAttempts) => SignInAttempts | null,
): Promise<{ taken: boolean; record: SignInAttempts }> {
  return database.transaction(async (transaction) => {
    const begun = await transaction
      .insert(signInAttempts)
      .values({ pairHash, ...fresh })
      .onConflictDoNothing({ target: signInAttempts.pairHash })
      .returning();
    if (begun.length === 1) return { taken: true, record: fresh };
    const [before] = await transaction
      .select()
      .from(signInAttempts)
      .where(eq(signInAttempts.pairHash, pairHash))
      .for("update");
    // Succeeded, and was forgotten, between the two statements: nothing stands against the pair.
    if (before === undefined) return { taken: true, record: fresh };
    const after = judge(before);
    if (after === null) return { taken: false, record: before };
    await transaction.update(signInAttempts).set(after).where(eq(signInAttempts.pairHash, pairHash));
    return { taken: true, record: after };
  });
}

/** Forgets what stands against a pair. */
export async function forgetSignInAttempts(database: Database, pairHash: string): Promise<void> {
  await database.delete(signInAttempts).where(eq(signInAttempts.pairHash, pairHash));
}

/** Forgets at most `limit` pairs whose last attempt was before the instant. @returns how many */
export async function deleteSignInAttemptsBefore(database: Database, before: Date, limit: number): Promise<number> {
  const old = database
    .select({ pairHash: signInAttempts.pairHash })
    .from(signInAttempts)
    .where(lt(signInAttempts.lastAt, before))
    .orderBy(asc(signInAttempts.lastAt))
    .limit(limit);
  const rows = await database
    .delete(signInAttempts)
    .where(inArray(signInAttempts.pairHash, old))
    .returning({ pairHash: signInAttempts.pairHash });
  return rows.length;
}
