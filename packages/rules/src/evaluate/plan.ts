import { type Facts, KNOWN } from "../facts/facts.ts";
import type { Test } from "../operators/model.ts";
import type { Case } from "./case.ts";
import { MET, NOT_MET, negate, UNDETERMINED } from "./status.ts";

/** So many statuses make a table of 3⁶ rows; what combines more is tabulated in parts. */
export const mostInTable = 6;

/** What a plan is made of: columns that belong together by their position. A node is the place of one status. */
export interface PlanParts {
  readonly nodeCount: number;
  readonly floors: { readonly node: number[]; readonly slot: number[]; readonly floor: number[] };
  readonly lookups: { readonly node: number[]; readonly fact: number[]; readonly start: number[]; statuses: number[] };
  readonly orders: { node: number[]; upper: number[]; lower: number[]; strict: number[] };
  readonly equalities: { node: number[]; left: number[]; right: number[]; negated: number[] };
  readonly givens: { readonly node: number[]; readonly fact: number[] };
  readonly others: { readonly node: number[]; readonly test: Test[] };
  readonly tables: { node: number[]; firstOperand: number[]; operands: number[]; start: number[]; statuses: number[] };
}

/**
 * Finds the statuses of many tests at once: those on facts by running down columns, then those that combine others by
 * looking them up in tables that hold every combination. A call for each operator costs as much as ten such look-ups.
 * The statuses stay in place until the next run.
 */
export class Plan {
  readonly statuses: Uint8Array;
  private readonly floorNode: Uint16Array;
  private readonly floorSlot: Uint16Array;
  private readonly floor: Float64Array;
  private readonly lookupNode: Uint16Array;
  private readonly lookupFact: Uint16Array;
  private readonly lookupStart: Uint16Array;
  private readonly lookupStatuses: Uint8Array;
  private readonly orderNode: Uint16Array;
  private readonly upper: Uint16Array;
  private readonly lower: Uint16Array;
  private readonly isStrict: Uint8Array;
  private readonly equalityNode: Uint16Array;
  private readonly left: Uint16Array;
  private readonly right: Uint16Array;
  private readonly isNegated: Uint8Array;
  private readonly givenNode: Uint16Array;
  private readonly givenFact: Uint16Array;
  private readonly otherNode: Uint16Array;
  private readonly others: readonly Test[];
  private readonly tableNode: Uint16Array;
  private readonly firstOperand: Uint16Array;
  private readonly operands: Uint16Array;
  private readonly tableStart: Uint32Array;
  private readonly tableStatuses: Uint8Array;

  constructor({ nodeCount, floors, lookups, orders, equalities, givens, others, tables }: PlanParts) {
    this.statuses = new Uint8Array(nodeCount);
    this.floorNode = Uint16Array.from(floors.node);
    this.floorSlot = Uint16Array.from(floors.slot);
    this.floor = Float64Array.from(floors.floor);
    this.lookupNode = Uint16Array.from(lookups.node);
    this.lookupFact = Uint16Array.from(lookups.fact);
    this.lookupStart = Uint16Array.from(lookups.start);
    this.lookupStatuses = Uint8Array.from(lookups.statuses);
    this.orderNode = Uint16Array.from(orders.node);
    this.upper = Uint16Array.from(orders.upper);
    this.lower = Uint16Array.from(orders.lower);
    this.isStrict = Uint8Array.from(orders.strict);
    this.equalityNode = Uint16Array.from(equalities.node);
    this.left = Uint16Array.from(equalities.left);
    this.right = Uint16Array.from(equalities.right);
    this.isNegated = Uint8Array.from(equalities.negated);
    this.givenNode = Uint16Array.from(givens.node);
    this.givenFact = Uint16Array.from(givens.fact);
    this.otherNode = Uint16Array.from(others.node);
    this.others = others.test;
    this.tableNode = Uint16Array.from(tables.node);
    this.firstOperand = Uint16Array.from([...tables.firstOperand, tables.operands.length]);
    this.operands = Uint16Array.from(tables.operands);
    this.tableStart = Uint32Array.from(tables.start);
    this.tableStatuses = Uint8Array.from(tables.statuses);
  }

  run(facts: Case): void {
    this.runFloors(facts);
    this.runLookups(facts);
    this.runOrders(facts);
    this.runEqualities(facts);
    this.runGivens(facts);
    this.runOthers(facts);
    this.runTables();
  }

  private runFloors({ low, high }: Facts): void {
    const { statuses, floorNode, floorSlot, floor } = this;
    for (let at = 0; at < floorNode.length; at++) {
      const slot = floorSlot[at] as number;
      const least = floor[at] as number;
      const open = (high[slot] as number) < least ? NOT_MET : UNDETERMINED;
      statuses[floorNode[at] as number] = (low[slot] as number) >= least ? MET : open;
    }
  }

  private runLookups({ low }: Facts): void {
    const { statuses, lookupNode, lookupFact, lookupStart, lookupStatuses } = this;
    for (let at = 0; at < lookupNode.length; at++) {
      const code = low[lookupFact[at] as number] as number;
      const known = code >= 0;
      statuses[lookupNode[at] as number] = known
        ? (lookupStatuses[(lookupStart[at] as number) + code] as number)
        : UNDETERMINED;
    }
  }

  private runOrders({ low, high }: Facts): void {
    const { statuses, orderNode, upper, lower, isStrict } = this;
    for (let at = 0; at < orderNode.length; at++) {
      const above = upper[at] as number;
      const below = lower[at] as number;
      // Slots hold whole numbers, so that "above" is "at least one more".
      const distance = isStrict[at] as number;
      const open = (high[above] as number) < (low[below] as number) + distance ? NOT_MET : UNDETERMINED;
      statuses[orderNode[at] as number] = (low[above] as number) >= (high[below] as number) + distance ? MET : open;
    }
  }

  private runEqualities({ low, high }: Facts): void {
    const { statuses, equalityNode, left, right, isNegated } = this;
    for (let at = 0; at < equalityNode.length; at++) {
      const least = low[left[at] as number] as number;
      const most = high[left[at] as number] as number;
      const otherLeast = low[right[at] as number] as number;
      const otherMost = high[right[at] as number] as number;
      const isEqual = least === most && otherLeast === otherMost && least === otherLeast;
      const isOther = most < otherLeast || least > otherMost;
      const equal = isEqual ? MET : isOther ? NOT_MET : UNDETERMINED;
      statuses[equalityNode[at] as number] = isNegated[at] === 1 ? negate(equal) : equal;
    }
  }

  private runGivens({ state }: Facts): void {
    const { statuses, givenNode, givenFact } = this;
    for (let at = 0; at < givenNode.length; at++) {
      statuses[givenNode[at] as number] = state[givenFact[at] as number] === KNOWN ? MET : NOT_MET;
    }
  }

  private runOthers(facts: Case): void {
    const { statuses, otherNode, others } = this;
    for (let at = 0; at < others.length; at++) {
      statuses[otherNode[at] as number] = (others[at] as Test).status(facts);
    }
  }

  private runTables(): void {
    const { statuses, tableNode, firstOperand, operands, tableStart, tableStatuses } = this;
    let operand = 0;
    for (let at = 0; at < tableNode.length; at++) {
      const end = firstOperand[at + 1] as number;
      let row = 0;
      while (operand < end) row = row * 3 + (statuses[operands[operand++] as number] as number);
      statuses[tableNode[at] as number] = tableStatuses[(tableStart[at] as number) + row] as number;
    }
  }
}
