import { conditionalWordAt } from "./conditional-words.ts";
import { compareFractions, type Fraction, fractionOf } from "./fractions.ts";
import { prepare } from "./normalise.ts";
import { withoutContext } from "./quantity-context.ts";
import { type WordKind, wordAt } from "./quantity-words.ts";
import { type BareNumber, isShare, type Share, shareAt, spread } from "./ratio-shares.ts";

export type RatioProblem =
  | "empty"
  | "too_long"
  | "unreadable"
  | "unknown"
  | "vague"
  | "several_numbers"
  | "question"
  /** 九折 is a price, not a share of anything served. */
  | "discount"
  /** 93 may be a count or a percentage. */
  | "bare_number"
  /** More than the whole. */
  | "out_of_range";

export interface RatioReading {
  readonly ok: true;
  /** Exact shares; null where there is no end on that side. */
  readonly min: Fraction | null;
  readonly max: Fraction | null;
  /** Whether the end is itself excluded: 不到九成. Shares have no step that could turn it inclusive. */
  readonly minOpen: boolean;
  readonly maxOpen: boolean;
  readonly approximate: boolean;
}
export type RatioRefusal = { readonly ok: false; readonly code: RatioProblem };

const wholeWord = fractionOf(1n, 1n);

/** Reads a share between 0 and 1: 九成, 九成五, 百分之九十, 95.5%, 0.9, 三分之二, 90/96, 九成以上, 不到九成, 全部. */
export function readRatio(text: string): RatioReading | RatioRefusal {
  const prepared = prepare(text);
  if (!prepared.ok) return refuse(prepared.code);
  const scanned = scan(withoutContext(prepared.text).text);
  if ("code" in scanned) return refuse(scanned.code);
  const { shares, kinds } = scanned;
  if (shares.length === 0) {
    for (const kind of ["unknown", "vague", "question"] as const) if (kinds.has(kind)) return refuse(kind);
    return refuse("unreadable");
  }
  if (kinds.has("question")) return refuse("question");
  if (hindering.some((kind) => kinds.has(kind))) return refuse("unreadable");
  const joined = join(shares, kinds.has("to"));
  if ("code" in joined) return refuse(joined.code);
  return isShare(joined) ? bound(joined, kinds) : refuse("out_of_range");
}

const hindering: readonly WordKind[] = ["turn", "none", "loss", "than", "vague"];

interface Scanned {
  readonly shares: readonly (Share | BareNumber)[];
  readonly kinds: ReadonlySet<WordKind>;
}

function scan(text: string): Scanned | RatioRefusal {
  const shares: (Share | BareNumber)[] = [];
  const kinds = new Set<WordKind>();
  let at = 0;
  while (at < text.length) {
    const word = conditionalWordAt(text, at, shares.at(-1)?.end) ?? wordAt(text, at);
    // 百分之 and 一半 are words of amounts too, there as refusals.
    const share = word && word.kind !== "ratio" && word.text.length > 1 ? null : shareAt(text, at);
    if (share && "code" in share && share.code !== "bare_number") return refuse(share.code);
    if (share) shares.push(share);
    else if (word) kinds.add(word.text === "-" && shares.length === 0 ? "turn" : word.kind);
    at = share?.end ?? at + (word?.text.length ?? 1);
  }
  return { shares, kinds };
}

/** One share, or the two ends of a range; in 80-90% and 百分之八十到九十 one of them carries the whole for both. */
function join(shares: readonly (Share | BareNumber)[], ranged: boolean): Share | RatioRefusal {
  const [first, second] = shares;
  if (!first || shares.length > 2) return refuse("several_numbers");
  if (!second) return "code" in first ? refuse(first.code) : first;
  if (!ranged) return refuse("code" in first || "code" in second ? "bare_number" : "several_numbers");
  const [low, high] = [withWhole(first, second), withWhole(second, first)];
  if (!low || !high) return refuse("bare_number");
  if (compareFractions(low.low, high.high) > 0) return refuse("unreadable");
  return { ...low, high: high.high, highOpen: high.highOpen, around: low.around || high.around };
}

function withWhole(number: Share | BareNumber, beside: Share | BareNumber): Share | null {
  if (!("code" in number)) return number;
  return "code" in beside || beside.per <= 1n ? null : spread(number.numeral, beside.per, number.end);
}

function bound(share: Share, kinds: ReadonlySet<WordKind>): RatioReading | RatioRefusal {
  const lower = kinds.has("at_least") || kinds.has("more_than");
  const upper = kinds.has("at_most") || kinds.has("less_than");
  const near = kinds.has("near");
  const approximate = kinds.has("about") || kinds.has("unknown") || share.around || near;
  if ((lower && upper) || (near && (lower || upper))) return refuse("unreadable");
  const exact = compareFractions(share.low, share.high) === 0;
  const ends = { min: share.low, max: share.high, minOpen: share.lowOpen, maxOpen: share.highOpen };
  if (lower) return { ok: true, ...ends, max: null, maxOpen: false, minOpen: !kinds.has("at_least"), approximate };
  if (upper) return { ok: true, ...ends, min: null, minOpen: false, maxOpen: !kinds.has("at_most"), approximate };
  if (near) return { ok: true, ...ends, min: less(share.low), minOpen: false, maxOpen: true, approximate };
  if (kinds.has("beyond") && exact) return { ok: true, ...ends, max: null, maxOpen: false, minOpen: true, approximate };
  if (!approximate) return { ok: true, ...ends, approximate };
  const wide = exact ? { min: less(share.low), max: more(share.high) } : { min: share.low, max: share.high };
  return { ok: true, ...wide, minOpen: false, maxOpen: false, approximate };
}

/** Five points below, at 0 the least. */
function less(value: Fraction): Fraction {
  const [numerator, denominator] = [BigInt(value.numerator) * 20n, BigInt(value.denominator) * 20n];
  const lower = numerator - BigInt(value.denominator);
  return fractionOf(lower < 0n ? 0n : lower, denominator);
}

/** Five points above, at 1 the most. */
function more(value: Fraction): Fraction {
  const [numerator, denominator] = [BigInt(value.numerator) * 20n, BigInt(value.denominator) * 20n];
  const higher = fractionOf(numerator + BigInt(value.denominator), denominator);
  return compareFractions(higher, wholeWord) > 0 ? wholeWord : higher;
}

function refuse(code: RatioProblem): RatioRefusal {
  return { ok: false, code };
}
