import type { LeafForm, Test } from "../operators/model.ts";
import type { Term } from "./columns.ts";
import { Rows, type Terms } from "./rows.ts";
import type { Status } from "./status.ts";

/** What stands in more ways than these is judged by itself. */
export const mostRows = 20_000;

/** One whose standing is a row: a criterion, a contradiction or a paper. */
export interface Subject {
  /** Where its row is found. */
  readonly index: number;
  /** The first of its rows. */
  readonly start: number;
  readonly rowCount: number;
  /** Whether a row alone says which facts are open. */
  readonly opensByRow: boolean;
  /** Works something out for each row, from the status of any test that its leaves decide. */
  tabulate<Value>(of: (statusOf: (test: Test) => Status) => Value): Value[];
}

/** The leaves that decide some tests, those that ask the same of the same slots once. */
class Leaves {
  readonly all: Test[] = [];
  /** Whether one of the tests has no status before the criteria have theirs. */
  countsCriteria = false;
  private readonly positions = new Map<Test, number>();
  private readonly byKey = new Map<unknown, number>();

  constructor(tests: readonly Test[]) {
    tests.forEach(this.visit);
  }

  /** The status of any of the tests in a row. */
  statusIn(row: number): (test: Test) => Status {
    let rest = row;
    const statuses = this.all.map(({ ways }) => {
      const status = ways[rest % ways.length] as Status;
      rest = Math.floor(rest / ways.length);
      return status;
    });
    const statusOf = (test: Test): Status =>
      test.form.kind === "combination"
        ? test.form.combine(test.form.operands.map(statusOf))
        : (statuses[this.positions.get(test) as number] as Status);
    return statusOf;
  }

  private readonly visit = (test: Test): void => {
    const { form, ways } = test;
    if (form.kind === "count") this.countsCriteria = true;
    else if (form.kind === "combination") form.operands.forEach(this.visit);
    else {
      const key = form.kind === "asked" ? form.status : JSON.stringify([form, ways]);
      const position = this.byKey.get(key) ?? this.all.push(test) - 1;
      this.byKey.set(key, position);
      this.positions.set(test, position);
    }
  };
}

/** Puts the rows of subjects together. */
export class RowBuilder {
  private readonly terms: { [Kind in LeafForm["kind"]]: Term<Kind>[] } = {
    agreement: [],
    order: [],
    "strict order": [],
    equality: [],
    ratio: [],
    elapsed: [],
    lookup: [],
    happened: [],
    possession: [],
    given: [],
    asked: [],
  };
  private readonly starts: number[] = [];
  private rowCount = 0;

  /** Takes up a subject that some tests decide; null where it stands in too many ways or counts criteria. */
  subject(tests: readonly Test[]): Subject | null {
    const leaves = new Leaves(tests);
    const rowCount = leaves.all.reduce((product, { ways }) => product * ways.length, 1);
    if (leaves.countsCriteria || rowCount > mostRows) return null;
    const { index, start } = this.reserve(rowCount);
    let weight = 1;
    for (const { form, ways } of leaves.all) {
      this.add(index, weight, form as LeafForm);
      weight *= ways.length;
    }
    return {
      index,
      start,
      rowCount,
      opensByRow: leaves.all.every(({ opensByWay }) => opensByWay),
      tabulate: (of) => Array.from({ length: rowCount }, (_, row) => of(leaves.statusIn(row))),
    };
  }

  /** Numbers rows of a subject that no leaves decide. */
  reserve(rowCount: number): Pick<Subject, "index" | "start" | "rowCount"> {
    const start = this.rowCount;
    this.rowCount += rowCount;
    return { index: this.starts.push(start) - 1, start, rowCount };
  }

  build(): Rows {
    return new Rows(this.starts, this.terms as Terms);
  }

  private add<Kind extends LeafForm["kind"]>(subject: number, weight: number, form: LeafForm & { kind: Kind }): void {
    (this.terms[form.kind] as Term<LeafForm["kind"]>[]).push({ subject, weight, form });
  }
}
