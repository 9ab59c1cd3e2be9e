import { type ApplicationRow, type Database, findRound } from "@shifan/db";
import type { Policy } from "@shifan/rules";
import type { Programme } from "../documents/papers/paper.ts";

/** What is certified, in the words of the policy's title. */
export function programmeName({ document }: Policy): string {
  return document.title.replace(/认定管理.*$/u, "");
}

/** The programme that an application belongs to, with the year of its round. */
export async function programmeOf(
  database: Database,
  { roundId }: Pick<ApplicationRow, "roundId">,
  policy: Policy,
): Promise<Programme> {
  const round = await findRound(database, roundId);
  return { name: programmeName(policy), roundYear: round?.year ?? null };
}
