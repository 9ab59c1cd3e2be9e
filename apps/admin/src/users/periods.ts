/** How a role or a stand-in stands on a day. */
export type PeriodStanding = "to_come" | "running" | "run_out" | "ended";

/** @param today YYYY-MM-DD; first and last day are included */
export function standingOf(
  { from, until, endedAt }: { from: string; until: string | null; endedAt: string | null },
  today: string,
): PeriodStanding {
  if (endedAt !== null) return "ended";
  if (until !== null && until < today) return "run_out";
  return today < from ? "to_come" : "running";
}
