import { daysAfter } from "../facts/calendar.ts";

/** How a title follows another of the same unit: days without any, days with both, or neither (第十四条 gives no continuation). */
export interface Succession {
  readonly kind: "gap" | "overlap" | "seamless";
  /** The first and the last day without or with both, both included; null where one title follows at once. */
  readonly from: string | null;
  readonly to: string | null;
}

type Validity = { readonly validFrom: string; readonly validTo: string };

/** The day before a day, YYYY-MM-DD. */
export function dayBefore(day: string): string {
  return daysAfter(day, -1);
}

/**
 * What lies between two titles of one unit, the earlier first.
 *
 * @param lastDay of the earlier one as it was: the day before its end where it was cancelled or revoked
 */
export function successionOf({ lastDay }: { readonly lastDay: string }, later: Validity): Succession {
  const follows = daysAfter(lastDay, 1);
  if (later.validFrom === follows) return { kind: "seamless", from: null, to: null };
  if (later.validFrom > follows) return { kind: "gap", from: follows, to: dayBefore(later.validFrom) };
  return { kind: "overlap", from: later.validFrom, to: lastDay < later.validTo ? lastDay : later.validTo };
}
