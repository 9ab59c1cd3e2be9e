import type { Case } from "./case.ts";
import type { Paper } from "./materials.ts";
import { RowBuilder, type Subject } from "./row-builder.ts";
import type { Rows } from "./rows.ts";

/** Standings count from here; below is none. */
export const UNTOLD = -1;

/** Which papers are needed and in hand, as one number. */
export class PaperStandings {
  private readonly columns: Rows;
  private readonly rows: Int32Array;
  private readonly starts: Int32Array;
  private readonly weights: Float64Array;
  /** Whether a number tells all of them apart. */
  private readonly isTold: boolean;

  constructor(papers: readonly Paper[]) {
    const builder = new RowBuilder();
    const subjects = papers.map(({ standing }) => builder.subject(standing));
    const told = subjects.filter((subject): subject is Subject => subject !== null);
    this.columns = builder.build();
    this.rows = new Int32Array(this.columns.subjectCount);
    this.starts = Int32Array.from(told, ({ start }) => start);
    let weight = 1;
    this.weights = Float64Array.from(told, ({ rowCount }) => {
      weight *= rowCount;
      return weight / rowCount;
    });
    this.isTold = told.length === papers.length && Number.isSafeInteger(weight);
  }

  /** UNTOLD where papers stand in more ways than a number tells apart. */
  of(facts: Case): number {
    const { columns, rows, starts, weights } = this;
    if (!this.isTold) return UNTOLD;
    columns.run(facts, rows);
    let standing = 0;
    for (let at = 0; at < rows.length; at++) {
      standing += ((rows[at] as number) - (starts[at] as number)) * (weights[at] as number);
    }
    return standing;
  }
}
