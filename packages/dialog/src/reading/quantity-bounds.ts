import { one } from "./fixed.ts";
import { around, type Interval, sameInterval } from "./intervals.ts";
import type { Group, Part } from "./quantity-groups.ts";
import type { Word, WordKind } from "./quantity-words.ts";

export interface Bounded {
  readonly interval: Interval;
  /** The ends are themselves estimates, to be widened to the step, not narrowed. */
  readonly estimated: boolean;
  readonly approximate: boolean;
}
type Problem = "unreadable" | "several_numbers";

/**
 * Applies the comparing words to the numbers that they stand by. Two numbers are one answer only where they say the same
 * (160万元，即1600000元) or bound it from both sides (60家以上，不到100家).
 */
export function boundGroups(parts: readonly Part[], approximate: boolean): Bounded | Problem {
  const assigned = assignWords(parts);
  if (assigned === null) return "unreadable";
  const bounded: Bounded[] = [];
  for (const [group, words] of assigned) {
    const each = bound(group, words, approximate);
    if (each === null) return "unreadable";
    bounded.push(each);
  }
  const [first, second] = bounded;
  if (!first) return "unreadable";
  if (!second) return first;
  if (bounded.length > 2) return "several_numbers";
  if (sameInterval(first.interval, second.interval)) return isRestated(first.interval) ? first : "several_numbers";
  return meet(first, second) ?? meet(second, first) ?? "several_numbers";
}

/** An amount said twice is one; "1，1" are two answers. */
function isRestated(interval: Interval): boolean {
  return interval.low !== null && interval.low >= 1_000n * one;
}

/** A lower bound and an upper bound together. */
function meet(lower: Bounded, upper: Bounded): Bounded | null {
  const { low, lowOpen, high: none } = lower.interval;
  const { high, highOpen, low: nothing } = upper.interval;
  if (low === null || high === null || none !== null || nothing !== null || low > high) return null;
  return {
    interval: { low, high, lowOpen, highOpen },
    estimated: false,
    approximate: lower.approximate || upper.approximate,
  };
}

const comparing: ReadonlySet<WordKind> = new Set([
  "at_least",
  "more_than",
  "at_most",
  "less_than",
  "near",
  "beyond",
  "than",
]);

/**
 * Each number with its words; null where a word has none to stand by (以上60家 is not guessed at). A word that can stand
 * on either side belongs to the number that follows in its clause.
 */
function assignWords(parts: readonly Part[]): Map<Group, Word[]> | null {
  const assigned = new Map<Group, Word[]>();
  const following = nextGroups(parts);
  let previous: Group | undefined;
  for (const [index, part] of parts.entries()) {
    if (part.type === "group") {
      previous = part.group;
      assigned.set(part.group, assigned.get(part.group) ?? []);
      continue;
    }
    if (!comparing.has(part.word.kind)) continue;
    const { next, inClause } = following[index] ?? { next: undefined, inClause: false };
    const { side } = part.word;
    const forward = side === "before" || (side === "both" && (inClause || !previous));
    const owner = forward ? (next ?? previous) : previous;
    if (!owner) return null;
    assigned.set(owner, [...(assigned.get(owner) ?? []), part.word]);
  }
  return assigned;
}

/** For each part the number that follows it, and whether no punctuation comes before that number. */
function nextGroups(parts: readonly Part[]): readonly { next: Group | undefined; inClause: boolean }[] {
  const result: { next: Group | undefined; inClause: boolean }[] = [];
  let next: Group | undefined;
  let inClause = false;
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index];
    result[index] = { next, inClause: inClause && next !== undefined };
    if (part?.type === "group") {
      next = part.group;
      inClause = true;
    } else if (part?.word.kind === "separator") inClause = false;
  }
  return result;
}

function bound(group: Group, words: readonly Word[], approximate: boolean): Bounded | null {
  const kinds = new Set(words.map((word) => word.kind));
  const { interval } = group;
  if (group.bare && kinds.size === 0 && interval.low === interval.high && !approximate) return null;
  if (kinds.delete("than")) {
    if (!kinds.delete("beyond")) return null;
    kinds.add("more_than");
  }
  const lower = kinds.has("at_least") || kinds.has("more_than");
  const upper = kinds.has("at_most") || kinds.has("less_than");
  const near = kinds.has("near");
  if (lower && (upper || near)) return null;
  if (near) return nearly(interval);
  if (lower) {
    const lowOpen = interval.lowOpen || !kinds.has("at_least");
    return { interval: { low: interval.low, lowOpen, high: null, highOpen: false }, estimated: false, approximate };
  }
  if (upper) {
    const highOpen = interval.highOpen || !kinds.has("at_most");
    return { interval: { low: null, lowOpen: false, high: interval.high, highOpen }, estimated: false, approximate };
  }
  if (kinds.has("beyond")) return beyond(group, approximate);
  if (!approximate && !group.around) return { interval, estimated: false, approximate: false };
  const exact = interval.low !== null && interval.low === interval.high;
  const closed = { ...interval, lowOpen: false, highOpen: false };
  return {
    interval: exact && interval.low !== null ? around(interval.low) : closed,
    estimated: true,
    approximate: true,
  };
}

/** 近60: below it, by a tenth at most. */
function nearly(interval: Interval): Bounded | null {
  if (interval.high === null || interval.low === null) return null;
  const low = interval.low - interval.low / 10n;
  return { interval: { ...interval, low, lowOpen: false, highOpen: true }, estimated: false, approximate: true };
}

/** 60家多 says what 60多家 says. */
function beyond(group: Group, approximate: boolean): Bounded | null {
  const { low, high } = group.interval;
  if (low === null || low !== high || low <= 0n) return null;
  const interval = { low, high: low + group.place, lowOpen: !approximate, highOpen: !approximate };
  return { interval, estimated: approximate, approximate };
}
