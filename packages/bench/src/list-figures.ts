import { compare } from "./compare.ts";
import type { Findings } from "./report.ts";

export const SMALL = 10_000;
/** Ten times as many. */
export const LARGE = 100_000;
const ROUNDS = 21;
/** How much longer a list may take among ten times as many. */
const LIMIT = 1.5;

export type ListFigures = Pick<Findings, "times" | "limits" | "notes">;

/**
 * How much longer one list takes among ten times as many.
 *
 * @param ask gives the list once and tells its total, among few and among many
 */
export async function compareSizes(
  { engine, name }: { readonly engine: string; readonly name: string },
  ask: { readonly small: () => Promise<string>; readonly large: () => Promise<string> },
): Promise<ListFigures> {
  const what = `${engine}, ${name}`;
  const totals: Record<string, string> = {};
  const contender = (size: keyof typeof ask) => ({
    name: size,
    turn: async () => {
      totals[size] = await ask[size]();
      return 1;
    },
  });
  const comparison = await compare([contender("small"), contender("large")], {
    rounds: ROUNDS,
    leastMilliseconds: 20,
  });
  return {
    times: [{ what: `${what}, of ${LARGE}`, microseconds: comparison.medianMicroseconds("large") }],
    limits: [
      {
        what: `${what}: ${LARGE} ÷ ${SMALL}`,
        figure: comparison.medianRatio("large", "small"),
        bound: "at most",
        limit: LIMIT,
        unit: "×",
      },
    ],
    notes: [`${name} ${totals.small} and ${totals.large}`],
  };
}

/** The figures of all lists on one engine. */
export function ofEngine(engine: string, figures: readonly ListFigures[]): ListFigures {
  return {
    times: figures.flatMap(({ times }) => times),
    limits: figures.flatMap(({ limits }) => limits),
    notes: [`${engine}, totals: ${figures.flatMap(({ notes }) => notes).join("; ")}`],
  };
}

/** What a benchmark of lists found, on PostgreSQL and on the embedded engine. */
export function ofBothEngines(bench: string, postgresql: ListFigures, embedded: ListFigures): Findings {
  return {
    bench: `${bench}: the same page among ${LARGE} applications, with as many of what follows each, and among ${SMALL}, medians of ${ROUNDS} rounds`,
    times: [...postgresql.times, ...embedded.times],
    limits: [...postgresql.limits, ...embedded.limits],
    notes: [...postgresql.notes, ...embedded.notes],
  };
}
