import type { Title } from "@shifan/contract";
import type { CertificationRow } from "@shifan/db";
import { dayBefore, successionOf } from "@shifan/rules";

/** The last day on which a title was in force: its own, or the day before the decision that ended it. */
function lastDayInForce({ validTo, endedOn }: CertificationRow): string {
  return endedOn === null || endedOn > validTo ? validTo : dayBefore(endedOn);
}

/**
 * How a title follows the one before of the same unit (第十四条): the law gives no continuation, so days without a title, or with two, are stated.
 *
 * @param all the confirmed titles of the unit
 * @returns null for the first
 */
export function successionIn(all: readonly CertificationRow[], title: CertificationRow): Title["succession"] {
  const earlier = all.filter(({ id, validFrom }) => id !== title.id && validFrom < title.validFrom);
  const before = earlier.toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1)).at(-1);
  if (before === undefined) return null;
  return { afterId: before.id, ...successionOf({ lastDay: lastDayInForce(before) }, title) };
}
