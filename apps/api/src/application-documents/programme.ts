import { type ApplicationRow, type Database, findRound } from "@shifan/db";
import type { Policy } from "@shifan/rules";
import { type Programme, programmeName } from "../documents/papers/paper.ts";

/** The programme that an application belongs to, with the year of its round. */
export async function programmeOf(
  database: Database,
  { roundId }: Pick<ApplicationRow, "roundId">,
  policy: Policy,
): Promise<Programme> {
  const round = await findRound(database, roundId);
  return { name: programmeName(policy.document), roundYear: round?.year ?? null };
}
