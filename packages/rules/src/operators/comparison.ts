import type { Case } from "../evaluate/case.ts";
import { MET, NOT_MET, negate, reachOf, type Status, UNANSWERED, UNDETERMINED } from "../evaluate/status.ts";
import { formatDate } from "../facts/calendar.ts";
import { formatScaled } from "../facts/decimal.ts";
import type { Comparator } from "../policy/tests.ts";
import {
  CONSTANT,
  defineMeasure,
  defineTest,
  type Form,
  highOf,
  lowOf,
  type Measure,
  type Quantity,
  type Scope,
  slotOf,
  type Test,
  union,
} from "./model.ts";

type Decide = (facts: Case) => Status;

const atLeast =
  (left: Quantity, right: Quantity): Decide =>
  (facts) => {
    if (lowOf(left, facts) >= highOf(right, facts)) return MET;
    return highOf(left, facts) < lowOf(right, facts) ? NOT_MET : UNDETERMINED;
  };
const above =
  (left: Quantity, right: Quantity): Decide =>
  (facts) => {
    if (lowOf(left, facts) > highOf(right, facts)) return MET;
    return highOf(left, facts) <= lowOf(right, facts) ? NOT_MET : UNDETERMINED;
  };
const equal =
  (left: Quantity, right: Quantity): Decide =>
  (facts) => {
    const low = lowOf(left, facts);
    const high = highOf(left, facts);
    const otherLow = lowOf(right, facts);
    const otherHigh = highOf(right, facts);
    if (low === high && otherLow === otherHigh && low === otherLow) return MET;
    return high < otherLow || low > otherHigh ? NOT_MET : UNDETERMINED;
  };
const different = (left: Quantity, right: Quantity): Decide => {
  const same = equal(left, right);
  return (facts) => negate(same(facts));
};

const decisions: Record<Comparator, (left: Quantity, right: Quantity) => Decide> = {
  ">=": atLeast,
  ">": above,
  "<=": (left, right) => atLeast(right, left),
  "<": (left, right) => above(right, left),
  "=": equal,
  "!=": different,
};

function showExact({ kind, digits }: Quantity, value: number): string {
  return kind === "date" ? formatDate(value) : formatScaled(value, digits);
}

/** Exact text of a quantity's present value; a span where the answer was one, null where nothing is known. */
export function showQuantity(quantity: Quantity, facts: Case): string | null {
  const low = lowOf(quantity, facts);
  const high = highOf(quantity, facts);
  if (low === high) return showExact(quantity, low);
  if (Number.isNaN(low) || Number.isNaN(high)) return null;
  const show = (value: number): string => showExact(quantity, value);
  if (low === Number.NEGATIVE_INFINITY && high === Number.POSITIVE_INFINITY) return null;
  if (high === Number.POSITIVE_INFINITY) return `≥${show(low)}`;
  if (low === Number.NEGATIVE_INFINITY) return `≤${show(high)}`;
  return `${show(low)}～${show(high)}`;
}

function measureOf(left: Quantity, op: Comparator, right: Quantity, unit: string, decide: Decide): Measure {
  const strict = op === ">" ? 1 : 0;
  const fixed = right.slot === CONSTANT ? showExact(right, right.constant) : null;
  return defineMeasure({
    op,
    unit,
    isFixed: fixed !== null,
    count: left.kind === "int" ? left : null,
    actual: (facts) => showQuantity(left, facts),
    required: (facts) => fixed ?? showQuantity(right, facts),
    gap: (facts) => {
      if (decide(facts) !== NOT_MET || (op !== ">=" && op !== ">") || left.kind === "date") return null;
      // From the better end of what is known: so much is missing in any case.
      return formatScaled(lowOf(right, facts) - highOf(left, facts) + strict, left.digits);
    },
  });
}

/** The slots that are compared, where each side has one. */
function formOf(left: Quantity, op: Comparator, right: Quantity, scope: Scope): Form | undefined {
  const slot = slotOf(left, scope);
  const other = slotOf(right, scope);
  if (slot < 0 || other < 0) return undefined;
  if (op === "=" || op === "!=") return { kind: "equality", left: slot, right: other, negated: op === "!=" };
  const [upper, lower] = op === ">=" || op === ">" ? [slot, other] : [other, slot];
  return { kind: op === ">" || op === "<" ? "strict order" : "order", upper, lower };
}

/** Whether it is a fact of whose absence the policy says nothing: while it is open, that fact is what is asked. */
function isPlainFact({ uses, slot }: Quantity, scope: Scope): boolean {
  return uses.size === 1 && uses.has(slot) && !scope.absentValue(slot) && !scope.boundsWhileUnknown(slot);
}

/** A comparison of two quantities of one kind. It decides where both ends of an interval agree, and only there. */
export function compileComparison(
  document: {
    left: Parameters<Scope["compileQuantity"]>[0];
    compare: Comparator;
    right: Parameters<Scope["compileQuantity"]>[0];
    unit?: string | undefined;
  },
  scope: Scope,
): Test {
  const left = scope.compileQuantity(document.left);
  const right = scope.compileQuantity(document.right);
  if (left.digits !== right.digits) throw new Error(`cannot compare ${left.kind} with ${right.kind}`);
  const status = decisions[document.compare](left, right);
  const form = formOf(left, document.compare, right, scope);
  return defineTest({
    uses: union(left.uses, right.uses),
    ...(form && { form }),
    opensByWay: form !== undefined && right.slot === CONSTANT && isPlainFact(left, scope),
    status,
    reach: (facts) => {
      const present = status(facts);
      return present === UNDETERMINED ? UNANSWERED : reachOf(present);
    },
    collect: (facts, into) => {
      if (status(facts) !== UNDETERMINED) return;
      left.collect(facts, into);
      right.collect(facts, into);
    },
    measure: measureOf(left, document.compare, right, document.unit ?? "", status),
  });
}
