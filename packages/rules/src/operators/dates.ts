import type { Case } from "../evaluate/case.ts";
import { MET, NOT_MET, reachOf, type Status, UNANSWERED, UNDETERMINED } from "../evaluate/status.ts";
import { addYears, areToCome, havePassed, monthOfDay } from "../facts/calendar.ts";
import type { Expression } from "../policy/expressions.ts";
import { showQuantity } from "./comparison.ts";
import {
  defineMeasure,
  defineTest,
  highOf,
  lowOf,
  type Quantity,
  type Scope,
  slotOf,
  type Test,
  union,
} from "./model.ts";

/** What two comparisons of open quantities share: the status decides the reach and what is still to be asked. */
function testOfQuantities(quantities: readonly Quantity[], status: (facts: Case) => Status): Test {
  return defineTest({
    uses: union(...quantities.map((quantity) => quantity.uses)),
    status,
    reach: (facts) => {
      const present = status(facts);
      return present === UNDETERMINED ? UNANSWERED : reachOf(present);
    },
    collect: (facts, into) => {
      if (status(facts) !== UNDETERMINED) return;
      for (const quantity of quantities) quantity.collect(facts, into);
    },
  });
}

/**
 * A number of full years between two days: reached on the corresponding day, that day included (民法典 201, 202, 1259).
 * Time alone cures it.
 */
export function compileElapsed(
  document: { elapsed_since: Expression; years: number; by: Expression },
  scope: Scope,
): Test {
  const since = scope.compileQuantity(document.elapsed_since);
  const by = scope.compileQuantity(document.by);
  const { years } = document;
  const [sinceSlot, bySlot] = [slotOf(since, scope), slotOf(by, scope)];
  const status = (facts: Case): Status => {
    if (havePassed(years, highOf(since, facts), lowOf(by, facts))) return MET;
    return areToCome(years, lowOf(since, facts), highOf(by, facts)) ? NOT_MET : UNDETERMINED;
  };
  return defineTest({
    ...testOfQuantities([since, by], status),
    ...(sinceSlot >= 0 && bySlot >= 0 && { form: { kind: "elapsed", since: sinceSlot, by: bySlot, years } }),
    curedOn: (facts) => {
      const day = highOf(since, facts);
      return Number.isFinite(day) ? addYears(day, years) : Number.NaN;
    },
    measure: defineMeasure({
      op: ">=",
      unit: "年",
      actual: (facts) => showQuantity(since, facts),
      required: () => String(years),
      gap: () => null,
    }),
  });
}

/** Whether two days lie in one calendar month (提交当月, Art. 9(3)). */
export function compileSameMonth(expressions: readonly [Expression, Expression], scope: Scope): Test {
  const left = scope.compileQuantity(expressions[0]);
  const right = scope.compileQuantity(expressions[1]);
  const month = (day: number): number => (Number.isFinite(day) ? monthOfDay(day) : Number.NaN);
  return testOfQuantities([left, right], (facts) => {
    const low = month(lowOf(left, facts));
    const high = month(highOf(left, facts));
    const otherLow = month(lowOf(right, facts));
    const otherHigh = month(highOf(right, facts));
    if (low === high && otherLow === otherHigh && low === otherLow) return MET;
    return high < otherLow || low > otherHigh ? NOT_MET : UNDETERMINED;
  });
}
