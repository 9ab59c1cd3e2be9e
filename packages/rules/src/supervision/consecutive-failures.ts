import type { PolicyDocument } from "../policy/schema.ts";
import { type CheckOnRecord, wasAbsentWithoutReason, wasFalsified } from "./checks-on-record.ts";
import { readingOf } from "./readings.ts";

/** Whether something is there: not at all, beyond doubt, or by one way of looking at it only. */
export type Certainty = "none" | "definite" | "undetermined";

/** Why a sequence is no clear one: its readings differ, a check is not closed, one was an absence or a falsification, two were on one day. */
export const doubtsOfSequence = [
  "readings_differ",
  "check_not_closed",
  "absence_or_falsification",
  "same_day",
] as const;
export type DoubtOfSequence = (typeof doubtsOfSequence)[number];

/** What one way of counting finds. */
export interface SequenceReading {
  readonly certainty: Certainty;
  /** The ids of the checks that show it, in the order of their days; empty where there is none. */
  readonly checks: readonly string[];
  readonly doubts: readonly DoubtOfSequence[];
}

/** 连续两次抽查或考核不合格, as far as it can be told. */
export interface ConsecutiveFailures extends SequenceReading {
  /** Two of the same kind in a row. */
  readonly perKind: SequenceReading;
  /** Two of either kind in a row. */
  readonly merged: SequenceReading;
}

/** A check that stands in the sequence. It fails, passes, or may do either. */
interface Event {
  readonly id: string;
  readonly kind: CheckOnRecord["kind"];
  readonly day: string;
  readonly fails: boolean | null;
  readonly doubt: DoubtOfSequence | null;
}

const nothing: SequenceReading = { certainty: "none", checks: [], doubts: [] };

/**
 * Whether a title's checks hold two consecutive failures (第十三条). Periodic inspections do not count, nor does an appraisal that the unit had reason
 * not to attend. By the policy's reading one way of counting decides, or, undetermined, only what both of them find.
 *
 * @param checks of one title, in any order: the sequence begins anew with a new certification
 */
export function consecutiveFailures(
  checks: readonly CheckOnRecord[],
  policy: Pick<PolicyDocument, "supervision">,
): ConsecutiveFailures {
  const events = checks.flatMap((check) => eventOf(check, policy) ?? []);
  const merged = readSequence(events);
  const kinds = Map.groupBy(events, ({ kind }) => kind);
  const perKind = clearestOf([...kinds.values()].map(readSequence));
  return { ...decided(perKind, merged, readingOf(policy, "consecutive_failures_reading")), perKind, merged };
}

function decided(perKind: SequenceReading, merged: SequenceReading, reading: unknown): SequenceReading {
  if (reading === "per_kind") return perKind;
  if (reading === "merged") return merged;
  const both = [perKind, merged];
  if (both.every(({ certainty }) => certainty === "none")) return nothing;
  const checks = [...new Set(both.flatMap((each) => each.checks))];
  if (both.every(({ certainty }) => certainty === "definite")) return { certainty: "definite", checks, doubts: [] };
  const differ = perKind.certainty === merged.certainty ? [] : (["readings_differ"] as const);
  const doubts = new Set<DoubtOfSequence>([...differ, ...both.flatMap((each) => each.doubts)]);
  return { certainty: "undetermined", checks, doubts: doubtsOfSequence.filter((doubt) => doubts.has(doubt)) };
}

function eventOf(check: CheckOnRecord, policy: Pick<PolicyDocument, "supervision">): Event | null {
  const { id, kind, carriedOutOn: day, result, isClosed, absenceFinding } = check;
  if (kind === "periodic_inspection" || (result === "absent" && absenceFinding === "accepted")) return null;
  if (!isClosed) return { id, kind, day, fails: null, doubt: "check_not_closed" };
  if (!wasAbsentWithoutReason(check) && !wasFalsified(check)) {
    return { id, kind, day, fails: result !== "passed", doubt: null };
  }
  // The law names both beside a failure, as grounds of their own.
  const reading = readingOf(policy, "absence_as_failure");
  if (reading === "apart") return null;
  return reading === "counts"
    ? { id, kind, day, fails: true, doubt: null }
    : { id, kind, day, fails: null, doubt: "absence_or_falsification" };
}

/** Of several readings of which one suffices the clearest. */
function clearestOf(readings: readonly SequenceReading[]): SequenceReading {
  const find = (certainty: Certainty) => readings.find((each) => each.certainty === certainty);
  return find("definite") ?? find("undetermined") ?? nothing;
}

/** Reads a sequence day by day. What happened on one day has no order: only what holds in every order is definite. */
function readSequence(events: readonly Event[]): SequenceReading {
  const byDay = Map.groupBy(events, ({ day }) => day);
  const days = [...byDay.keys()].sort().map((day) => byDay.get(day) ?? []);
  const readings = days.flatMap((day, at) => [acrossDays(days[at - 1] ?? [], day), withinDay(day)]);
  // The latest is what an officer has to look at.
  return clearestOf(readings.toReversed());
}

function acrossDays(before: readonly Event[], after: readonly Event[]): SequenceReading {
  const isPossible = before.some(mayFail) && after.some(mayFail);
  return isPossible ? pairOf([...before, ...after]) : nothing;
}

function withinDay(day: readonly Event[]): SequenceReading {
  return day.filter(mayFail).length < 2 ? nothing : pairOf(day);
}

const mayFail = ({ fails }: Event) => fails !== false;

function pairOf(events: readonly Event[]): SequenceReading {
  const failing = events.filter(mayFail);
  const checks = failing.map(({ id }) => id);
  if (events.every(({ fails }) => fails === true)) return { certainty: "definite", checks, doubts: [] };
  const doubts = new Set<DoubtOfSequence>(failing.flatMap(({ doubt }) => doubt ?? []));
  if (failing.length < events.length) doubts.add("same_day");
  return { certainty: "undetermined", checks, doubts: doubtsOfSequence.filter((doubt) => doubts.has(doubt)) };
}
