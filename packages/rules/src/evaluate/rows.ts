import type { LeafForm } from "../operators/model.ts";
import type { Case } from "./case.ts";
import {
  Asked,
  Elapsed,
  Equalities,
  Givens,
  Happenings,
  Lookups,
  Orders,
  Possessions,
  Ratios,
  type Term,
} from "./columns.ts";

/** The terms of all subjects, each list of one form. */
export type Terms = { readonly [Kind in LeafForm["kind"]]: readonly Term<Kind>[] };

/**
 * How a case stands, subject by subject. The leaves that decide a subject stand in a few ways each; together they number
 * its row, from which everything follows that figures have no say in. The rows are good until the next run.
 */
export class Rows {
  readonly rows: Uint16Array;
  private readonly orders: Orders;
  private readonly equalities: Equalities;
  private readonly ratios: Ratios;
  private readonly elapsed: Elapsed;
  private readonly lookups: Lookups;
  private readonly happenings: Happenings;
  private readonly possessions: Possessions;
  private readonly givens: Givens;
  private readonly asked: Asked;

  constructor(subjectCount: number, terms: Terms) {
    this.rows = new Uint16Array(subjectCount);
    this.orders = new Orders(terms.order);
    this.equalities = new Equalities(terms.equality);
    this.ratios = new Ratios(terms.ratio);
    this.elapsed = new Elapsed(terms.elapsed);
    this.lookups = new Lookups(terms.lookup);
    this.happenings = new Happenings(terms.happened);
    this.possessions = new Possessions(terms.possession);
    this.givens = new Givens(terms.given);
    this.asked = new Asked(terms.asked);
  }

  run(facts: Case): Uint16Array {
    const { rows } = this;
    // A loop, since so few are filled sooner than `fill` is called.
    for (let subject = 0; subject < rows.length; subject++) rows[subject] = 0;
    this.orders.run(facts, rows);
    this.equalities.run(facts, rows);
    this.ratios.run(facts, rows);
    this.elapsed.run(facts, rows);
    this.lookups.run(facts, rows);
    this.happenings.run(facts, rows);
    this.possessions.run(facts, rows);
    this.givens.run(facts, rows);
    this.asked.run(facts, rows);
    return rows;
  }
}
