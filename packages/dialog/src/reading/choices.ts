import { type ChoiceToken, choiceTokens, type Named } from "./choice-tokens.ts";
import { normalise } from "./normalise.ts";
import { readWholeNumber } from "./numerals.ts";

export type { Named } from "./choice-tokens.ts";

export interface ChoicesReading {
  /** Positions from 0. */
  readonly selected: readonly number[];
  /** Whether the message answers for every label (都有, 除了2都有, 只有1和3); a mere list may go on in the next one. */
  readonly complete: boolean;
  /** Said not to be there, while others are still open: 2没有. */
  readonly rejected?: readonly number[];
  /** 第2项不清楚. */
  readonly unknown?: readonly number[];
}

/** Letters and digits only, for comparing with labels. */
function bareOf(text: string): string {
  return normalise(text).replace(/[^\p{L}\p{N}]/gu, "");
}

/** "2", "第2个", "二", "②", "(2)", "2.", "B", "选3": the position named, from 0. */
function positionOf(text: string, count: number): number | null {
  const bare = bareOf(text);
  const letter = /^[a-z]$/.test(bare) ? bare.charCodeAt(0) - 96 : null;
  const digits = /^(?:我?选|第)*(.+?)(?:个|项|条|号|种)?(?:吧|的)?$/u.exec(bare)?.[1] ?? "";
  const number = letter ?? readWholeNumber(digits) ?? 0;
  return number >= 1 && number <= count ? number - 1 : null;
}

/**
 * Which one of the labels is meant, by number or by name; null when it is not clear. A name may be a part of one label
 * (无保留) or stand in the message (应选保留意见); 不是保留意见 names none, nor does 保留意见是什么.
 */
export function readChoice(text: string, labels: readonly Named[]): number | null {
  const wanted = bareOf(text).replace(/(?<=.)(?:的|了|吧|啊|呀)$/u, "");
  if (wanted === "") return null;
  const names = labels.map((each) => bareOf(each.label));
  const words = labels.map((each) => each.words.map(bareOf));
  for (const same of [names.indexOf(wanted), words.findIndex((own) => own.includes(wanted))])
    if (same >= 0) return same;
  const position = positionOf(text, labels.length);
  if (position !== null || wanted.length < 2) return position;
  const starting = names.flatMap((name, index) => (name.startsWith(wanted) ? [index] : []));
  if (starting.length === 1) return starting[0] ?? null;
  const holding = names.flatMap((name, index) => (name.includes(wanted) ? [index] : []));
  if (holding.length > 0) return holding.length === 1 ? (holding[0] ?? null) : null;
  return nameWithin(wanted, names, words);
}

/** The one label whose name or word stands in the text, the longest where one holds another. */
function nameWithin(text: string, names: readonly string[], words: readonly (readonly string[])[]): number | null {
  const held = names.flatMap((name, index) =>
    [name, ...(words[index] ?? [])]
      .filter((each) => each.length >= 2 && text.includes(each))
      .map((each) => ({ index, text: each })),
  );
  const longest = held.filter(({ text: own }) => !held.some((other) => other.text !== own && other.text.includes(own)));
  const [only] = longest;
  if (!only || longest.some(({ index }) => index !== only.index)) return null;
  const rest = longest.reduce((left, each) => left.replace(each.text, " "), text);
  return /[不没非无未别除吗哪几]|什么|怎么|多少|多久|如何|区别|是否/u.test(rest) ? null : only.index;
}

type Verdict = "Y" | "N" | "U";
interface Verdicts {
  readonly said: Map<number, Verdict>;
  /** What is said of all that is not named; null where nothing is. */
  rest: Verdict | null;
}
interface Statement {
  /** Over the symbols of the tokens, see {@link ChoiceToken}. */
  readonly pattern: RegExp;
  /** Null for the rest: it stays as it is. `last` is the verdict that ends the statement. */
  readonly said: (last: Verdict, first: Verdict) => { readonly items: Verdict | null; readonly rest: Verdict | null };
}

const opposite: Readonly<Record<Verdict, Verdict | null>> = { Y: "N", N: "Y", U: null };
const isVerdict = (symbol: string | undefined): symbol is Verdict => symbol === "Y" || symbol === "N" || symbol === "U";

/** Tried in this order at each place. Commas may stand in a list, but not where it is open how far 没有 reaches back. */
const statements: readonly Statement[] = [
  { pattern: /EI+([YNU])B?[AR]+([YNU])/y, said: (last, first) => ({ items: first, rest: last }) },
  { pattern: /E(?:IB?)+(?:X?B?[AR]+|XB?)([YNU])/y, said: (last) => ({ items: opposite[last], rest: last }) },
  { pattern: /[AR]*RA*([YNU])/y, said: (last) => ({ items: null, rest: last }) },
  { pattern: /A+([YNU])/y, said: (last) => ({ items: null, rest: last }) },
  { pattern: /A+(?![IYNULXEO])/y, said: () => ({ items: null, rest: "Y" }) },
  { pattern: /L(?:IB?)*I(?![YNU])/y, said: () => ({ items: "N", rest: "Y" }) },
  { pattern: /OI+A*N/y, said: () => ({ items: "N", rest: "Y" }) },
  { pattern: /OY?(?:IB?)*I(?![YNUA])/y, said: () => ({ items: "Y", rest: "N" }) },
  { pattern: /OY?(?:IB?)*IA*Y/y, said: () => ({ items: "Y", rest: "N" }) },
  { pattern: /I+A*([YNU])/y, said: (last) => ({ items: last, rest: null }) },
  { pattern: /I(?:B?I)+A*Y/y, said: () => ({ items: "Y", rest: null }) },
  { pattern: /([YN])I+(?![YNUA])/y, said: (last) => ({ items: last, rest: null }) },
  { pattern: /I(?:B?I)*(?!B?I|[YNUAL])/y, said: () => ({ items: "Y", rest: null }) },
];

/**
 * Which of the labels are meant: 都有, 1、3, 1到3, 除了2都有, 缺2, 只有第1项, 1、3有，2没有，其他不清楚; null when it is not
 * clear, or when one of them is said to be there and not.
 */
export function readChoices(text: string, labels: readonly Named[]): ChoicesReading | null {
  const tokens = choiceTokens(text, labels);
  const verdicts = tokens && judge(tokens);
  if (!verdicts) return null;
  const all = labels.map((_, index) => index);
  const of = (wanted: Verdict) => all.filter((item) => (verdicts.said.get(item) ?? verdicts.rest) === wanted);
  const unknown = of("U");
  const judged = verdicts.rest !== null || verdicts.said.size === all.length;
  const listed = [...verdicts.said.values()].every((verdict) => verdict === "Y") && verdicts.rest === null;
  const complete = judged && unknown.length === 0 && !listed;
  const rejected = complete ? [] : of("N");
  return {
    selected: of("Y"),
    complete,
    ...(rejected.length > 0 ? { rejected } : {}),
    ...(unknown.length > 0 ? { unknown } : {}),
  };
}

function judge(tokens: readonly ChoiceToken[]): Verdicts | null {
  const symbols = tokens.map(({ symbol }) => symbol).join("");
  // 没有 alone answers for all of them; 有 alone does not say for which.
  if (/^B*NB*$/.test(symbols)) return { said: new Map(), rest: "N" };
  const verdicts: Verdicts = { said: new Map(), rest: null };
  for (let at = 0; at < symbols.length; ) {
    const length = symbols[at] === "B" ? 1 : stateAt(symbols, at, tokens, verdicts);
    if (length === 0) return null;
    at += length;
  }
  return verdicts.said.size > 0 || verdicts.rest !== null ? verdicts : null;
}

/** Takes in the statement at a place and answers how many tokens it has; 0 where none stands or it contradicts another. */
function stateAt(symbols: string, at: number, tokens: readonly ChoiceToken[], verdicts: Verdicts): number {
  for (const { pattern, said } of statements) {
    pattern.lastIndex = at;
    const match = pattern.exec(symbols);
    if (!match) continue;
    const captured = match.slice(1).filter(isVerdict);
    const { items, rest } = said(captured.at(-1) ?? "Y", captured[0] ?? "Y");
    const named = tokens.slice(at, at + match[0].length).flatMap((token) => token.items);
    if (named.length > 0 && items === null) return 0;
    for (const item of named) {
      if (items === null || (verdicts.said.get(item) ?? items) !== items) return 0;
      verdicts.said.set(item, items);
    }
    if (rest !== null && verdicts.rest !== null && verdicts.rest !== rest) return 0;
    verdicts.rest = rest ?? verdicts.rest;
    return match[0].length;
  }
  return 0;
}
