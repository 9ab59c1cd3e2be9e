import { describe, expect, test } from "vitest";
import type { Case } from "../evaluate/case.ts";
import { CAN_MET, MET, NOT_MET, UNDETERMINED } from "../evaluate/status.ts";
import { FactSlots } from "../facts/facts.ts";
import {
  COMPUTED,
  CONSTANT,
  defineMeasure,
  defineQuantity,
  defineTest,
  FACTS_ALONE,
  highOf,
  lowOf,
  neverCured,
  OPEN_NONE,
  type Quantity,
  type Scope,
  slotOf,
  THE_DAY,
  union,
  waysOfStatus,
} from "./model.ts";

const ends = { low: () => 3, high: () => 4, collect: () => {} };
const quantity = (more: Partial<Quantity> = {}): Quantity =>
  defineQuantity({ kind: "int", digits: 0, uses: new Set([1]), follows: FACTS_ALONE, ...ends, ...more });

describe("a quantity", () => {
  const slots = new FactSlots(2);
  slots.put(1, 7, 9);
  const facts = { low: slots.low, high: slots.high } as Case;

  test("stands nowhere and is no constant unless it says so, and keeps what it says", () => {
    expect(quantity()).toMatchObject({ kind: "int", digits: 0, uses: new Set([1]), follows: FACTS_ALONE, ...ends });
    expect(quantity()).toMatchObject({ slot: COMPUTED, constant: Number.NaN });
    const own = { kind: "money", digits: 2, slot: 1, constant: 5, follows: THE_DAY } as const;
    expect(quantity(own)).toMatchObject(own);
  });

  test("is read where its bounds stand: in a slot, as a constant, else by its own functions", () => {
    const both = (each: Quantity) => [lowOf(each, facts), highOf(each, facts)];
    expect(both(quantity({ slot: 1 }))).toEqual([7, 9]);
    expect(both(quantity({ slot: 0 }))).toEqual([Number.NaN, Number.NaN]);
    expect(both(quantity({ slot: CONSTANT, constant: 5 }))).toEqual([5, 5]);
    expect(both(quantity())).toEqual([3, 4]);
  });

  test("that never changes is given a slot, any other keeps its own", () => {
    const scope = { constantSlot: (value: number) => 100 + value } as Scope;
    expect(slotOf(quantity({ slot: CONSTANT, constant: 5 }), scope)).toBe(105);
    expect(slotOf(quantity({ slot: 1 }), scope)).toBe(1);
    expect(slotOf(quantity(), scope)).toBe(COMPUTED);
  });
});

test("a measure requires the same of all and does not follow the way of its test, unless it says so", () => {
  const shown = { op: ">=", unit: "家", actual: () => "52", required: () => "60", gap: () => "8" };
  expect(defineMeasure(shown)).toEqual({ ...shown, count: null, isOfWay: false, isFixed: true });
  expect(defineMeasure({ ...shown, isOfWay: true, isFixed: false })).toEqual({
    ...shown,
    count: null,
    isOfWay: true,
    isFixed: false,
  });
});

describe("a test", () => {
  const bare: Parameters<typeof defineTest>[0] = {
    uses: new Set([1]),
    status: () => MET,
    reach: () => CAN_MET,
    collect: () => {},
  };
  const facts = {} as Case;

  test("is asked for its status, which time does not cure, for no reason of its own, unless it says so", () => {
    const { openReason, curedOn, ...rest } = defineTest(bare);
    expect(rest).toEqual({
      ...bare,
      form: { kind: "asked", status: bare.status },
      ways: [UNDETERMINED, MET, NOT_MET],
      opensByWay: false,
      measure: null,
      operands: [],
      part: null,
    });
    expect(openReason(facts)).toBe(OPEN_NONE);
    expect(curedOn(facts)).toBeNaN();
    expect(curedOn).toBe(neverCured);
  });

  test("keeps what it says of itself", () => {
    const own = {
      form: { kind: "given", fact: 1 },
      ways: [MET],
      opensByWay: true,
      openReason: () => 1,
      curedOn: () => 20_000,
      measure: defineMeasure({ op: "", unit: "", actual: () => null, required: () => null, gap: () => null }),
      operands: [defineTest(bare)],
      part: 3,
    } as const;
    expect(defineTest({ ...bare, ...own })).toEqual({ ...bare, ...own });
  });

  test("of three ways stands open, met and not met in this order", () => {
    expect(waysOfStatus).toEqual([UNDETERMINED, MET, NOT_MET]);
  });
});

test("a union has every element once", () => {
  expect([...union(new Set([1, 2]), new Set([2, 3]), new Set())]).toEqual([1, 2, 3]);
  expect(union().size).toBe(0);
});
