import type { Case } from "../evaluate/case.ts";
import {
  CAN_MET,
  CAN_UNDETERMINED,
  isSettled,
  MET,
  mapReach,
  NOT_MET,
  type Reach,
  reachOf,
  type Status,
  UNDETERMINED,
} from "../evaluate/status.ts";
import { codeOf } from "./membership.ts";
import {
  defineTest,
  neverCured,
  OPEN_NONE,
  OPEN_OFFICER,
  OPEN_READING,
  OPEN_UNANSWERED,
  type Quantity,
  type Scope,
  type Test,
  union,
} from "./model.ts";

const reasonRanks = { unanswered: OPEN_UNANSWERED, reading: OPEN_READING, officer: OPEN_OFFICER } as const;
type DoubtReason = keyof typeof reasonRanks;

/** Met when the doubt does not arise (or not met, as the policy says); undetermined for people to judge when it does. */
export function compileDoubt(
  doubt: Test,
  reason: DoubtReason,
  otherwise: "met" | "not_met",
  curedOn: Quantity | undefined,
): Test {
  const calm: Status = otherwise === "met" ? MET : NOT_MET;
  const become = (status: Status): Status => (status === NOT_MET ? calm : UNDETERMINED);
  return defineTest({
    uses: curedOn ? union(doubt.uses, curedOn.uses) : doubt.uses,
    form: { kind: "combination", operands: [doubt], combine: ([status]) => become(status as Status) },
    status: (facts) => become(doubt.status(facts)),
    reach: (facts) => mapReach(doubt.reach(facts), (status) => reachOf(become(status))),
    collect: (facts, into) => doubt.collect(facts, into),
    openReason: (facts) => (doubt.status(facts) === MET ? reasonRanks[reason] : doubt.openReason(facts)),
    curedOn: curedOn ? (facts) => (doubt.status(facts) === MET ? curedOn.high(facts) : Number.NaN) : neverCured,
    part: doubt.part,
  });
}

/** The test speaks only where its condition holds; otherwise it is open, since its figures then mean nothing. */
export function compileProvided(condition: Test, reason: DoubtReason, then: Test): Test {
  const whole = (facts: Case): Reach =>
    mapReach(condition.reach(facts), (status) => (status === MET ? then.reach(facts) : CAN_UNDETERMINED));
  return defineTest({
    uses: union(condition.uses, then.uses),
    form: {
      kind: "combination",
      operands: [condition, then],
      combine: ([holds, status]) => (holds === MET ? (status as Status) : UNDETERMINED),
    },
    status: (facts) => (condition.status(facts) === MET ? then.status(facts) : UNDETERMINED),
    reach: whole,
    collect: (facts, into) => {
      const reach = condition.reach(facts);
      if (!isSettled(reach) && !isSettled(whole(facts))) condition.collect(facts, into);
      if (reach & CAN_MET) then.collect(facts, into);
      else if (reason === "unanswered") for (const fact of condition.uses) into.add(fact);
    },
    openReason: (facts) => {
      const status = condition.status(facts);
      if (status === NOT_MET) return reasonRanks[reason];
      return status === MET ? then.openReason(facts) : condition.openReason(facts);
    },
    measure: then.measure,
  });
}

/** A bar that ends on a known day: not met while it stands, met afterwards by time alone. */
export function compileBar(bar: Test, firstFreeDay: Quantity): Test {
  const become = (status: Status): Status => (status === UNDETERMINED ? status : status === MET ? NOT_MET : MET);
  return defineTest({
    uses: union(bar.uses, firstFreeDay.uses),
    form: { kind: "combination", operands: [bar], combine: ([status]) => become(status as Status) },
    status: (facts) => become(bar.status(facts)),
    reach: (facts) => mapReach(bar.reach(facts), (status) => reachOf(become(status))),
    collect: (facts, into) => bar.collect(facts, into),
    curedOn: (facts) => (bar.status(facts) === MET ? firstFreeDay.high(facts) : Number.NaN),
    part: bar.part,
  });
}

/** What each value of a choice means for the test. */
export function compileOutcome(
  fact: string,
  cases: Readonly<Record<string, "met" | "not_met" | { open: DoubtReason }>>,
  scope: Scope,
): Test {
  const index = scope.factIndex(fact);
  const statuses: Status[] = [];
  const reasons: number[] = [];
  for (const value of scope.factKind(index).values) {
    const outcome = cases[value];
    if (outcome === undefined) throw new Error(`outcome_of ${fact}: no case for ${value}`);
    const code = codeOf(index, value, scope);
    statuses[code] = outcome === "met" ? MET : outcome === "not_met" ? NOT_MET : UNDETERMINED;
    reasons[code] = typeof outcome === "object" ? reasonRanks[outcome.open] : OPEN_NONE;
  }
  const anything = statuses.reduce((reach: Reach, status) => reach | reachOf(status), 0);
  const status = (facts: Case): Status =>
    facts.isKnown(index) ? (statuses[facts.low[index] as number] as Status) : UNDETERMINED;
  return defineTest({
    uses: new Set([index]),
    // Where absence is a statement it fills the slot with a code, which says nothing here.
    ...(!scope.absentCode(index) && {
      form: { kind: "lookup", fact: index, ways: statuses.map((_, code) => code + 1) },
      ways: [UNDETERMINED, ...statuses],
      opensByWay: true,
    }),
    status,
    reach: (facts) => (facts.isKnown(index) ? reachOf(status(facts)) : anything),
    collect: (facts, into) => {
      if (!facts.isKnown(index)) into.add(index);
    },
    openReason: (facts) => (facts.isKnown(index) ? (reasons[facts.low[index] as number] as number) : OPEN_NONE),
    part: index,
  });
}
