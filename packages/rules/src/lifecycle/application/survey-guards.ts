import { refusal } from "../refusals.ts";
import type { ApplicationGuard } from "./context.ts";

export const notYetDrawn: ApplicationGuard = ({ survey }) => (survey === null ? null : refusal("sample_exists"));
export const drawn: ApplicationGuard = ({ survey }) => (survey === null ? refusal("survey_incomplete") : null);

/** Fewer than the law asks for cannot be drawn, nor more than there are. */
export const enoughToDraw: ApplicationGuard = ({ drawing }) => {
  if (drawing === null) return null;
  const { count, population, minimum } = drawing;
  if (count < minimum) return refusal("sample_too_small", { completed: count, minimum });
  return population < count ? refusal("sample_too_small", { completed: population, minimum: count }) : null;
};

export const someAreLeft: ApplicationGuard = ({ survey }) =>
  survey?.remaining === 0
    ? refusal("sample_too_small", { completed: survey.completed, minimum: survey.minimum })
    : null;

export const enoughAnswers: ApplicationGuard = ({ survey }) => {
  if (survey === null) return null;
  const { completed, minimum } = survey;
  return completed < minimum ? refusal("sample_too_small", { completed, minimum }) : null;
};

export const assessed: ApplicationGuard = ({ survey }) =>
  survey?.isAssessed === true && (!survey.hasConflict || survey.conflictIsExplained)
    ? null
    : refusal("survey_incomplete");

export const reasoned: ApplicationGuard = ({ hasReasons }) => (hasReasons ? null : refusal("reasons_required"));

export const reasonedAgainstFinding: ApplicationGuard = ({ againstFinding, hasReasons }) =>
  againstFinding && !hasReasons ? refusal("reasons_required") : null;
