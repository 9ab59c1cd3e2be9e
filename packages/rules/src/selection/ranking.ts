/** The locked totals of one case, in points. */
export interface ScoredCase {
  readonly id: string;
  readonly totals: readonly number[];
}

/** A case in its place; of equal ones all have the same place, and the places behind them are left out (1, 1, 3). */
export interface RankedCase {
  readonly id: string;
  readonly rank: number;
  readonly isTied: boolean;
  /** The mean as an exact fraction. */
  readonly mean: { readonly sum: number; readonly count: number };
}

const sumOf = (totals: readonly number[]): number => totals.reduce((sum, total) => sum + total, 0);

/** Compares means by cross multiplication, the higher first: a printed mean may be rounded, a place may not. */
function byMean(left: ScoredCase, right: ScoredCase): number {
  return sumOf(right.totals) * left.totals.length - sumOf(left.totals) * right.totals.length;
}

/**
 * The order of cases by the mean of their locked totals (第十一条: 择优). The law breaks no tie and neither does this: who of two equal ones is
 * proposed is decided by people, with reasons. Cases without a total have no place.
 */
export function rankCases(cases: readonly ScoredCase[]): readonly RankedCase[] {
  const ordered = cases.filter(({ totals }) => totals.length > 0).toSorted(byMean);
  return ordered.map((scored) => {
    const equal = ordered.filter((other) => byMean(scored, other) === 0);
    return {
      id: scored.id,
      rank: ordered.findIndex((other) => byMean(scored, other) === 0) + 1,
      isTied: equal.length > 1,
      mean: { sum: sumOf(scored.totals), count: scored.totals.length },
    };
  });
}

/** A mean as people read it: two decimals, half up. */
export function spellMean({ sum, count }: { readonly sum: number; readonly count: number }): string {
  const hundredths = Math.floor((sum * 200 + count) / (count * 2));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
}
