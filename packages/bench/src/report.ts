import type { Comparison } from "./compare.ts";

/** A promise about a figure: it is at most, or at least, so much. */
export interface Limit {
  readonly what: string;
  readonly figure: number;
  readonly bound: "at most" | "at least";
  readonly limit: number;
  /** "×" for a ratio, a word for a count. */
  readonly unit: string;
}

/** What one benchmark found. */
export interface Findings {
  readonly bench: string;
  /** Absolute medians: they hold on one machine at one hour. */
  readonly times: readonly { readonly what: string; readonly microseconds: number }[];
  readonly limits: readonly Limit[];
  /** Anything a reader should know beside the figures, such as on how many applicants all agreed. */
  readonly notes: readonly string[];
}

export function timesOf(comparison: Comparison, names: readonly string[]): Findings["times"] {
  return names.map((name) => ({ what: name, microseconds: comparison.medianMicroseconds(name) }));
}

export function isKept({ figure, bound, limit }: Limit): boolean {
  return bound === "at most" ? figure <= limit : figure >= limit;
}

/** The figure beside its limit, and whether it is kept. */
export function limitAsText(limit: Limit): string {
  const { figure, bound, unit } = limit;
  return `${figure.toPrecision(3)}${unit}  ${bound} ${limit.limit}  ${isKept(limit) ? "pass" : "MISS"}`;
}

/** The findings as lines for a terminal. */
export function findingsAsText({ bench, times, limits, notes }: Findings): string {
  const width = Math.max(...times.map(({ what }) => what.length), ...limits.map(({ what }) => what.length));
  return [
    `== ${bench}`,
    ...times.map(({ what, microseconds }) => `   ${what.padEnd(width)}  ${spellTime(microseconds)}`),
    ...limits.map((limit) => `   ${limit.what.padEnd(width)}  ${limitAsText(limit)}`),
    ...notes.map((note) => `   ${note}`),
  ].join("\n");
}

function spellTime(microseconds: number): string {
  if (microseconds < 1_000) return `${microseconds.toPrecision(3)} µs`;
  return microseconds < 1_000_000
    ? `${(microseconds / 1_000).toPrecision(3)} ms`
    : `${(microseconds / 1_000_000).toPrecision(3)} s`;
}
