import type { Case } from "../evaluate/case.ts";
import {
  both,
  bothReach,
  CAN_MET,
  either,
  eitherReach,
  isSettled,
  MET,
  mapReach,
  NOT_MET,
  negate,
  type Reach,
  reachOf,
  type Status,
  UNDETERMINED,
} from "../evaluate/status.ts";
import { defineTest, type FactCollector, neverCured, OPEN_NONE, type Test, union } from "./model.ts";

/**
 * Adds the open facts of those operands that can still move the whole: an operand counts when fixing it to one of its
 * possible outcomes rather than another changes what the whole can become.
 */
export function collectMovers(
  operands: readonly Test[],
  combine: (a: Reach, b: Reach) => Reach,
  neutral: Reach,
  facts: Case,
  into: FactCollector,
): void {
  const reaches = operands.map((operand) => operand.reach(facts));
  for (const [index, operand] of operands.entries()) {
    const own = reaches[index] as Reach;
    if (isSettled(own)) {
      // A zero denominator cannot be moved by an answer still to come, yet is itself to be given anew.
      if (own === reachOf(UNDETERMINED) && reaches.reduce(combine, neutral) === own) operand.collect(facts, into);
      continue;
    }
    const others = reaches.reduce((sum, reach, other) => (other === index ? sum : combine(sum, reach)), neutral);
    let outcome = -1;
    for (const status of [UNDETERMINED, MET, NOT_MET] as const) {
      if (!(own & reachOf(status))) continue;
      const whole = combine(others, reachOf(status));
      if (outcome >= 0 && whole !== outcome) {
        operand.collect(facts, into);
        break;
      }
      outcome = whole;
    }
  }
}

function junction(
  operands: readonly Test[],
  status: (facts: Case) => Status,
  join: (a: Status, b: Status) => Status,
  combine: (a: Reach, b: Reach) => Reach,
  neutral: Reach,
  curedOn: (facts: Case) => number,
): Test {
  return defineTest({
    uses: union(...operands.map((operand) => operand.uses)),
    form: { kind: "combination", operands, combine: (statuses) => statuses.reduce(join) },
    status,
    reach: (facts) => operands.reduce((sum, operand) => combine(sum, operand.reach(facts)), neutral),
    collect: (facts, into) => collectMovers(operands, combine, neutral, facts, into),
    openReason: (facts) => {
      let first = OPEN_NONE;
      for (const operand of operands) {
        if (operand.status(facts) === UNDETERMINED) first = Math.min(first, operand.openReason(facts));
      }
      return first;
    },
    curedOn,
    operands,
  });
}

/** Conjunction: one not met decides, else one undetermined keeps it open. */
export function compileAll(operands: readonly Test[]): Test {
  const status = (facts: Case): Status => {
    let result: Status = MET;
    for (const operand of operands) {
      const present = operand.status(facts);
      if (present === NOT_MET) return NOT_MET;
      result = both(result, present);
    }
    return result;
  };
  // Cured when the last of those that are not yet met is; one that time does not cure leaves NaN.
  const curedOn = (facts: Case): number => {
    let latest = Number.NEGATIVE_INFINITY;
    for (const operand of operands)
      if (operand.status(facts) !== MET) latest = Math.max(latest, operand.curedOn(facts));
    return latest;
  };
  const isCurable = operands.some((operand) => operand.curedOn !== neverCured);
  return junction(operands, status, both, bothReach, CAN_MET, isCurable ? curedOn : neverCured);
}

/** Disjunction: one met decides, else one undetermined keeps it open. */
export function compileAny(operands: readonly Test[]): Test {
  const status = (facts: Case): Status => {
    let result: Status = NOT_MET;
    for (const operand of operands) {
      const present = operand.status(facts);
      if (present === MET) return MET;
      result = either(result, present);
    }
    return result;
  };
  return junction(operands, status, either, eitherReach, reachOf(NOT_MET), neverCured);
}

export function compileNot(operand: Test): Test {
  return defineTest({
    uses: operand.uses,
    form: { kind: "combination", operands: [operand], combine: ([status]) => negate(status as Status) },
    status: (facts) => negate(operand.status(facts)),
    reach: (facts) => mapReach(operand.reach(facts), (status) => reachOf(negate(status))),
    collect: (facts, into) => operand.collect(facts, into),
    openReason: (facts) => operand.openReason(facts),
    part: operand.part,
  });
}
