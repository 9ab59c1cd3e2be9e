import type { SurveyAssessment } from "@shifan/contract";
import { type Database, findSurvey, listSampled, type SampledRow, type SurveyRow } from "@shifan/db";
import {
  type ApplicationContext,
  type ClaimedSatisfaction,
  compareSatisfaction,
  lifecycleDecimal,
  lifecycleFigure,
  type MeasuredSatisfaction,
  measureSatisfaction,
  type Policy,
  type SatisfactionConflict,
} from "@shifan/rules";
import { claimedBy, listServed } from "./served.ts";

/** An enterprise of the population as the draw keeps it. */
export type DrawnFrom = { readonly rowId: string; readonly enterprise: string };

/** How the survey of an application stands. */
export type SurveyStanding = {
  /** Null before the draw. */
  readonly survey: SurveyRow | null;
  readonly population: readonly DrawnFrom[];
  readonly sampled: readonly SampledRow[];
  readonly assessment: SurveyAssessment | null;
  readonly minimum: number;
  readonly line: string;
  readonly measured: MeasuredSatisfaction;
  readonly claimed: ClaimedSatisfaction;
  readonly conflict: SatisfactionConflict;
};

export async function readStanding(database: Database, applicationId: string, policy: Policy): Promise<SurveyStanding> {
  const survey = await findSurvey(database, applicationId);
  const sampled = await listSampled(database, applicationId);
  const { enterprises } = await listServed(database, policy, applicationId);
  const line = lifecycleDecimal(policy.document, "survey_satisfaction");
  const ratings = sampled.flatMap(({ state, rating }) => (state === "answered" && rating !== null ? [rating] : []));
  const measured = measureSatisfaction(ratings);
  const claimed = claimedBy(enterprises);
  return {
    survey,
    population: (survey?.population ?? []) as readonly DrawnFrom[],
    sampled,
    assessment: (survey?.assessment ?? null) as SurveyAssessment | null,
    minimum: lifecycleFigure(policy.document, "survey_minimum"),
    line,
    measured,
    claimed,
    conflict: compareSatisfaction(measured, claimed, line),
  };
}

/** What the decision on an act has to know of the survey. */
export function surveyContext(standing: SurveyStanding): ApplicationContext["survey"] {
  const { survey, population, sampled, assessment, minimum, measured, conflict } = standing;
  if (survey === null) return null;
  return {
    completed: measured.completed,
    minimum,
    remaining: population.length - sampled.length,
    isAssessed: assessment !== null,
    hasConflict: conflict.isBelowLine || conflict.crossesLine,
    conflictIsExplained: (assessment?.satisfactionExplanation ?? "") !== "",
  };
}
