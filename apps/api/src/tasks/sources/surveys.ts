import type { TaskKind } from "@shifan/contract";
import { applicationReachColumns, listSurveysUnderWay, type SurveyStage, type Waiting, withinReach } from "@shifan/db";
import { lifecycleFigure } from "@shifan/rules";
import { policyOfRound } from "../../acts/policy-of-round.ts";
import { type Found, inDistrict, spellDay, type TaskSource, workOn } from "../source.ts";

type Survey = Waiting & { fewest: number };

const stages: Readonly<Record<SurveyStage, { kind: TaskKind; say: (survey: Survey, minimum: number) => string }>> = {
  undrawn: { kind: "surveys_to_draw", say: ({ count }) => `已受理、还没有抽取测评企业${count}份` },
  short: {
    kind: "surveys_short",
    say: ({ count, fewest }, minimum) =>
      count === 1
        ? `测评还差${minimum - fewest}家：已完成${fewest}家，至少${minimum}家`
        : `测评没有做满${count}份：最少的完成${fewest}家，每份至少${minimum}家`,
  },
  answered: {
    kind: "surveys_to_complete",
    say: ({ count }, minimum) => `测评已做满${minimum}家、还没有办结${count}份`,
  },
};

/** Accepted cases whose survey is not ended: to be drawn, to be asked, to be completed, until the last day for recommending. */
export const surveysUnderWay: TaskSource = async (context) => {
  const reach = context.reach("applications", "complete-survey");
  if (reach === null) return [];
  const { services, today, rounds } = context;
  const within = withinReach(reach, applicationReachColumns);
  const found: Found[] = [];
  for (const round of rounds) {
    const { document } = await policyOfRound(services.catalog, round, today);
    const minimum = lifecycleFigure(document, "survey_minimum");
    const article = document.lifecycle.parameters.find(({ id }) => id === "survey_minimum")?.article ?? null;
    const due = round.recommendationDeadline;
    const last = due === null ? "" : `；推荐截止${spellDay(due, today)}`;
    for (const survey of await listSurveysUnderWay(services.database, { within, roundId: round.id, minimum })) {
      const { kind, say } = stages[survey.stage];
      found.push({
        kind,
        text: `${say(survey, minimum)}${last}`,
        article,
        count: survey.count,
        dueOn: due,
        work: workOn("applications", survey, { roundId: round.id, state: ["accepted"], ...inDistrict(context) }),
      });
    }
  }
  return found;
};
