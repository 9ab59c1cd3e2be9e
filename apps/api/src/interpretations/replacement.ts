import { type Database, findSuccessorOf, type InterpretationRow } from "@shifan/db";

/**
 * What has taken the place of an interpretation on a day, YYYY-MM-DD; null while it still counts itself. One that was superseded counts until the
 * first day of what supersedes it, so that no day lies between the two on which nothing is said.
 */
export async function findReplacement(
  database: Database,
  { id, state }: Pick<InterpretationRow, "id" | "state">,
  day: string,
): Promise<InterpretationRow | null> {
  if (state !== "superseded") return null;
  const successor = await findSuccessorOf(database, id);
  if (successor === null || successor.fromOn === null) return null;
  // One that was itself superseded before its first day leaves its place to the next.
  return successor.fromOn <= day ? successor : findReplacement(database, successor, day);
}
