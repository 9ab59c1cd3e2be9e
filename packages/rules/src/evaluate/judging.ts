import { defineTest, neverCured, type Test, waysOfStatus } from "../operators/model.ts";
import type { Case } from "./case.ts";
import { CountRows } from "./count-rows.ts";
import { type Contradiction, type Criterion, isDecidedBy, statusOfClaim } from "./criteria.ts";
import { RowBuilder, type Subject } from "./row-builder.ts";
import type { Rows } from "./rows.ts";
import { CAN_NOT_MET, everyReach, MET, type Reach, type Status, UNDETERMINED } from "./status.ts";

/** In which rows a criterion stands. */
export interface Standings {
  /** Whether its row tells how it stands. */
  readonly isOfRows: boolean;
  readonly start: number;
  readonly rowCount: number;
  /** Whether a row alone says which facts are open. */
  readonly opensByRow: boolean;
}

/** A criterion that is judged after the others, since it counts them or stands in too many ways for rows. */
interface Late {
  readonly criterion: Criterion;
  readonly counted: CountRows | null;
  readonly start: number;
  readonly decisive: number;
}

/** Judges all criteria of a policy at once: what `Criterion.status` says of each, looked up by its row. */
export class Judging {
  readonly standings: readonly Standings[];
  private readonly rows: Rows;
  private readonly contradictionCount: number;
  /** The status in each row, first of the criteria, then of the contradictions. */
  private readonly statuses: Uint8Array;
  /** The same while a contradiction keeps the criterion open. */
  private readonly contradicted: Uint8Array;
  private readonly contradictedBy: Int32Array;
  private readonly decisive: Uint16Array;
  private readonly late: readonly Late[];

  /** @param platformType the fact that names it */
  constructor(criteria: readonly Criterion[], contradictions: readonly Contradiction[], platformType: number) {
    const builder = new RowBuilder();
    const judged = criteria.map((criterion) => standingOf(criterion, builder));
    const whens = contradictions.map(({ when }) => statusesOf(when, builder));
    this.standings = judged;
    this.rows = builder.build();
    this.contradictionCount = contradictions.length;
    this.statuses = Uint8Array.from([...judged.map(({ statuses }) => statuses), ...whens].flat());
    this.contradicted = Uint8Array.from(judged.flatMap(({ contradicted }) => contradicted));
    this.contradictedBy = Int32Array.from(criteria, ({ contradictedBy }) => contradictedBy);
    const decisive = criteria.map((criterion) => decisiveOf(criterion, platformType));
    this.decisive = Uint16Array.from(decisive, (bits, index) => (judged[index]?.isLate ? 0 : bits));
    this.late = criteria.flatMap((criterion, index) => {
      const { isLate, counted, start } = judged[index] as Standing;
      return isLate ? [{ criterion, counted, start, decisive: decisive[index] as number }] : [];
    });
  }

  /** How many subjects have a row in a case. */
  get subjectCount(): number {
    return this.rows.subjectCount;
  }

  /** Finds into the case the contradictions that hold, the row and the status of each criterion and what they decide. */
  judge(facts: Case): void {
    const { rows, statuses } = facts;
    this.rows.run(facts, rows);
    const { statuses: known, decisive } = this;
    facts.contradictions = this.findContradictions(rows);
    let decided = 0;
    for (let index = 0; index < decisive.length; index++) {
      const status = known[rows[index] as number] as number;
      statuses[index] = status;
      decided |= decidedBy(status, decisive[index] as number);
    }
    facts.decided = facts.contradictions === 0 ? decided : this.judgeContradicted(facts);
    for (let at = 0; at < this.late.length; at++) this.judgeLate(this.late[at] as Late, facts);
  }

  private findContradictions(rows: Int32Array): number {
    const { statuses, contradictionCount } = this;
    const first = this.decisive.length;
    let bits = 0;
    for (let index = 0; index < contradictionCount; index++) {
      // A row of its own has the status "met" as a 1.
      bits |= ((statuses[rows[first + index] as number] as number) & 1) << index;
    }
    return bits;
  }

  /** Judges the criteria again that a contradiction keeps open. */
  private judgeContradicted({ rows, statuses, contradictions }: Case): number {
    const { contradicted, contradictedBy, decisive } = this;
    let decided = 0;
    for (let index = 0; index < decisive.length; index++) {
      if ((contradictions & (contradictedBy[index] as number)) !== 0) {
        statuses[index] = contradicted[rows[index] as number] as number;
      }
      decided |= decidedBy(statuses[index] as number, decisive[index] as number);
    }
    return decided;
  }

  private judgeLate({ criterion, counted, start, decisive }: Late, facts: Case): void {
    const { index } = criterion;
    let status: number;
    if (counted === null) status = criterion.status(facts);
    else {
      const row = start + counted.rowOf(facts);
      status = (criterion.isContradicted(facts) ? this.contradicted : this.statuses)[row] as number;
      facts.rows[index] = row;
    }
    facts.statuses[index] = status;
    facts.decided |= decidedBy(status, decisive);
  }
}

/**
 * What is decided, as sets of statuses side by side: what decides the verdict whatever the platform type, what that type has
 * a say in, and of both what no day brings.
 */
const TYPE_SHIFT = 3;
const TIMELESS_SHIFT = 6;
export const decidedAnyhow = (decided: number): Reach => decided & everyReach;
export const decidedInAll = (decided: number): Reach => (decided | (decided >> TYPE_SHIFT)) & everyReach;
/** Whether something is not met that time does not bring. */
export const isBeyondTime = (decided: number): boolean => ((decided >> TIMELESS_SHIFT) & CAN_NOT_MET) !== 0;

function decisiveOf(criterion: Criterion, platformType: number): number {
  if (criterion.document.line) return 0;
  const ofVerdict = isDecidedBy(platformType, criterion) ? everyReach << TYPE_SHIFT : everyReach;
  return criterion.test.curedOn === neverCured ? ofVerdict | (everyReach << TIMELESS_SHIFT) : ofVerdict;
}

/** A bit for the status in each set. */
const IN_EACH = 1 | (1 << TYPE_SHIFT) | (1 << TIMELESS_SHIFT);

function decidedBy(status: number, decisive: number): number {
  return (IN_EACH << status) & decisive;
}

/** The tests that decide what is shown of a criterion. */
function testsOf({ claimed, test, warnings }: Criterion): Test[] {
  return [...(claimed ? [claimed] : []), test, ...warnings.map(({ when }) => when)];
}

interface Standing extends Standings {
  readonly isLate: boolean;
  readonly counted: CountRows | null;
  /** The status in each of its rows. */
  readonly statuses: readonly Status[];
  /** The same while a contradiction keeps it open. */
  readonly contradicted: readonly Status[];
}

function standingOf(criterion: Criterion, builder: RowBuilder): Standing {
  const subject = builder.subject(testsOf(criterion));
  const { claimed, test } = criterion;
  if (subject === null) {
    const counted = CountRows.of(criterion);
    const statuses: Status[] = counted?.statuses() ?? [UNDETERMINED];
    const rows = builder.reserve(statuses.length);
    return {
      ...rows,
      isOfRows: counted !== null,
      opensByRow: false,
      isLate: true,
      counted,
      statuses,
      contradicted: statuses.map(() => UNDETERMINED),
    };
  }
  const inRows = (own: (statusOf: (test: Test) => Status) => Status): Status[] =>
    subject.tabulate((statusOf) => statusOfClaim(claimed ? statusOf(claimed) : MET, own(statusOf)));
  return {
    ...subject,
    isOfRows: true,
    isLate: false,
    counted: null,
    statuses: inRows((statusOf) => statusOf(test)),
    contradicted: inRows(() => UNDETERMINED),
  };
}

/** The status of a test in each of its rows. One that stands in too many ways is asked. */
function statusesOf(test: Test, builder: RowBuilder): Status[] {
  const asked = defineTest({ ...test, form: { kind: "asked", status: test.status }, ways: waysOfStatus });
  const subject = builder.subject([test]);
  if (subject !== null) return subject.tabulate((statusOf) => statusOf(test));
  return (builder.subject([asked]) as Subject).tabulate((statusOf) => statusOf(asked));
}
