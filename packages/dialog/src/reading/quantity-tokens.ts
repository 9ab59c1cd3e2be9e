import { conditionalWordAt } from "./conditional-words.ts";
import type { Numeral } from "./numeral-value.ts";
import { scanNumeral } from "./numerals.ts";
import { type Word, wordAt } from "./quantity-words.ts";
import { unitWordAt } from "./units.ts";

export type Token =
  | { readonly type: "number"; readonly numeral: Numeral; readonly start: number; readonly end: number }
  | { readonly type: "unit"; readonly unit: string; readonly start: number; readonly end: number }
  | { readonly type: "word"; readonly word: Word; readonly start: number; readonly end: number };
export type TokenProblem = "unreadable" | "too_large";
export type Tokens =
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | { readonly ok: false; readonly code: TokenProblem };

const pairsOfSubunits: Readonly<Record<string, string>> = { 角: "角", 毛: "角", 分: "分" };
const letters = /[a-z]+/y;

/** Cuts a normalised text into numbers, the units after them, and the words that bear on them; the rest is passed over. */
export function tokenise(text: string): Tokens {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const step = tokenAt(text, at, tokens.at(-1));
    if (typeof step === "string") return { ok: false, code: step };
    if (step !== null && "type" in step) tokens.push(step);
    at = step?.end ?? at + 1;
  }
  return { ok: true, tokens };
}

function tokenAt(
  text: string,
  start: number,
  previous: Token | undefined,
): Token | { end: number } | TokenProblem | null {
  const unit = previous?.type === "number" ? unitAfter(text, start, previous.end) : null;
  if (unit) return unit;
  const word = wordAt(text, start);
  if (word && word.text.length > 1) return wordToken(text, word, start);
  const condition = conditionalWordAt(text, start, previous?.type === "word" ? undefined : previous?.end);
  if (condition) return wordToken(text, condition, start);
  const scan = scanNumeral(text, start);
  if (scan) {
    if (!scan.numeral) return scan.code ?? "unreadable";
    return { type: "number", numeral: scan.numeral, start, end: scan.end };
  }
  if (word) return wordToken(text, word, start);
  return lettersAt(text, start, previous);
}

/** A unit counts only straight after its number, where a space or a bracket may stand between. */
function unitAfter(text: string, start: number, end: number): Token | null {
  if (start > end + 1 || (start === end + 1 && !" (".includes(text.charAt(end)))) return null;
  const found = unitWordAt(text, start);
  if (found) return { type: "unit", unit: found.unit, start, end: found.end };
  const subunit = pairsOfSubunits[text.charAt(start)];
  return subunit === undefined ? null : { type: "unit", unit: subunit, start, end: start + 1 };
}

function wordToken(text: string, word: Word, start: number): Token {
  const end = start + word.text.length;
  // 60+ is a lower bound, 50+10 a sum.
  const bound = word.text === "+" && !/[\d.]/.test(text.charAt(end));
  return { type: "word", word: bound ? { text: "+", kind: "at_least", side: "after" } : word, start, end };
}

/** Letters touching a number make something else of it: 5G, ISO9001, 1e6. */
function lettersAt(text: string, start: number, previous: Token | undefined): Token | { end: number } | null {
  letters.lastIndex = start;
  const run = letters.exec(text)?.[0];
  if (run === undefined) return null;
  const end = start + run.length;
  const touches = (previous?.type === "number" && previous.end === start) || /\d/.test(text.charAt(end));
  return touches ? { type: "word", word: { text: run, kind: "turn", side: "both" }, start, end } : { end };
}
