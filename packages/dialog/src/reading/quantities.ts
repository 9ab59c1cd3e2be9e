import { above, below, ceilTo, type Fixed, floorTo, formatFixed, one, type Step } from "./fixed.ts";
import { type Interval, negated, times } from "./intervals.ts";
import { prepare } from "./normalise.ts";
import { type Bounded, boundGroups } from "./quantity-bounds.ts";
import { withoutContext } from "./quantity-context.ts";
import { type Group, groupTokens } from "./quantity-groups.ts";
import { tokenise } from "./quantity-tokens.ts";
import type { WordKind } from "./quantity-words.ts";

export const quantityProblems = [
  "empty",
  "too_long",
  "unreadable",
  /** 很多, 若干: no number in it. */
  "vague",
  /** 不清楚, 没统计过: an answer of its own, never 0. */
  "unknown",
  /** 没有, where it may mean "none" as well as "nothing at hand". */
  "none",
  "several_numbers",
  /** A share where an amount is asked: 九成五. */
  "ratio",
  "other_unit",
  "foreign_currency",
  "negative",
  /** More decimals than the fact has. */
  "too_fine",
  "too_large",
  /** For another time than asked: per month, cumulative, the first half of the year. */
  "period",
  /** The message asks something. */
  "question",
] as const;
export type QuantityProblem = (typeof quantityProblems)[number];

export interface QuantityReading {
  readonly ok: true;
  /** Canonical decimal text; the ends are included; null where there is none. Exact when both are the same. */
  readonly min: string | null;
  readonly max: string | null;
  /** Never decides (B.0): ask which side it is on. */
  readonly approximate: boolean;
  /** As written, by its usual name. Null: not written; for money 万 and 亿 count as written 元. */
  readonly unit: string | null;
}
export type QuantityRefusal = { readonly ok: false; readonly code: QuantityProblem; readonly unit?: string };

export interface QuantityOptions {
  /** The finest difference of the fact: it turns 超过60 into 61 for a count, into 60.01 for money. */
  readonly step: Step;
  /** Units that the fact takes, e.g. ["家"], ["元"]; 个 is always one of them. Left out: any but money. */
  readonly units?: readonly string[];
  /** Whether the value may be below zero (profit). */
  readonly negative?: boolean;
  /** Whether 没有 and 无 mean 0, as they do for a count. */
  readonly noneIsZero?: boolean;
}

/**
 * Reads one amount as people write it: 一百五十万, 150w, 不到60家, 六十多家, 100~120万, 亏损3万. What cannot be read is said
 * so; nothing is ever taken for 0 or for a part of what was written.
 */
export function readQuantity(text: string, options: QuantityOptions): QuantityReading | QuantityRefusal {
  const prepared = prepare(text);
  if (!prepared.ok) return refuse(prepared.code);
  // (30,000) is a loss to an accountant and 30,000 to others.
  if (options.negative && /^\([^()]*\)[^()]{0,3}$/u.test(prepared.text)) return refuse("unreadable");
  const { text: stripped, heading, otherTime } = withoutContext(prepared.text);
  const tokens = tokenise(stripped);
  if (!tokens.ok) return refuse(tokens.code);
  const parts = groupTokens(tokens.tokens);
  if (parts === null) return refuse("unreadable");
  const kinds = new Set(parts.flatMap((part) => (part.type === "word" ? [part.word.kind] : [])));
  const groups = parts.flatMap((part) => (part.type === "group" ? [part.group] : []));
  if (groups.length === 0) return withoutNumber(kinds, options);
  const problem = obstacle(kinds, groups, options) ?? (otherTime ? { ok: false, code: "period" } : null);
  if (problem) return problem;
  const bounded = boundGroups(parts, kinds.has("about") || kinds.has("unknown"));
  if (typeof bounded === "string") return refuse(bounded);
  const unit = unitOf(groups, options);
  if (heading === null) return finish(bounded, unit, kinds, options);
  if (groups.some((group) => group.scaled || group.unit !== null)) {
    return heading.factor === 1n ? finish(bounded, unit, kinds, options) : refuse("unreadable");
  }
  return finish({ ...bounded, interval: times(bounded.interval, heading.factor) }, "元", kinds, options);
}

/** What stands in the way of taking the number as the answer. */
function obstacle(
  kinds: ReadonlySet<WordKind>,
  groups: readonly Group[],
  options: QuantityOptions,
): QuantityRefusal | null {
  if (kinds.has("ratio")) return refuse("ratio");
  if (kinds.has("period") || groups.some((group) => group.unit !== null && "年月天".includes(group.unit))) {
    if (!options.units?.some((unit) => "年月天".includes(unit))) return refuse("period");
  }
  if (kinds.has("foreign") || groups.some((group) => group.unit === "外币")) return refuse("foreign_currency");
  if (kinds.has("question")) return refuse("question");
  if (["turn", "none", "zero", "vague", "no_loss", "even"].some((kind) => kinds.has(kind as WordKind))) {
    return refuse("unreadable");
  }
  if (kinds.has("loss") && kinds.has("gain")) return refuse("unreadable");
  const units = new Set(groups.map((group) => group.unit).filter((unit) => unit !== null && unit !== "个"));
  if (kinds.has("yuan")) units.add("元");
  const accepted = options.units;
  for (const unit of units) {
    const fits = accepted ? accepted.includes(unit ?? "") : unit !== "元";
    if (!fits) return { ok: false, code: "other_unit", unit: unit ?? "" };
  }
  return units.size > 1 ? refuse("several_numbers") : null;
}

function unitOf(groups: readonly Group[], options: QuantityOptions): string | null {
  const written = groups.find((group) => group.unit !== null && group.unit !== "个")?.unit;
  if (written) return written;
  const money = options.units?.includes("元") ?? false;
  return money && groups.some((group) => group.scaled) ? "元" : null;
}

/** 没有, 亏损, 持平 and the answers that are no amount at all. */
function withoutNumber(kinds: ReadonlySet<WordKind>, options: QuantityOptions): QuantityReading | QuantityRefusal {
  for (const kind of ["unknown", "ratio", "vague", "question"] as const) if (kinds.has(kind)) return refuse(kind);
  if (options.negative) {
    if (kinds.has("no_loss")) return reading("0", null);
    if (kinds.has("even")) return reading("0", "0");
    if (kinds.has("loss") !== kinds.has("gain") && !kinds.has("none")) {
      const least = formatFixed(above(0n, options.step));
      return kinds.has("loss") ? reading(null, `-${least}`) : reading(least, null);
    }
  }
  if (kinds.has("loss") || kinds.has("turn")) return refuse("unreadable");
  if (kinds.has("zero")) return reading("0", "0");
  if (!kinds.has("none")) return refuse("unreadable");
  return options.noneIsZero ? reading("0", "0") : refuse("none");
}

function finish(
  bounded: Bounded,
  unit: string | null,
  kinds: ReadonlySet<WordKind>,
  options: QuantityOptions,
): QuantityReading | QuantityRefusal {
  const { step } = options;
  const { estimated, approximate } = bounded;
  const written = kinds.has("yuan") ? "元" : unit;
  let interval = bounded.interval;
  if (kinds.has("loss") && !isZero(interval)) {
    if (!options.negative) return refuse("negative");
    // A loss of less than 3万 is still a loss.
    interval = negated(interval.low === null ? { ...interval, low: 0n, lowOpen: true } : interval);
  }
  const { low, high, lowOpen, highOpen } = interval;
  if (low !== null && low === high && low !== floorTo(low, step)) return refuse("too_fine");
  const min = low === null ? null : estimated ? floorTo(low, step) : lowOpen ? above(low, step) : ceilTo(low, step);
  const top =
    high === null ? null : estimated ? ceilTo(high, step) : highOpen ? below(high, step) : floorTo(high, step);
  const max = min !== null && top !== null && top < min ? restOfTen(min, step) : top;
  if (max !== null && max < 0n && !options.negative) return refuse("unreadable");
  const ends = { min: min === null ? null : formatFixed(min), max: max === null ? null : formatFixed(max) };
  if (ends.max === "0" && ends.min === null && !options.negative) ends.min = "0";
  return { ok: true, ...ends, approximate, unit: written };
}

/** 63多家: nothing lies between 63 and 64, so that the rest of the ten must be meant. */
function restOfTen(min: Fixed, step: Step): Fixed {
  const ten = 10n * one;
  return below((floorTo(min, step) / ten + 1n) * ten, step);
}

function isZero(interval: Interval): boolean {
  return interval.low === 0n && interval.high === 0n;
}

function reading(min: string | null, max: string | null): QuantityReading {
  return { ok: true, min, max, approximate: false, unit: null };
}

function refuse(code: QuantityProblem): QuantityRefusal {
  return { ok: false, code };
}
