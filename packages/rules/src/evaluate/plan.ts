import type { Test } from "../operators/model.ts";
import type { Case } from "./case.ts";
import {
  Elapsed,
  Equalities,
  type Floor,
  Floors,
  Givens,
  Happenings,
  Lookups,
  Orders,
  Ratios,
  type Row,
} from "./columns.ts";
import type { Status } from "./status.ts";

/** So many statuses make a table of 3⁶ rows; what combines more is tabulated in parts. */
export const mostInTable = 6;

/** What the statuses at some nodes come to, by every combination of them. */
export interface Table {
  readonly node: number;
  readonly operands: readonly number[];
  readonly statuses: readonly Status[];
}

/** What a plan is made of. A node is the place of one status. */
export interface PlanParts {
  readonly nodeCount: number;
  readonly floors: readonly Floor[];
  readonly lookups: readonly Row<"lookup">[];
  readonly orders: readonly Row<"order">[];
  readonly equalities: readonly Row<"equality">[];
  readonly ratios: readonly Row<"ratio">[];
  readonly elapsed: readonly Row<"elapsed">[];
  readonly happenings: readonly Row<"happened">[];
  readonly givens: readonly Row<"given">[];
  readonly others: readonly { readonly node: number; readonly test: Test }[];
  readonly tables: readonly Table[];
}

/**
 * Finds the statuses of many tests at once: those on facts by running down columns, then those that combine others by
 * looking them up in tables that hold every combination. The statuses stay in place until the next run.
 */
export class Plan {
  readonly statuses: Uint8Array;
  private readonly floors: Floors;
  private readonly lookups: Lookups;
  private readonly orders: Orders;
  private readonly equalities: Equalities;
  private readonly ratios: Ratios;
  private readonly elapsed: Elapsed;
  private readonly happenings: Happenings;
  private readonly givens: Givens;
  private readonly otherNode: Uint16Array;
  private readonly others: readonly Test[];
  private readonly tableNode: Uint16Array;
  private readonly firstOperand: Uint16Array;
  private readonly operands: Uint16Array;
  private readonly tableStart: Uint32Array;
  private readonly tableStatuses: Uint8Array;

  constructor(parts: PlanParts) {
    const { others, tables } = parts;
    this.statuses = new Uint8Array(parts.nodeCount);
    this.floors = new Floors(parts.floors);
    this.lookups = new Lookups(parts.lookups);
    this.orders = new Orders(parts.orders);
    this.equalities = new Equalities(parts.equalities);
    this.ratios = new Ratios(parts.ratios);
    this.elapsed = new Elapsed(parts.elapsed);
    this.happenings = new Happenings(parts.happenings);
    this.givens = new Givens(parts.givens);
    this.otherNode = Uint16Array.from(others, ({ node }) => node);
    this.others = others.map(({ test }) => test);
    this.tableNode = Uint16Array.from(tables, ({ node }) => node);
    this.firstOperand = Uint16Array.from(startsOf(tables, ({ operands }) => operands.length));
    this.operands = Uint16Array.from(tables.flatMap(({ operands }) => operands));
    this.tableStart = Uint32Array.from(startsOf(tables, ({ statuses }) => statuses.length));
    this.tableStatuses = Uint8Array.from(tables.flatMap(({ statuses }) => statuses));
  }

  run(facts: Case): void {
    const { statuses } = this;
    this.floors.run(facts, statuses);
    this.lookups.run(facts, statuses);
    this.orders.run(facts, statuses);
    this.equalities.run(facts, statuses);
    this.ratios.run(facts, statuses);
    this.elapsed.run(facts, statuses);
    this.happenings.run(facts, statuses);
    this.givens.run(facts, statuses);
    this.runOthers(facts);
    this.runTables();
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

/** Where each begins when all lie one after the other, and where the last one ends. */
function startsOf(tables: readonly Table[], lengthOf: (table: Table) => number): number[] {
  const starts = [0];
  for (const table of tables) starts.push((starts.at(-1) as number) + lengthOf(table));
  return starts;
}
