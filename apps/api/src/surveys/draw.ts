import type { DrawSample } from "@shifan/contract";
import { type ApplicationRow, type Database, insertSurvey } from "@shifan/db";
import { type ApplicationContext, articleOfAct, drawOrder, lifecycleFigure, type Policy } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { newSeed, sha256 } from "../acts/seed.ts";
import { actOnSurvey } from "./act.ts";
import { noteSurvey } from "./note.ts";
import { listServed } from "./served.ts";
import type { SurveyServices } from "./services.ts";
import type { DrawnFrom } from "./standing.ts";

/** The enterprises of a population in the order of the draw. */
export function inDrawnOrder(seed: string, population: readonly DrawnFrom[]): DrawnFrom[] {
  const ids = population.map(({ rowId }) => rowId);
  return drawOrder(seed, ids, sha256).flatMap((index) => population[index] ?? []);
}

/** How many enterprises are to be drawn, by default as few as may be, and from how many. */
export async function drawingOf(
  database: Database,
  applicationId: string,
  policy: Policy,
  count?: number,
): Promise<NonNullable<ApplicationContext["drawing"]>> {
  const minimum = lifecycleFigure(policy.document, "survey_minimum");
  const { enterprises } = await listServed(database, policy, applicationId);
  return { count: count ?? minimum, population: enterprises.length, minimum };
}

/**
 * Draws the sample (第十条, 附件1): the population is the served list, each enterprise once. The commitment to the seed is put on record before the seed
 * is used, and everything is kept that it takes to draw again.
 */
export function drawSample(
  services: SurveyServices,
  on: On,
  { count }: DrawSample,
): Promise<ActOutcome<ApplicationRow>> {
  const { seed, commitment } = newSeed(services.randomBytes);
  const ground = `种子的SHA-256：${commitment}`;
  return actOnSurvey(services, on, {
    act: "draw-sample",
    ground,
    adds: async (transaction, { id }, policy) => ({ drawing: await drawingOf(transaction, id, policy, count) }),
    write: async (transaction, application, { policy, grant, at, standing: { minimum } }) => {
      const { id } = application;
      await noteSurvey(
        transaction,
        on.actor,
        { grant, at },
        {
          application,
          act: "draw-sample",
          article: articleOfAct(policy.document, "applications", "draw-sample"),
          ground,
          fields: ["commitment"],
          state: null,
          before: null,
          revision: null,
        },
      );
      const { enterprises } = await listServed(transaction, policy, id);
      const population = enterprises.map(({ rowId, name }) => ({ rowId, enterprise: name }));
      const drawn = inDrawnOrder(seed, population).slice(0, count ?? minimum);
      await insertSurvey(
        transaction,
        { applicationId: id, commitment, seed, population, drawnAt: at, drawnBy: on.actor.userId },
        drawn.map((each, index) => ({ place: index + 1, ...each })),
      );
      return { fields: ["seed", "population", "sampled"] };
    },
  });
}
