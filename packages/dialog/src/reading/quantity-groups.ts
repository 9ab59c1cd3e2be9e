import { type Fixed, one } from "./fixed.ts";
import { type Interval, times } from "./intervals.ts";
import type { Numeral } from "./numeral-value.ts";
import type { Token } from "./quantity-tokens.ts";
import type { Word, WordKind } from "./quantity-words.ts";

/** One number or range with its unit. */
export interface Group {
  readonly interval: Interval;
  /** 来: also below. */
  readonly around: boolean;
  /** 百家 alone may be part of a name; it counts after 近, 上, 过 and the like. */
  readonly bare: boolean;
  /** The place of the last digit that is not 0, for 多 after the unit. */
  readonly place: Fixed;
  /** Written with 万, 亿, w or k. */
  readonly scaled: boolean;
  readonly unit: string | null;
}
export type Part = { readonly type: "group"; readonly group: Group } | { readonly type: "word"; readonly word: Word };

interface Measured extends Group {
  readonly numeral: Numeral;
  readonly next: number;
}

/** Joins numbers with their units and ranges with their ends; null where the units of a range disagree. */
export function groupTokens(tokens: readonly Token[]): readonly Part[] | null {
  const between = tokens.some((token) => token.type === "word" && token.word.kind === "between");
  const parts: Part[] = [];
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index];
    if (token?.type === "word") parts.push({ type: "word", word: token.word });
    const first = measuredAt(tokens, index);
    if (!first) {
      index += 1;
      continue;
    }
    const second = measuredAt(tokens, afterConnector(tokens, first.next, between));
    const group = second ? rangeOf(first, second) : first;
    if (group === null) return null;
    parts.push({ type: "group", group });
    index = (second ?? first).next;
  }
  return settleWords(parts);
}

/** 没有60家 is fewer than 60; a wave before a number means 约, a dash there is not clear; 到60家 says nothing more. */
function settleWords(parts: readonly Part[]): readonly Part[] {
  return parts.map((part, index): Part => {
    if (part.type !== "word") return part;
    const { kind, text } = part.word;
    const beforeNumber = parts[index + 1]?.type === "group";
    if (kind === "none" && beforeNumber && /没有?$/u.test(text)) return retold(part, "less_than");
    if (kind !== "to") return part;
    if (text === "-" && beforeNumber) return retold(part, "turn");
    return retold(part, text === "~" && beforeNumber ? "about" : "plain");
  });
}

function retold(part: Part & { type: "word" }, kind: WordKind): Part {
  return { ...part, word: { ...part.word, kind, side: "before" } };
}

/** The index after 到, -, -- or (before 之间) 和; none of them leads to the index of no token. */
function afterConnector(tokens: readonly Token[], index: number, between: boolean): number {
  const kind = wordOf(tokens[index]);
  if (!kind || !(kind.kind === "to" || (between && kind.kind === "and"))) return -1;
  const doubled = kind.text === "-" && wordOf(tokens[index + 1])?.text === "-";
  return doubled ? index + 2 : index + 1;
}

function wordOf(token: Token | undefined): Word | undefined {
  return token?.type === "word" ? token.word : undefined;
}

function measuredAt(tokens: readonly Token[], index: number): Measured | null {
  const token = tokens[index];
  if (token?.type !== "number") return null;
  const { numeral } = token;
  const measured = {
    numeral,
    interval: numeral as Interval,
    around: numeral.around,
    bare: numeral.bare,
    place: numeral.place,
    scaled: numeral.scaled,
    unit: null,
    next: index + 1,
  };
  const unit = unitOf(tokens[index + 1]);
  if (unit === null) return measured;
  const next = index + 2;
  if (unit !== "元" && unit !== "角" && unit !== "分") return { ...measured, unit, next };
  return withSubunits(tokens, { ...measured, unit, next });
}

/** 三块五, 160元5角3分; 5角 alone. */
function withSubunits(tokens: readonly Token[], measured: Measured): Measured {
  const divisor = measured.unit === "角" ? 10n : measured.unit === "分" ? 100n : 1n;
  let { next } = measured;
  let { low } = measured.numeral;
  const exact = low === measured.numeral.high;
  for (let place = divisor * 10n; exact && divisor === 1n && place <= 100n; place *= 10n) {
    const [part, previous] = [tokens[next], tokens[next - 1]];
    const digit = part?.type === "number" && previous?.end === part.start ? part.numeral.low : null;
    if (digit === null || digit >= 10n * one || digit % one !== 0n) break;
    const unit = unitOf(tokens[next + 1]);
    const weight = unit === "角" ? 10n : unit === "分" ? 100n : unit === null && place === 10n ? 10n : null;
    if (weight === null) break;
    low += digit / weight;
    next += unit === null ? 1 : 2;
  }
  const interval: Interval =
    divisor > 1n
      ? { ...measured.interval, low: measured.numeral.low / divisor, high: measured.numeral.high / divisor }
      : { ...measured.interval, low, high: exact ? low : measured.numeral.high };
  return { ...measured, interval, unit: "元", next };
}

function unitOf(token: Token | undefined): string | null {
  return token?.type === "unit" ? token.unit : null;
}

function rangeOf(first: Measured, second: Measured): Group | null {
  if (first.unit !== null && second.unit !== null && first.unit !== second.unit) return null;
  const lent = first.scaled ? 1n : lentScale(first, second);
  const { low, lowOpen } = times(first.interval, lent);
  const { high, highOpen } = second.interval;
  if (low === null || high === null || low > high) return null;
  return {
    interval: { low, high, lowOpen, highOpen },
    around: first.around || second.around,
    bare: first.bare || second.bare,
    place: second.place,
    scaled: first.scaled || second.scaled,
    unit: second.unit ?? first.unit,
  };
}

/** 100到120万 begins at 100万, 1到2百万 at 1百万, but 8000到1万 at 8000. */
function lentScale(first: Measured, second: Measured): bigint {
  if (second.numeral.scale === 1n) return 1n;
  const lent = first.numeral.hasUnit ? second.numeral.scale : second.numeral.tail;
  return first.numeral.low * lent <= second.numeral.high ? lent : 1n;
}
