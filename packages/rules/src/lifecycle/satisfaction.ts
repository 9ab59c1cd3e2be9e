import { one, parseMillionths } from "../forms/decimals.ts";

/** 很满意, 基本满意, 不满意: what an enterprise of the sample says of the service (附件1). */
export const surveyRatings = ["very_satisfied", "basically_satisfied", "dissatisfied"] as const;
export type SurveyRating = (typeof surveyRatings)[number];

/** 上门拜访, 电话询问, 网络互动, 书面征求, 其他 (附件1). */
export const surveyMethods = ["visit", "telephone", "online", "in_writing", "other"] as const;
export type SurveyMethod = (typeof surveyMethods)[number];

/** What the district has measured: 很满意 and 基本满意 count as satisfied. */
export interface MeasuredSatisfaction {
  readonly satisfied: number;
  readonly completed: number;
}

/** What the applicant's own list says. Whoever is neither is unrated. */
export interface ClaimedSatisfaction {
  readonly satisfied: number;
  readonly dissatisfied: number;
  readonly listed: number;
}

/** How the measured satisfaction stands to the line and to the claimed one. */
export interface SatisfactionConflict {
  readonly isBelowLine: boolean;
  /** One of the two figures reaches the line and the other does not. */
  readonly crossesLine: boolean;
}

export function measureSatisfaction(ratings: readonly SurveyRating[]): MeasuredSatisfaction {
  return { satisfied: ratings.filter((rating) => rating !== "dissatisfied").length, completed: ratings.length };
}

/** Whether part ÷ whole is at least a line, exactly. @param line a decimal text with at most six decimals */
function reaches(part: number, whole: number, line: string): boolean {
  return BigInt(part) * one >= parseMillionths(line) * BigInt(whole);
}

/**
 * Whether the district has to explain its figure (第六条（三）, 第十条). Unrated enterprises make the claimed figure an interval; where that lies on
 * both sides of the line, nothing is said to cross it. Without an answer there is no figure yet, and nothing to explain.
 */
export function compareSatisfaction(
  measured: MeasuredSatisfaction,
  claimed: ClaimedSatisfaction,
  line: string,
): SatisfactionConflict {
  if (measured.completed === 0) return { isBelowLine: false, crossesLine: false };
  const isBelowLine = !reaches(measured.satisfied, measured.completed, line);
  const { satisfied, dissatisfied, listed } = claimed;
  const reachesAtWorst = listed > 0 && reaches(satisfied, listed, line);
  const reachesAtBest = listed === 0 || reaches(listed - dissatisfied, listed, line);
  return { isBelowLine, crossesLine: isBelowLine ? reachesAtWorst : !reachesAtBest };
}
