import { above, below, ceilTo, floorTo, formatFixed } from "./fixed.ts";
import { type Interval, times } from "./intervals.ts";
import { prepare } from "./normalise.ts";
import { boundGroups } from "./quantity-bounds.ts";
import { type Group, groupTokens, type Part } from "./quantity-groups.ts";
import { tokenise } from "./quantity-tokens.ts";
import type { WordKind } from "./quantity-words.ts";

export type DurationProblem =
  | "empty"
  | "too_long"
  | "unreadable"
  | "unknown"
  | "vague"
  | "several_numbers"
  | "question"
  /** Days or weeks, which are no number of months, or no unit at all. */
  | "other_unit"
  /** Half a month. */
  | "too_fine"
  | "too_large";

export interface DurationReading {
  readonly ok: true;
  /** Whole months, the ends included. */
  readonly min: number | null;
  readonly max: number | null;
  readonly approximate: boolean;
}
export type DurationRefusal = { readonly ok: false; readonly code: DurationProblem };

const longest = 12_000n;
const hindering: readonly WordKind[] = ["turn", "none", "loss", "ratio", "period", "vague"];

/** Reads a length of time in months: 两年半 (30), 18个月, 半年, 一年零三个月, 三年多, 不到两年. */
export function readMonths(text: string): DurationReading | DurationRefusal {
  const prepared = prepare(text);
  if (!prepared.ok) return refuse(prepared.code);
  if (/半个?月|[上下]半年/u.test(prepared.text))
    return refuse(prepared.text.includes("月") ? "too_fine" : "unreadable");
  const plain = prepared.text
    .replace(/年半/gu, "年6个月")
    .replace(/半年/gu, "6个月")
    .replace(/年 ?[零〇又加] ?/gu, "年");
  const tokens = tokenise(plain);
  if (!tokens.ok) return refuse(tokens.code);
  const parts = groupTokens(tokens.tokens);
  if (parts === null) return refuse("unreadable");
  const kinds = new Set(parts.flatMap((part) => (part.type === "word" ? [part.word.kind] : [])));
  const inMonths = toMonths(parts);
  if (typeof inMonths === "string") return refuse(inMonths);
  if (!inMonths.some((part) => part.type === "group")) {
    for (const kind of ["unknown", "vague", "question"] as const) if (kinds.has(kind)) return refuse(kind);
    return refuse("unreadable");
  }
  if (kinds.has("question")) return refuse("question");
  if (hindering.some((kind) => kinds.has(kind))) return refuse("unreadable");
  const bounded = boundGroups(inMonths, kinds.has("about") || kinds.has("unknown"));
  if (typeof bounded === "string") return refuse(bounded);
  return whole(bounded.interval, bounded.estimated, bounded.approximate);
}

/** Every number in months, years and the months after them added together; a problem where a unit is another or none. */
function toMonths(parts: readonly Part[]): readonly Part[] | DurationProblem {
  const result: Part[] = [];
  for (const part of parts) {
    if (part.type === "word") {
      result.push(part);
      continue;
    }
    const factor = part.group.unit === "年" ? 12n : part.group.unit === "月" ? 1n : null;
    if (factor === null) return "other_unit";
    const group = { ...part.group, interval: times(part.group.interval, factor), place: part.group.place * factor };
    const previous = result.at(-1);
    if (previous?.type === "group" && previous.group.unit === "年" && group.unit === "月") {
      const sum = add(previous.group, group);
      if (sum === null || result.some((each) => each.type === "word" && each.word.kind === "to")) return "unreadable";
      result[result.length - 1] = { type: "group", group: sum };
    } else result.push({ type: "group", group });
  }
  return result;
}

function add(years: Group, months: Group): Group | null {
  const { low, high } = years.interval;
  const { low: least, high: most } = months.interval;
  if (low === null || low !== high || least === null || most === null) return null;
  return { ...months, interval: { ...months.interval, low: low + least, high: low + most } };
}

function whole(interval: Interval, estimated: boolean, approximate: boolean): DurationReading | DurationRefusal {
  const { low, high, lowOpen, highOpen } = interval;
  if (low !== null && low === high && low !== floorTo(low, "1")) return refuse("too_fine");
  const min = low === null ? null : estimated ? floorTo(low, "1") : lowOpen ? above(low, "1") : ceilTo(low, "1");
  const max = high === null ? null : estimated ? ceilTo(high, "1") : highOpen ? below(high, "1") : floorTo(high, "1");
  const ends = [min, max].map((end) => (end === null ? null : Number(formatFixed(end))));
  const [least = null, most = null] = ends;
  if (ends.some((end) => end !== null && (end < 0 || BigInt(end) > longest))) return refuse("too_large");
  if (least !== null && most !== null && least > most) return refuse("unreadable");
  return { ok: true, min: least, max: most, approximate };
}

function refuse(code: DurationProblem): DurationRefusal {
  return { ok: false, code };
}
