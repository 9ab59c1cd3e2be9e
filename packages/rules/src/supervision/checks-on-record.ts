import type { TitleCheckKind, TitleCheckResult } from "../lifecycle/certifications.ts";
import type { AbsenceFinding } from "../lifecycle/supervision/inspections.ts";

/** A look at a title as the grounds of a cancellation see it, from the record or from papers of before the product. */
export interface CheckOnRecord {
  readonly id: string;
  readonly kind: TitleCheckKind;
  /** YYYY-MM-DD in Shanghai: the day on which it took place. */
  readonly carriedOutOn: string;
  readonly result: TitleCheckResult;
  readonly isClosed: boolean;
  /** What came of hearing a unit that did not attend; null while it is not heard. */
  readonly absenceFinding: AbsenceFinding | null;
  /** Whether the falsification stood after the hearing; null while it is not heard. */
  readonly isFalsified: boolean | null;
}

/** Whether the unit stayed away without a reason (无故不参加考核), found after it was heard. */
export function wasAbsentWithoutReason({ kind, result, absenceFinding }: CheckOnRecord): boolean {
  return kind === "appraisal" && result === "absent" && absenceFinding === "without_reason";
}

/** Whether papers of an appraisal were falsified (考核材料弄虚作假), found after the unit was heard. */
export function wasFalsified({ kind, result, isFalsified }: CheckOnRecord): boolean {
  return kind === "appraisal" && result === "falsified" && isFalsified === true;
}
