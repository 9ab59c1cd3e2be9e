import type { Test } from "../operators/model.ts";
import type { Floor, Row } from "./columns.ts";
import { mostInTable, Plan, type Table } from "./plan.ts";
import { MET, NOT_MET, type Status, UNDETERMINED } from "./status.ts";

const everyStatus: readonly Status[] = [UNDETERMINED, MET, NOT_MET];

type Combine = (statuses: readonly Status[]) => Status;

/** The tests that decide a combination, each once; null where one of them has no status before the criteria. */
function leavesOf(test: Test, found: Set<Test> = new Set()): Set<Test> {
  if (test.form?.kind !== "combination") return found.add(test);
  for (const operand of test.form.operands) leavesOf(operand, found);
  return found;
}

/** The status of a combination when its leaves have these. */
function statusUnder(test: Test, leaves: ReadonlyMap<Test, Status>): Status {
  if (test.form?.kind !== "combination") return leaves.get(test) as Status;
  return test.form.combine(test.form.operands.map((operand) => statusUnder(operand, leaves)));
}

/** Puts a plan together. A test met twice, or two tests that ask the same of the same fact, share one node. */
export class PlanBuilder {
  private readonly nodes = new Map<unknown, number>();
  private readonly floors: Floor[] = [];
  private readonly rows = {
    lookup: [] as Row<"lookup">[],
    order: [] as Row<"order">[],
    equality: [] as Row<"equality">[],
    ratio: [] as Row<"ratio">[],
    elapsed: [] as Row<"elapsed">[],
    happened: [] as Row<"happened">[],
    given: [] as Row<"given">[],
  };
  private readonly others: { node: number; test: Test }[] = [];
  private readonly tables: Table[] = [];
  private nodeCount = 0;

  /** The node of a test; null for one that counts criteria and so has no status before they have theirs. */
  nodeOf(test: Test): number | null {
    if ([...leavesOf(test)].some((leaf) => leaf.form?.kind === "count")) return null;
    return this.place(test);
  }

  build(): Plan {
    const { nodeCount, floors, others, tables, rows } = this;
    const { lookup, order, equality, ratio, elapsed, happened, given } = rows;
    return new Plan({
      nodeCount,
      floors,
      lookups: lookup,
      orders: order,
      equalities: equality,
      ratios: ratio,
      elapsed,
      happenings: happened,
      givens: given,
      others,
      tables,
    });
  }

  private place(test: Test): number {
    const { form, floorSlot, floor } = test;
    if (form?.kind === "combination") return this.placeCombination(test, form.operands, form.combine);
    if (floorSlot >= 0) {
      return this.once(`floor ${floorSlot} ${floor}`, (node) => this.floors.push({ node, slot: floorSlot, floor }));
    }
    if (form !== null && form.kind !== "count") {
      const rows = this.rows[form.kind] as Row<typeof form.kind>[];
      return this.once(JSON.stringify(form), (node) => rows.push({ node, form } as Row<typeof form.kind>));
    }
    // By its function, which a copy that is shown under another fact has too.
    return this.once(test.status, (node) => this.others.push({ node, test }));
  }

  private placeCombination(test: Test, operands: readonly Test[], combine: Combine): number {
    const leaves = [...leavesOf(test)];
    if (leaves.length <= mostInTable) {
      return this.placeTable(
        leaves.map((leaf) => this.place(leaf)),
        (statuses) => statusUnder(test, new Map(leaves.map((leaf, index) => [leaf, statuses[index] as Status]))),
      );
    }
    // Only conjunctions and disjunctions have so many, and these can be taken in parts.
    let nodes = operands.map((operand) => this.place(operand));
    while (nodes.length > mostInTable) {
      nodes = [this.placeTable(nodes.slice(0, mostInTable), combine), ...nodes.slice(mostInTable)];
    }
    return this.placeTable(nodes, combine);
  }

  private placeTable(operands: readonly number[], combine: Combine): number {
    const rows: Status[] = [];
    const visit = (statuses: readonly Status[]): void => {
      if (statuses.length === operands.length) rows.push(combine(statuses));
      else for (const status of everyStatus) visit([...statuses, status]);
    };
    visit([]);
    return this.once(`table ${operands} ${rows.join("")}`, (node) =>
      this.tables.push({ node, operands, statuses: rows }),
    );
  }

  private once(key: unknown, add: (node: number) => unknown): number {
    const known = this.nodes.get(key);
    if (known !== undefined) return known;
    const node = this.nodeCount++;
    this.nodes.set(key, node);
    add(node);
    return node;
  }
}
