import { largest, one } from "./fixed.ts";
import { normalise } from "./normalise.ts";
import { type ItemProblem, scanItems } from "./numeral-items.ts";
import { evaluateNumeral, type Numeral } from "./numeral-value.ts";

export interface NumeralScan {
  readonly end: number;
  /** Null where something like a numeral stands that cannot be read; a numeral is never read in part. */
  readonly numeral: Numeral | null;
  readonly code: ItemProblem | null;
}

/** Reads the numeral that begins at a place of a normalised text; null where none begins. */
export function scanNumeral(text: string, start: number): NumeralScan | null {
  const { items, end, code } = scanItems(text, start);
  if (code !== null) return { end, numeral: null, code };
  if (items.length === 0) return null;
  const numeral = evaluateNumeral(items);
  if (numeral === null) return { end, numeral: null, code: "unreadable" };
  if (numeral.high > largest) return { end, numeral: null, code: "too_large" };
  return { end, numeral, code: null };
}

/** A text that is one exact whole number and nothing else ("12", "十二"), as a safe integer; null for anything else. */
export function readWholeNumber(text: string): number | null {
  const normal = normalise(text);
  const scan = scanNumeral(normal, 0);
  const numeral = scan?.end === normal.length ? scan.numeral : null;
  if (!numeral || numeral.bare || numeral.low !== numeral.high || numeral.low % one !== 0n) return null;
  const value = Number(numeral.low / one);
  return Number.isSafeInteger(value) ? value : null;
}
