/** A fact left out. Only where the policy says so is this a statement. */
export const ABSENT = 0;
export const KNOWN = 1;
/** 不清楚: declared unknown, never read as a statement. */
export const UNKNOWN = 2;

/**
 * The checked facts of one applicant, one slot for each fact of the policy. Quantities are scaled integers between `low`
 * and `high`, equal when exact; a choice is its position, a set its bits. A slot that is not known holds what the policy
 * says of the fact all the same (`readAbsences`), else NaN: every comparison with NaN is false both ways, so it never
 * decides. A value marked approximate is known and has NaN bounds.
 */
export interface Facts {
  readonly state: Uint8Array;
  readonly low: Float64Array;
  /** The same array as `low` as long as every value is exact: half the memory of an applicant. */
  readonly high: Float64Array;
  readonly texts: readonly (string | undefined)[];
}

const noTexts: readonly (string | undefined)[] = [];

/** Facts while they are being put together: at first every one is absent. */
export class FactSlots implements Facts {
  readonly state: Uint8Array;
  readonly low: Float64Array;
  high: Float64Array;
  texts: readonly (string | undefined)[] = noTexts;

  constructor(count: number) {
    // Side by side in memory: one place to fetch from where many applicants are judged.
    const memory = new ArrayBuffer(count * (Float64Array.BYTES_PER_ELEMENT + 1));
    this.low = new Float64Array(memory, 0, count).fill(Number.NaN);
    this.state = new Uint8Array(memory, this.low.byteLength, count);
    this.high = this.low;
  }

  put(fact: number, low: number, high: number): void {
    if (this.high === this.low && !Object.is(low, high)) this.high = this.low.slice();
    this.low[fact] = low;
    this.high[fact] = high;
  }

  putText(fact: number, text: string): void {
    const texts = [...this.texts];
    texts[fact] = text;
    this.texts = texts;
  }
}
