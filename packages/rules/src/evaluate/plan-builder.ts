import type { Test } from "../operators/model.ts";
import { mostInTable, Plan, type PlanParts } from "./plan.ts";
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
  private readonly parts: Omit<PlanParts, "nodeCount"> = {
    floors: { node: [], slot: [], floor: [] },
    lookups: { node: [], fact: [], start: [], statuses: [] },
    orders: { node: [], upper: [], lower: [], strict: [] },
    equalities: { node: [], left: [], right: [], negated: [] },
    givens: { node: [], fact: [] },
    others: { node: [], test: [] },
    tables: { node: [], firstOperand: [], operands: [], start: [], statuses: [] },
  };
  private nodeCount = 0;

  /** The node of a test; null for one that counts criteria and so has no status before they have theirs. */
  nodeOf(test: Test): number | null {
    if ([...leavesOf(test)].some((leaf) => leaf.form?.kind === "count")) return null;
    return this.place(test);
  }

  build(): Plan {
    return new Plan({ ...this.parts, nodeCount: this.nodeCount });
  }

  private place(test: Test): number {
    const { floors, lookups, orders, equalities, givens, others } = this.parts;
    const { form, floorSlot, floor } = test;
    if (form?.kind === "combination") return this.placeCombination(test, form.operands, form.combine);
    if (floorSlot >= 0) {
      return this.once(`floor ${floorSlot} ${floor}`, (node) => {
        floors.node.push(node);
        floors.slot.push(floorSlot);
        floors.floor.push(floor);
      });
    }
    if (form?.kind === "lookup") {
      return this.once(`lookup ${form.fact} ${form.statuses}`, (node) => {
        lookups.node.push(node);
        lookups.fact.push(form.fact);
        lookups.start.push(lookups.statuses.length);
        lookups.statuses.push(...form.statuses);
      });
    }
    if (form?.kind === "order") {
      return this.once(`order ${form.upper} ${form.lower} ${form.strict}`, (node) => {
        orders.node.push(node);
        orders.upper.push(form.upper);
        orders.lower.push(form.lower);
        orders.strict.push(form.strict ? 1 : 0);
      });
    }
    if (form?.kind === "equality") {
      return this.once(`equality ${form.left} ${form.right} ${form.negated}`, (node) => {
        equalities.node.push(node);
        equalities.left.push(form.left);
        equalities.right.push(form.right);
        equalities.negated.push(form.negated ? 1 : 0);
      });
    }
    if (form?.kind === "given") {
      return this.once(`given ${form.fact}`, (node) => {
        givens.node.push(node);
        givens.fact.push(form.fact);
      });
    }
    // By its function, which a copy that is shown under another fact has too.
    return this.once(test.status, (node) => {
      others.node.push(node);
      others.test.push(test);
    });
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
    const { tables } = this.parts;
    return this.once(`table ${operands} ${rows.join("")}`, (node) => {
      tables.node.push(node);
      tables.firstOperand.push(tables.operands.length);
      tables.operands.push(...operands);
      tables.start.push(tables.statuses.length);
      tables.statuses.push(...rows);
    });
  }

  private once(key: unknown, add: (node: number) => void): number {
    const known = this.nodes.get(key);
    if (known !== undefined) return known;
    const node = this.nodeCount++;
    this.nodes.set(key, node);
    add(node);
    return node;
  }
}
