import type { Case } from "../evaluate/case.ts";
import {
  CAN_MET,
  CAN_NOT_MET,
  CAN_UNDETERMINED,
  isSettled,
  MET,
  NOT_MET,
  type Reach,
  reachOf,
  type Status,
  UNDETERMINED,
} from "../evaluate/status.ts";
import { type Count, defineMeasure, defineTest, OPEN_NONE, OPEN_UNANSWERED, type Scope, type Test } from "./model.ts";

/** What "at least `need` of them" can become when each can become what its reach says. */
export function reachOfCount(reaches: readonly Reach[], need: number): Reach {
  let canMeet = 0;
  let cannotFail = 0;
  let mustMeet = 0;
  let canStayOpen = 0;
  let canMeetOtherwise = 0;
  for (const reach of reaches) {
    if (reach & CAN_MET) canMeet++;
    if (!(reach & CAN_NOT_MET)) cannotFail++;
    if (reach & CAN_UNDETERMINED) canStayOpen++;
    else {
      if (reach === CAN_MET) mustMeet++;
      if (reach & CAN_MET) canMeetOtherwise++;
    }
  }
  let result = 0;
  if (canMeet >= need) result |= CAN_MET;
  if (cannotFail < need) result |= CAN_NOT_MET;
  if (mustMeet < need && canStayOpen > 0 && Math.min(canMeetOtherwise, need - 1) + canStayOpen >= need) {
    result |= CAN_UNDETERMINED;
  }
  return result;
}

/** How many of them can be met and how many of the rest stay open, in every combination that can come about. */
function outcomesOf(reaches: readonly Reach[]): Iterable<{ met: number; open: number }> {
  let outcomes = new Map([["", { met: 0, open: 0 }]]);
  for (const reach of reaches) {
    const next: typeof outcomes = new Map();
    const add = (met: number, open: number) => next.set(`${met} ${open}`, { met, open });
    for (const { met, open } of outcomes.values()) {
      if (reach & CAN_MET) add(met + 1, open);
      if (reach & CAN_UNDETERMINED) add(met, open + 1);
      if (reach & CAN_NOT_MET) add(met, open);
    }
    outcomes = next;
  }
  return outcomes.values();
}

function statusOfCount(met: number, open: number, need: number): Status {
  if (met >= need) return MET;
  return met + open < need ? NOT_MET : UNDETERMINED;
}

/** The status of a count with so many members met and open; no need stands for a choice that is not known. */
export function statusOfNeed({ needs }: Count, need: number | undefined, met: number, open: number): Status {
  if (met >= (need ?? Math.max(...needs))) return MET;
  return met + open < (need ?? Math.min(...needs)) ? NOT_MET : UNDETERMINED;
}

/** Whether, however the members turn out, every number needed leads to the same. Worked out once for equal reaches. */
function agreementOf(needs: readonly number[]): (reaches: readonly Reach[]) => boolean {
  const known = new Map<number, boolean>();
  return (reaches) => {
    const key = reaches.reduce((sum, reach) => sum * 8 + reach, 0);
    const before = known.get(key);
    if (before !== undefined) return before;
    let agree = true;
    for (const { met, open } of outcomesOf(reaches)) {
      if (new Set(needs.map((need) => statusOfCount(met, open, need))).size > 1) agree = false;
    }
    known.set(key, agree);
    return agree;
  };
}

/**
 * Counts other criteria that are met against a number that depends on a choice (综合性 3, 专业性 1). While the choice is
 * unknown it is met when every choice would be, and not met when none could be.
 */
export function compileCount(
  document: {
    criteria_met: readonly string[];
    needed_by: string;
    needed: Readonly<Record<string, number>>;
    unit?: string | undefined;
  },
  scope: Scope,
): Test {
  const members = document.criteria_met.map((id) => scope.criterionIndex(id));
  const choice = scope.factIndex(document.needed_by);
  const needs = scope.factKind(choice).values.map((value) => {
    const need = document.needed[value];
    if (need === undefined) throw new Error(`criteria_met: no number for ${value}`);
    return need;
  });
  const allNeedsAgree = agreementOf(needs);
  const count: Count = { members, choice, needs };
  const needOf = (facts: Case): number | undefined =>
    facts.isKnown(choice) ? needs[facts.low[choice] as number] : undefined;
  const countOf = (facts: Case, status: Status): number => {
    let found = 0;
    for (const member of members) if (facts.statuses[member] === status) found++;
    return found;
  };
  const status = (facts: Case): Status =>
    statusOfNeed(count, needOf(facts), countOf(facts, MET), countOf(facts, UNDETERMINED));
  const reachesOf = (facts: Case): Reach[] => members.map((member) => scope.criterion(member).reach(facts));
  const reachUnder = (facts: Case, reaches: readonly Reach[]): Reach => {
    const need = needOf(facts);
    if (need !== undefined) return reachOfCount(reaches, need);
    return needs.reduce((sum: Reach, each) => sum | reachOfCount(reaches, each), 0);
  };
  return defineTest({
    uses: new Set([choice]),
    form: { kind: "count", ...count },
    status,
    reach: (facts) => reachUnder(facts, reachesOf(facts)),
    collect: (facts, into) => {
      const reaches = reachesOf(facts);
      const present = reachUnder(facts, reaches);
      if (isSettled(present) && present !== reachOf(UNDETERMINED)) return;
      if (!facts.isKnown(choice) && !allNeedsAgree(reaches)) into.add(choice);
      for (const member of members) {
        if (facts.statuses[member] === UNDETERMINED) scope.criterion(member).collect(facts, into);
      }
    },
    openReason: (facts) => {
      if (!facts.isKnown(choice) && !allNeedsAgree(reachesOf(facts))) return OPEN_UNANSWERED;
      let first = OPEN_NONE;
      for (const member of members) {
        if (facts.statuses[member] === UNDETERMINED) first = Math.min(first, scope.criterion(member).openReason(facts));
      }
      return first;
    },
    measure: defineMeasure({
      op: ">=",
      unit: document.unit ?? "",
      isOfWay: true,
      actual: (facts) => String(countOf(facts, MET)),
      required: (facts) => {
        const need = needOf(facts);
        return need === undefined ? null : String(need);
      },
      gap: (facts) => {
        const need = needOf(facts);
        return need !== undefined && status(facts) === NOT_MET ? String(need - countOf(facts, MET)) : null;
      },
    }),
  });
}
