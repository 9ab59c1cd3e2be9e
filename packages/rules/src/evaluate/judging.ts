import { defineTest, type Test, waysOfStatus } from "../operators/model.ts";
import type { Case } from "./case.ts";
import { CountRows } from "./count-rows.ts";
import { type Contradiction, type Criterion, isDecidedBy, statusOfClaim } from "./criteria.ts";
import { RowBuilder, type Subject } from "./row-builder.ts";
import type { Rows } from "./rows.ts";
import { everyReach, MET, type Reach, type Status, UNDETERMINED } from "./status.ts";

/** In how many ways a criterion stands, and in as many again while a contradiction keeps it open. */
export interface Standings {
  readonly rowCount: number;
  /** Whether a row alone says which facts are open. */
  readonly opensByRow: boolean;
}

/** A criterion that is judged after the others, since it counts them or stands in too many ways for rows. */
interface Late {
  readonly criterion: Criterion;
  readonly counted: CountRows | null;
  readonly decisive: number;
}

/** Judges all criteria of a policy at once: what `Criterion.status` says of each, looked up by its row. */
export class Judging {
  /** By criterion; null where rows do not tell. */
  readonly standings: readonly (Standings | null)[];
  private readonly rows: Rows;
  private readonly contradictionCount: number;
  /** Where the statuses of each subject begin: criteria first, then contradictions. */
  private readonly start: Uint32Array;
  private readonly statuses: Uint8Array;
  private readonly rowCount: Uint16Array;
  private readonly contradictedBy: Int32Array;
  private readonly decisive: Uint8Array;
  private readonly late: readonly Late[];

  /** @param platformType the fact that names it */
  constructor(criteria: readonly Criterion[], contradictions: readonly Contradiction[], platformType: number) {
    const builder = new RowBuilder();
    const subjects = criteria.map((criterion) => {
      const subject = builder.subject(testsOf(criterion));
      // Keeps the places of the others in step with the criteria.
      if (subject === null) builder.subject([]);
      return subject;
    });
    const counts = criteria.map((criterion) => CountRows.of(criterion));
    const at = (index: number) => ({ subject: subjects[index] ?? null, counted: counts[index] ?? null });
    const tables = [
      ...criteria.map((criterion, index) => statusesByRow(criterion, at(index).subject, at(index).counted)),
      ...contradictions.map(({ when }) => statusesOf(when, builder)),
    ];
    this.start = Uint32Array.from(startsOf(tables));
    this.statuses = Uint8Array.from(tables.flat());
    this.rows = builder.build();
    this.contradictionCount = contradictions.length;
    this.rowCount = Uint16Array.from(subjects, (subject) => subject?.rowCount ?? 0);
    this.contradictedBy = Int32Array.from(criteria, ({ contradictedBy }) => contradictedBy);
    const decisive = criteria.map((criterion) => decisiveOf(criterion, platformType));
    this.decisive = Uint8Array.from(decisive, (bits, index) => (at(index).subject === null ? 0 : bits));
    this.late = criteria
      .filter((_, index) => at(index).subject === null)
      .map((criterion) => {
        const { index } = criterion;
        return { criterion, counted: at(index).counted, decisive: decisive[index] as number };
      });
    this.standings = criteria.map((_, index) => {
      const { subject, counted } = at(index);
      return subject ?? (counted && { rowCount: counted.rowCount, opensByRow: false });
    });
  }

  /** Finds into the case the contradictions that hold, the row and the status of each criterion and what they decide. */
  judge(facts: Case): void {
    const rows = this.rows.run(facts);
    const contradictions = this.findContradictions(rows);
    const { start, statuses: known, rowCount, contradictedBy, decisive } = this;
    const { statuses, rows: own } = facts;
    let decided = 0;
    for (let index = 0; index < rowCount.length; index++) {
      const isOpen = Number((contradictions & (contradictedBy[index] as number)) !== 0);
      const row = (rows[index] as number) + isOpen * (rowCount[index] as number);
      const status = known[(start[index] as number) + row] as Status;
      own[index] = row;
      statuses[index] = status;
      decided |= decidedBy(status, decisive[index] as number);
    }
    facts.contradictions = contradictions;
    facts.decided = decided;
    for (let at = 0; at < this.late.length; at++) this.judgeLate(this.late[at] as Late, facts);
  }

  private findContradictions(rows: Uint16Array): number {
    const { start, statuses } = this;
    const first = this.rowCount.length;
    let bits = 0;
    for (let index = 0; index < this.contradictionCount; index++) {
      const status = statuses[(start[first + index] as number) + (rows[first + index] as number)];
      bits |= Number(status === MET) << index;
    }
    return bits;
  }

  private judgeLate({ criterion, counted, decisive }: Late, facts: Case): void {
    const { index } = criterion;
    let status: Status;
    if (counted === null) status = criterion.status(facts);
    else {
      const row = counted.rowOf(facts) + (criterion.isContradicted(facts) ? counted.rowCount : 0);
      status = this.statuses[(this.start[index] as number) + row] as Status;
      facts.rows[index] = row;
    }
    facts.statuses[index] = status;
    facts.decided |= decidedBy(status, decisive);
  }
}

/** What decides the verdict whatever the platform type, and beside it what that type has a say in, as sets of statuses. */
const TYPE_SHIFT = 3;
export const decidedAnyhow = (decided: number): Reach => decided & everyReach;
export const decidedInAll = (decided: number): Reach => (decided | (decided >> TYPE_SHIFT)) & everyReach;

function decisiveOf(criterion: Criterion, platformType: number): number {
  if (criterion.document.line) return 0;
  return isDecidedBy(platformType, criterion) ? everyReach << TYPE_SHIFT : everyReach;
}

function decidedBy(status: Status, decisive: number): number {
  return ((1 << status) | (1 << (status + TYPE_SHIFT))) & decisive;
}

/** The tests that decide what is shown of a criterion. */
function testsOf({ claimed, test, warnings }: Criterion): Test[] {
  return [...(claimed ? [claimed] : []), test, ...warnings.map(({ when }) => when)];
}

/** The status of a criterion in each of its rows, and in each of them once more while a contradiction keeps it open. */
function statusesByRow({ claimed, test }: Criterion, subject: Subject | null, counted: CountRows | null): Status[] {
  if (subject === null) {
    const statuses: Status[] = counted?.statuses() ?? [UNDETERMINED];
    return [...statuses, ...statuses.map((): Status => UNDETERMINED)];
  }
  const inRows = (own: (statusOf: (test: Test) => Status) => Status): Status[] =>
    subject.tabulate((statusOf) => statusOfClaim(claimed ? statusOf(claimed) : MET, own(statusOf)));
  return [...inRows((statusOf) => statusOf(test)), ...inRows(() => UNDETERMINED)];
}

/** The status of a test in each of its rows. One that stands in too many ways is asked. */
function statusesOf(test: Test, builder: RowBuilder): Status[] {
  const asked = defineTest({ ...test, form: { kind: "asked", status: test.status }, ways: waysOfStatus });
  const subject = builder.subject([test]);
  if (subject !== null) return subject.tabulate((statusOf) => statusOf(test));
  return (builder.subject([asked]) as Subject).tabulate((statusOf) => statusOf(asked));
}

/** Where each table begins when they lie one after the other. */
function startsOf(tables: readonly (readonly unknown[])[]): number[] {
  let start = 0;
  return tables.map(({ length }) => {
    start += length;
    return start - length;
  });
}
