import type { Case } from "../evaluate/case.ts";
import { addYears, dayOf, parseDate, yearOfDay } from "../facts/calendar.ts";
import { parseScaled } from "../facts/decimal.ts";
import { isQuantity, type Kind } from "../facts/kinds.ts";
import { remembering } from "../facts/remembering.ts";
import type { ContextName, Expression } from "../policy/expressions.ts";
import {
  type Arithmetic,
  COMPUTED,
  CONSTANT,
  defineQuantity,
  FACTS_ALONE,
  type FactCollector,
  type Following,
  highOf,
  lowOf,
  type Quantity,
  type Scope,
  slotOf,
  THE_DAY,
  THE_ROUND,
  union,
} from "./model.ts";

const nothing: ReadonlySet<number> = new Set();
const collectNothing = (): void => {};

function constant(kind: Kind, digits: number, value: number): Quantity {
  return defineQuantity({
    kind,
    digits,
    uses: nothing,
    slot: CONSTANT,
    constant: value,
    follows: FACTS_ALONE,
    low: () => value,
    high: () => value,
    collect: collectNothing,
  });
}

function readSlot(slot: number): Pick<Quantity, "low" | "high"> {
  return { low: (facts) => facts.low[slot] as number, high: (facts) => facts.high[slot] as number };
}

/** A fact's own value; else what its absence states; else the bounds that hold anyway; else unknown. */
function factQuantity(index: number, scope: Scope): Quantity {
  const { kind, digits } = scope.factKind(index);
  if (!isQuantity(kind)) throw new Error(`fact ${index} is no quantity`);
  const absent = scope.absentValue(index);
  const bounds = scope.boundsWhileUnknown(index);
  const follows = Math.max(absent?.follows ?? FACTS_ALONE, bounds?.follows ?? FACTS_ALONE) as Following;
  const collect = (facts: Case, into: FactCollector): void => {
    if (lowOf(quantity, facts) === highOf(quantity, facts)) return;
    // Its absence is an answer already: only what that answer refers to is still open.
    if (absent && facts.isAbsent(index)) absent.collect(facts, into);
    else {
      into.add(index);
      if (!facts.isKnown(index)) bounds?.collect(facts, into);
    }
  };
  const uses = union(new Set([index]), absent?.uses ?? nothing, bounds?.uses ?? nothing);
  // What its absence says is read into the slot when the facts are checked, or when a case is opened.
  const quantity = defineQuantity({ kind, digits, uses, follows, collect, slot: index, ...readSlot(index) });
  return quantity;
}

function mostOf(operands: readonly Quantity[]): Following {
  return Math.max(FACTS_ALONE, ...operands.map((operand) => operand.follows)) as Following;
}

/** What quantities made of others share: their facts, and whether the case has a say in them. */
function composed(kind: Kind, operands: readonly Quantity[], low: Quantity["low"], high: Quantity["high"]): Quantity {
  return defineQuantity({
    kind,
    digits: (operands[0] as Quantity).digits,
    uses: union(...operands.map((operand) => operand.uses)),
    follows: mostOf(operands),
    low,
    high,
    collect: (facts, into) => {
      for (const operand of operands) operand.collect(facts, into);
    },
  });
}

/** A function of one quantity that rises with it. Functions of one name are the same. */
function convert(operand: Quantity, kind: Kind, name: string, of: (value: number) => number, scope: Scope): Quantity {
  const quantity = composed(
    kind,
    [operand],
    (facts) => of(lowOf(operand, facts)),
    (facts) => of(highOf(operand, facts)),
  );
  const from = slotOf(operand, scope);
  return from < 0 ? quantity : kept(quantity, () => scope.convertedSlot(name, of, from));
}

/** Puts what a fact has a say in into a slot, where there is one for it. */
function kept(quantity: Quantity, slotFor: () => number): Quantity {
  const slot = quantity.uses.size === 0 ? COMPUTED : slotFor();
  return slot < 0 ? quantity : defineQuantity({ ...quantity, slot, ...readSlot(slot) });
}

/** No calendar holds the days of an open-ended span. */
function inCalendar(of: (value: number) => number): (value: number) => number {
  const remembered = remembering(of);
  return (value) => (Number.isFinite(value) ? remembered(value) : Number.NaN);
}

const ends: Record<Arithmetic, (left: Quantity, right: Quantity) => Pick<Quantity, "low" | "high">> = {
  sum: (left, right) => ({
    low: (facts) => lowOf(left, facts) + lowOf(right, facts),
    high: (facts) => highOf(left, facts) + highOf(right, facts),
  }),
  difference: (left, right) => ({
    low: (facts) => lowOf(left, facts) - highOf(right, facts),
    high: (facts) => highOf(left, facts) - lowOf(right, facts),
  }),
  latest: (left, right) => ({
    low: (facts) => Math.max(lowOf(left, facts), lowOf(right, facts)),
    high: (facts) => Math.max(highOf(left, facts), highOf(right, facts)),
  }),
  smaller: (left, right) => ({
    low: (facts) => Math.min(lowOf(left, facts), lowOf(right, facts)),
    high: (facts) => Math.min(highOf(left, facts), highOf(right, facts)),
  }),
  // The span from the low end of one to the high end of another: what is known of a value without knowing it.
  between: (left, right) => ({ low: (facts) => lowOf(left, facts), high: (facts) => highOf(right, facts) }),
};

/** What two quantities give. Where a fact has a say in it and both stand in slots, so does it. */
function computed(arithmetic: Arithmetic, left: Quantity, right: Quantity, scope: Scope): Quantity {
  const { low, high } = ends[arithmetic](left, right);
  const quantity = composed((arithmetic === "between" ? right : left).kind, [left, right], low, high);
  const [from, other] = [slotOf(left, scope), slotOf(right, scope)];
  return from < 0 || other < 0 ? quantity : kept(quantity, () => scope.computedSlot(arithmetic, from, other));
}

function sizeOfSet(index: number): Quantity {
  const size = (facts: Case): number => {
    const bits = facts.low[index] as number;
    let count = Number.isNaN(bits) ? Number.NaN : 0;
    for (let rest = bits; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
    return count;
  };
  return defineQuantity({
    kind: "int",
    digits: 0,
    uses: new Set([index]),
    follows: FACTS_ALONE,
    low: size,
    high: size,
    collect: (facts, into) => {
      if (Number.isNaN(size(facts))) into.add(index);
    },
  });
}

/** A value that depends on a choice, such as a threshold that differs by region or by kind of body. */
function byChoice(index: number, cases: readonly (Quantity | undefined)[]): Quantity {
  const quantities = cases.filter((quantity) => quantity !== undefined);
  const [first] = quantities;
  if (!first) throw new Error("by_choice without cases");
  const chosen = (facts: Case): Quantity | undefined =>
    facts.isKnown(index) ? cases[facts.low[index] as number] : undefined;
  return defineQuantity({
    kind: first.kind,
    digits: first.digits,
    uses: union(new Set([index]), ...quantities.map((quantity) => quantity.uses)),
    follows: mostOf(quantities),
    low: (facts) => chosen(facts)?.low(facts) ?? Number.NaN,
    high: (facts) => chosen(facts)?.high(facts) ?? Number.NaN,
    collect: (facts, into) => {
      if (facts.isKnown(index)) chosen(facts)?.collect(facts, into);
      else {
        into.add(index);
        for (const quantity of cases) quantity?.collect(facts, into);
      }
    },
  });
}

/** The year of the round, or so many before it: a span while the submission date that it follows is unknown. */
function yearOfRound(before: number, scope: Scope): Quantity {
  return defineQuantity({
    kind: "year",
    digits: 0,
    uses: nothing,
    follows: THE_ROUND,
    low: (facts) => facts.roundYearLow - before,
    high: (facts) => facts.roundYearHigh - before,
    collect: (facts, into) => {
      if (facts.roundYearLow !== facts.roundYearHigh) scope.roundYear().collect(facts, into);
    },
  });
}

function compileContext(name: ContextName, scope: Scope): Quantity {
  if (name === "round_year") return yearOfRound(0, scope);
  if (name === "base_year") return yearOfRound(1, scope);
  const read = name === "as_of" ? (facts: Case) => facts.asOf : (facts: Case) => facts.roundDeadline;
  return defineQuantity({
    kind: "date",
    digits: 0,
    uses: nothing,
    follows: THE_DAY,
    low: read,
    high: read,
    collect: collectNothing,
  });
}

/**
 * Compiles an expression of the policy. What only the day and the round decide gets a slot of its own, so that the first day
 * of a year is worked out once for a round and not once for each test of each applicant.
 * Throws where the expression names an unknown fact or mixes what cannot be compared.
 */
export function compileQuantity(expression: Expression, scope: Scope): Quantity {
  const quantity = compileExpression(expression, scope);
  if (quantity.follows === FACTS_ALONE || quantity.uses.size > 0) return quantity;
  const slot = scope.contextSlot(quantity);
  return defineQuantity({ ...quantity, slot, ...readSlot(slot) });
}

function compileExpression(expression: Expression, scope: Scope): Quantity {
  const compile = (inner: Expression): Quantity => scope.compileQuantity(inner);
  if ("fact" in expression) return factQuantity(scope.factIndex(expression.fact), scope);
  if ("money" in expression) return constant("money", 2, parseScaled(expression.money, 2));
  if ("number" in expression) return constant("number", 4, parseScaled(expression.number, 4));
  if ("int" in expression) return constant("int", 0, expression.int);
  if ("date" in expression) return constant("date", 0, parseDate(expression.date) as number);
  if ("context" in expression) return compileContext(expression.context, scope);
  const fold = (arithmetic: Arithmetic, operands: readonly Expression[]): Quantity =>
    operands.map(compile).reduce((left, right) => computed(arithmetic, left, right, scope));
  if ("sum" in expression) return fold("sum", expression.sum);
  if ("difference" in expression) return fold("difference", expression.difference);
  if ("latest" in expression) return fold("latest", expression.latest);
  if ("smaller" in expression) return fold("smaller", expression.smaller);
  if ("between" in expression) return fold("between", expression.between);
  if ("after" in expression) {
    const { years = 0, days = 0 } = expression;
    const reached = inCalendar((day) => addYears(day, years) + days);
    const of = years === 0 ? (day: number) => day + days : reached;
    return convert(compile(expression.after), "date", `after ${years} ${days}`, of, scope);
  }
  if ("year_of" in expression) {
    return convert(compile(expression.year_of), "year", "year_of", inCalendar(yearOfDay), scope);
  }
  if ("first_day_of_year" in expression) {
    const firstDay = inCalendar((year) => dayOf(year, 1, 1));
    return convert(compile(expression.first_day_of_year), "date", "first_day_of_year", firstDay, scope);
  }
  if ("size_of" in expression) return sizeOfSet(scope.factIndex(expression.size_of));
  const index = scope.factIndex(expression.by_choice);
  return byChoice(
    index,
    scope.factKind(index).values.map((value) => {
      const inner = expression.cases[value];
      return inner === undefined ? undefined : compile(inner);
    }),
  );
}
