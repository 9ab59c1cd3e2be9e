import { type Database, findRunningRound } from "@shifan/db";
import type { DialogContext } from "@shifan/dialog";

/** The round that a self-check is held against: the one that now takes applications, with the last day of its window. */
export type AnnouncedRounds = {
  /** @param today YYYY-MM-DD in Shanghai; a round whose last day has passed is announced no more, whatever its record says yet */
  of(policyId: string, today: string): Promise<DialogContext["round"]>;
};

const keptMilliseconds = 10_000;

/**
 * Looked up anew after some seconds: conversations ask at every answer, and what the city opens or extends reaches them soon enough.
 *
 * @param machine the machine's own time, for how long an answer is kept
 */
export function createAnnouncedRounds({
  database,
  machine,
}: {
  database: Database;
  machine: () => Date;
}): AnnouncedRounds {
  const known = new Map<string, { at: number; round: Promise<DialogContext["round"]> }>();
  return {
    of: async (policyId, today) => {
      const at = machine().getTime();
      const kept = known.get(policyId);
      const isFresh = kept !== undefined && at >= kept.at && at < kept.at + keptMilliseconds;
      const looked = isFresh ? kept : { at, round: lookUp(database, policyId) };
      known.set(policyId, looked);
      // What could not be looked up is asked for again at once.
      looked.round.catch(() => known.delete(policyId));
      const round = await looked.round;
      return round !== null && round.submissionDeadline >= today ? round : null;
    },
  };
}

async function lookUp(database: Database, policyId: string): Promise<DialogContext["round"]> {
  const round = await findRunningRound(database, policyId);
  if (round?.state !== "open" || round.submissionDeadline === null) return null;
  return { year: round.year, submissionDeadline: round.submissionDeadline };
}
