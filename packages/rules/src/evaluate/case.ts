import { ABSENT, type Facts, KNOWN } from "../facts/facts.ts";

/** What a test reads: the facts of one applicant, and the day and the round they are judged by. */
export class Case {
  state: Uint8Array;
  low: Float64Array;
  high: Float64Array;
  texts: readonly (string | undefined)[];
  /** Day number of the day judged by; also the submission date where that is left out. */
  asOf = Number.NaN;
  /** The year of the round to print: of those possible, the one nearest to today. */
  roundYear = 0;
  /** Whether the year whose figures count for that round has ended. */
  isBaseYearOver = false;
  /** Every year that the round can have, from the lowest to the highest. */
  roundYearLow = 0;
  roundYearHigh = 0;
  /** Last day of submission of the announced round; NaN while none is announced. */
  roundDeadline = Number.NaN;
  /** One bit for each contradiction of the policy that holds. */
  contradictions = 0;
  /** Status of each criterion, open until it is judged; for criteria that count others. */
  statuses: Uint8Array;

  /** The row in which each criterion stands, and each contradiction after them; those of all are numbered on. */
  readonly rows: Int32Array;
  /** The decisive statuses that occur, as bits (`decidedAnyhow`, `decidedInAll`). */
  decided = 0;

  private supposed: Uint8Array | null = null;

  constructor(facts: Facts, statuses: Uint8Array, rows: Int32Array) {
    this.state = facts.state;
    this.low = facts.low;
    this.high = facts.high;
    this.texts = facts.texts;
    this.statuses = statuses;
    this.rows = rows;
  }

  /** Puts a choice in the place of what is known of it, into this case alone. */
  suppose(choice: number, code: number): void {
    this.supposed ??= new Uint8Array(this.state.length);
    if (this.state !== this.supposed) this.supposed.set(this.state);
    this.state = this.supposed;
    this.state[choice] = KNOWN;
    this.low[choice] = code;
    this.high[choice] = code;
  }

  isKnown(fact: number): boolean {
    return this.state[fact] === KNOWN;
  }

  /** Left out altogether, which some facts read as a statement. A declared 不清楚 is not absent. */
  isAbsent(fact: number): boolean {
    return this.state[fact] === ABSENT;
  }
}
