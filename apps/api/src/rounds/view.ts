import type { PublicRound, Round } from "@shifan/contract";
import type { RoundRow } from "@shifan/db";
import { parseDate } from "@shifan/rules";
import { formatInstant } from "../clock.ts";
import type { RoundView } from "./service.ts";

/** A round on the wire. */
export function describeRound({ round, extensions, allowedActs }: RoundView): Round {
  const { createdAt: _, ...known } = round;
  return {
    ...known,
    extensions: extensions.map(({ roundId: _round, n: _n, at, ...extension }) => ({
      ...extension,
      at: formatInstant(at),
    })),
    allowedActs: [...allowedActs],
  };
}

/** A round as everybody sees it on a day. */
export function describePublicRound(view: RoundView, today: string): PublicRound {
  return { ...describeRound(view), daysLeft: daysLeftOf(view.round, today) };
}

/** How many days are left to hand in; null where nothing is taken in. */
function daysLeftOf({ state, submissionDeadline }: RoundRow, today: string): number | null {
  // The clock passes by every few seconds: for so long a round stands open after its end.
  if (state !== "open" || submissionDeadline === null || submissionDeadline < today) return null;
  return (parseDate(submissionDeadline) ?? 0) - (parseDate(today) ?? 0);
}
