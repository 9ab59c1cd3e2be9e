import type { Case } from "../evaluate/case.ts";
import { MET, NOT_MET, type Reach, type Status, UNDETERMINED } from "../evaluate/status.ts";
import type { FactKind, Kind } from "../facts/kinds.ts";
import type { Expression } from "../policy/expressions.ts";
import type { TestDocument } from "../policy/tests.ts";

/** Why an undetermined test stays open once nothing more can be answered; a smaller number is named first. */
export const OPEN_CONTRADICTORY = 0;
export const OPEN_UNANSWERED = 1;
export const OPEN_READING = 2;
export const OPEN_OFFICER = 3;
export const OPEN_NONE = 9;

/** What takes up the facts worth asking: a set of their indexes is one. */
export interface FactCollector {
  add(fact: number): unknown;
}

/** A compiled expression. Bounds are inclusive; NaN stands for unknown and decides nothing. */
export interface Quantity {
  readonly kind: Kind;
  readonly digits: number;
  readonly uses: ReadonlySet<number>;
  /** Where its bounds stand, be it a fact's or its own; COMPUTED or CONSTANT where they stand nowhere. */
  readonly slot: number;
  /** The value of a CONSTANT. */
  readonly constant: number;
  /** What of a case it depends on beside the facts: nothing, the day, or the round as well. */
  readonly follows: Following;
  low(facts: Case): number;
  high(facts: Case): number;
  /** Adds the facts that are not exactly known. */
  collect(facts: Case, into: FactCollector): void;
}

/** In rising order: what follows the round follows the day too. */
export const FACTS_ALONE = 0;
export const THE_DAY = 1;
export const THE_ROUND = 2;
export type Following = typeof FACTS_ALONE | typeof THE_DAY | typeof THE_ROUND;

export const COMPUTED = -1;
export const CONSTANT = -2;

/** What two quantities give, each end of it from the ends of both. */
export type Arithmetic = "sum" | "difference" | "latest" | "smaller" | "between";

/** Completes a quantity. All are made here, with their fields in one order, so that reading one costs the same as any other. */
export function defineQuantity(
  quantity: Pick<Quantity, "kind" | "digits" | "uses" | "follows" | "low" | "high" | "collect"> & Partial<Quantity>,
): Quantity {
  return {
    kind: quantity.kind,
    digits: quantity.digits,
    uses: quantity.uses,
    slot: quantity.slot ?? COMPUTED,
    constant: quantity.constant ?? Number.NaN,
    follows: quantity.follows,
    low: quantity.low,
    high: quantity.high,
    collect: quantity.collect,
  };
}

/** The slot that holds a quantity, where one does: a constant is given one. */
export function slotOf({ slot, constant }: Quantity, scope: Scope): number {
  return slot === CONSTANT ? scope.constantSlot(constant) : slot;
}

/** The low end, read in place where it is a fact's or a constant: two thirds of all reads, at a third of a call's cost. */
export function lowOf(quantity: Quantity, facts: Case): number {
  if (quantity.slot >= 0) return facts.low[quantity.slot] as number;
  return quantity.slot === CONSTANT ? quantity.constant : quantity.low(facts);
}

/** The high end; see {@link lowOf}. */
export function highOf(quantity: Quantity, facts: Case): number {
  if (quantity.slot >= 0) return facts.high[quantity.slot] as number;
  return quantity.slot === CONSTANT ? quantity.constant : quantity.high(facts);
}

/** What a measured node shows: the figure reached, the figure required, and how far it is. Texts are exact decimals. */
export interface Measure {
  readonly op: string;
  readonly unit: string;
  /** Whether the way of its test decides the figures too. */
  readonly isOfWay: boolean;
  /** Whether the same is required of all. */
  readonly isFixed: boolean;
  /** What it shows, where that is a count; null for anything else. */
  readonly count: Quantity | null;
  actual(facts: Case): string | null;
  required(facts: Case): string | null;
  /** The smallest amount that is missing; null unless the test is not met. */
  gap(facts: Case): string | null;
}

/** Completes a measure; as with quantities, the fields come in one order. */
export function defineMeasure(
  measure: Pick<Measure, "op" | "unit" | "actual" | "required" | "gap"> & Partial<Measure>,
): Measure {
  return {
    op: measure.op,
    unit: measure.unit,
    isOfWay: measure.isOfWay ?? false,
    isFixed: measure.isFixed ?? true,
    count: measure.count ?? null,
    actual: measure.actual,
    required: measure.required,
    gap: measure.gap,
  };
}

/** What tells whether the event has happened that a date fact records. */
export interface Happening {
  readonly fact: number;
  /** While this fact has this code it has not; -1 where there is none. */
  readonly never: number;
  readonly neverCode: number;
  /** Facts of which one must be given for its absence to say that it has not; null where absence never says so. */
  readonly ifGiven: readonly number[] | null;
}

/** What tells whether a paper is in hand. */
export interface Possession {
  /** The set of what is in hand, and the bit of this paper in it. */
  readonly list: number;
  readonly bit: number;
  /** Facts that only who has the paper knows. */
  readonly shownBy: readonly number[];
}

/**
 * How a test stands, for those that can be looked up together with many others (`Rows`): a small number, its way. A way says
 * of a test all that figures leave open: its status, what it can still reach and why it is open. It comes from `status`'s own
 * quantities and says the same.
 */
export type Form =
  /** A way for each code of a choice or each combination of a set; no code is the first way. */
  | { readonly kind: "lookup"; readonly fact: number; readonly ways: readonly number[] }
  | { readonly kind: "given"; readonly fact: number }
  /** Whether a fact that is yes (1) or no (0) is a yes. */
  | { readonly kind: "agreement"; readonly fact: number }
  /** Whether the bounds of one slot lie at or above, or strictly above, those of another. */
  | { readonly kind: "order"; readonly upper: number; readonly lower: number }
  | { readonly kind: "strict order"; readonly upper: number; readonly lower: number }
  /** Whether the bounds of two slots are (or are not) one and the same value. */
  | { readonly kind: "equality"; readonly left: number; readonly right: number; readonly negated: boolean }
  /** Whether one slot is at least `share` in `whole` of another; of nothing is a way of its own. */
  | { kind: "ratio"; numerator: number; denominator: number; readonly share: number; readonly whole: number }
  /** Whether so many years lie between the days in two slots. */
  | { readonly kind: "elapsed"; readonly since: number; readonly by: number; readonly years: number }
  | ({ readonly kind: "happened" } & Happening)
  | ({ readonly kind: "possession" } & Possession)
  /** Only its `status` knows. */
  | { readonly kind: "asked"; status(facts: Case): Status }
  /** The statuses of others and nothing else decide it. */
  | {
      readonly kind: "combination";
      readonly operands: readonly Test[];
      combine(statuses: readonly Status[]): Status;
    }
  /** It counts criteria, so that it has a status only after them. */
  | ({ readonly kind: "count" } & Count);

export type LeafForm = Exclude<Form, { kind: "combination" | "count" }>;

/** How many of some criteria must be met, which a choice decides. */
export interface Count {
  readonly members: readonly number[];
  readonly choice: number;
  /** By the code of the choice. */
  readonly needs: readonly number[];
}

/** The status of each way of a test that can stand in no other ways than these: undetermined first, as everywhere. */
export const waysOfStatus: readonly Status[] = [UNDETERMINED, MET, NOT_MET];

/** A compiled test. */
export interface Test {
  readonly uses: ReadonlySet<number>;
  readonly form: Form;
  /** The status of each way, for a test that is no combination and no count. */
  readonly ways: readonly Status[];
  /** Whether its way alone says which facts are open: not where it also matters how far each of several facts is known. */
  readonly opensByWay: boolean;
  status(facts: Case): Status;
  /** Every status that answers to open facts can still lead to. */
  reach(facts: Case): Reach;
  /** Adds the open facts whose answers can still change the status. */
  collect(facts: Case, into: FactCollector): void;
  /** The first of the OPEN_ reasons that keeps the test open by itself. */
  openReason(facts: Case): number;
  /** Day number on which passing time alone makes the test met; NaN where time does not. */
  curedOn(facts: Case): number;
  readonly measure: Measure | null;
  /** Operands of a conjunction or disjunction, for showing a composite criterion by its parts. */
  readonly operands: readonly Test[];
  /** The fact under which the test is shown as a part. */
  readonly part: number | null;
}

export interface AbsentCode {
  readonly uses: ReadonlySet<number>;
  of(facts: Case): number | undefined;
}

/** What compiling needs to know of the rest of the policy. */
export interface Scope {
  factIndex(id: string): number;
  factId(index: number): string;
  factKind(index: number): FactKind;
  /** The value an absent fact stands for, where its absence is a statement. */
  absentValue(index: number): Quantity | undefined;
  /** The code that an absent choice stands for, where its absence is a statement. */
  absentCode(index: number): AbsentCode | undefined;
  boundsWhileUnknown(index: number): Quantity | undefined;
  /** Facts of which one must be given for the absence of this event to be a statement. */
  absentIfGiven(index: number): readonly number[] | undefined;
  neverIf(index: number): { readonly fact: number; readonly code: number } | undefined;
  /** The year of the round: stated, else that of the submission date. */
  roundYear(): Quantity;
  setting(id: string): string | number | boolean;
  criterionIndex(id: string): number;
  /** Resolved when called, since criteria are compiled in the order of the policy. */
  criterion(index: number): Pick<Test, "reach" | "collect" | "openReason">;
  compileTest(document: TestDocument): Test;
  /** Called with the measure of the node that the policy marks as the measured one. */
  noteMeasure(measure: Measure | null): void;
  /** A slot, filled when a case is opened, for a quantity that no fact has a say in. */
  contextSlot(quantity: Quantity): number;
  /** A slot that holds a number which never changes. */
  constantSlot(value: number): number;
  /** A slot, filled when a case is opened, for what two others give; COMPUTED where nothing is kept. */
  computedSlot(arithmetic: Arithmetic, left: number, right: number): number;
  /** The same for what a function that rises makes of one. Functions of one name are the same. */
  convertedSlot(name: string, of: (value: number) => number, operand: number): number;
  compileQuantity(expression: Expression): Quantity;
  /** The same for what no test needs, so that it is worked out only where it is shown. */
  compileShown(expression: Expression): Quantity;
}

export function union(...sets: ReadonlySet<number>[]): ReadonlySet<number> {
  const result = new Set<number>();
  for (const set of sets) for (const element of set) result.add(element);
  return result;
}

const openForNoReason = (): number => OPEN_NONE;
/** The `curedOn` of what time does not cure. */
export const neverCured = (): number => Number.NaN;

/** Completes a test with what most of them have in common; as with quantities, the fields come in one order. */
export function defineTest(test: Pick<Test, "uses" | "status" | "reach" | "collect"> & Partial<Test>): Test {
  return {
    uses: test.uses,
    form: test.form ?? { kind: "asked", status: test.status },
    ways: test.ways ?? waysOfStatus,
    opensByWay: test.opensByWay ?? false,
    status: test.status,
    reach: test.reach,
    collect: test.collect,
    openReason: test.openReason ?? openForNoReason,
    curedOn: test.curedOn ?? neverCured,
    measure: test.measure ?? null,
    operands: test.operands ?? [],
    part: test.part ?? null,
  };
}
