import type { LeafForm } from "../operators/model.ts";
import type { Case } from "./case.ts";
import { Agreements, Elapsed, Equalities, Orders, Ratios, StrictOrders, type Term } from "./columns.ts";
import { Asked, Givens, Happenings, Lookups, Possessions } from "./fact-columns.ts";

/** The terms of all subjects, each list of one form. */
export type Terms = { readonly [Kind in LeafForm["kind"]]: readonly Term<Kind>[] };

/**
 * How a case stands, subject by subject. The leaves that decide a subject stand in a few ways each; together they number
 * its row, from which everything follows that figures have no say in. The rows of all subjects are numbered on.
 */
export class Rows {
  /** The first row of each subject. */
  private readonly starts: Int32Array;
  private readonly agreements: Agreements;
  private readonly orders: Orders;
  private readonly strictOrders: StrictOrders;
  private readonly equalities: Equalities;
  private readonly ratios: Ratios;
  private readonly elapsed: Elapsed;
  private readonly lookups: Lookups;
  private readonly happenings: Happenings;
  private readonly possessions: Possessions;
  private readonly givens: Givens;
  private readonly asked: Asked;

  constructor(starts: readonly number[], terms: Terms) {
    this.starts = Int32Array.from(starts);
    this.agreements = new Agreements(terms.agreement);
    this.orders = new Orders(terms.order);
    this.strictOrders = new StrictOrders(terms["strict order"]);
    this.equalities = new Equalities(terms.equality);
    this.ratios = new Ratios(terms.ratio);
    this.elapsed = new Elapsed(terms.elapsed);
    this.lookups = new Lookups(terms.lookup);
    this.happenings = new Happenings(terms.happened);
    this.possessions = new Possessions(terms.possession);
    this.givens = new Givens(terms.given);
    this.asked = new Asked(terms.asked);
  }

  get subjectCount(): number {
    return this.starts.length;
  }

  /** Finds the row of each subject. */
  run(facts: Case, rows: Int32Array): void {
    rows.set(this.starts);
    this.agreements.run(facts, rows);
    this.orders.run(facts, rows);
    this.strictOrders.run(facts, rows);
    this.equalities.run(facts, rows);
    this.ratios.run(facts, rows);
    this.elapsed.run(facts, rows);
    this.lookups.run(facts, rows);
    this.happenings.run(facts, rows);
    this.possessions.run(facts, rows);
    this.givens.run(facts, rows);
    this.asked.run(facts, rows);
  }
}
