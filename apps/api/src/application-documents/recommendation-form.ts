import { type ApplicationRow, findOrganizationName, findRecommendationOf } from "@shifan/db";
import type { Actor, FormData } from "@shifan/rules";
import type { ProcedureServices } from "../acts/services.ts";
import { readSurvey } from "../surveys/view.ts";

/**
 * What annex 1 is filled with: the answers of the survey, the district's assessment and, once a letter recommends the case, its opinion and day;
 * until then these stay open for the hand. Null where the reader may not see the survey or there is no assessment yet.
 */
export async function readRecommendationForm(
  services: ProcedureServices,
  application: ApplicationRow,
  actor: Actor,
): Promise<FormData | null> {
  const { database, clock } = services;
  const survey = await readSurvey(services, actor, application.id);
  if (survey?.assessment == null) return null;
  const { assessment, sampled } = survey;
  const letter = await findRecommendationOf(database, application.id);
  const madeOn = letter?.issuedOn ?? clock.today();
  return {
    sections: {
      recommendation_cover: {
        applicant_name: await findOrganizationName(database, application.organizationId, madeOn),
        recommending_district: application.district,
        filled_on: madeOn,
      },
      survey: { survey_methods: assessment.methods },
      recommendation: {
        influence: assessment.influence,
        opinion: letter?.opinion ?? null,
        opinion_dated_on: letter?.issuedOn ?? null,
      },
    },
    lists: {
      sampled: sampled
        .filter(({ state }) => state === "answered")
        .map(({ enterprise, interviewee, position, phone, rating }) => ({
          enterprise_name: enterprise,
          interviewee,
          position,
          phone,
          rating,
        })),
    },
  };
}
