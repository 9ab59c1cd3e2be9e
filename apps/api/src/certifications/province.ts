import type { RecommendToProvince, RecordProvinceResult } from "@shifan/contract";
import {
  type CertificationFile,
  type Database,
  findCertification,
  insertProvincialRecommendation,
  recordProvincialResult,
} from "@shifan/db";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import { performAct } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { checkDay } from "../organizations/input.ts";
import { certificationContext, certificationSubject } from "./subject.ts";

type Outcome = Promise<ActOutcome<CertificationFile>>;

const yearOf = (day: string) => Number(day.slice(0, 4));

/** The title as it stands after its recommendations were written. */
async function reread(transaction: Database, id: string): Promise<CertificationFile> {
  const title = await findCertification(transaction, id);
  if (title === null) throw new Error(`the title ${id} is missing right after it was written`);
  return title;
}

/** Puts a title forward to the province (第十五条), once a year; it has to be in force on the day of the document. No platform has a right to it. */
export function recommendToProvince(
  services: ProcedureServices,
  on: On,
  { recommendedOn, documentNumber }: RecommendToProvince,
): Outcome {
  const { clock } = services;
  return performAct(
    services.database,
    certificationSubject(services),
    { ...on, act: "recommend-to-province", ground: documentNumber, at: clock.now() },
    {
      check: async (_, title) => [
        ...checkDay(recommendedOn, "/recommendedOn", clock.today()),
        ...checkOnce(title, recommendedOn),
      ],
      context: async (_, title) => certificationContext(title, on.actor.userId, recommendedOn),
      write: async (transaction, { id }) => {
        const recommendation = { certificationId: id, year: yearOf(recommendedOn), recommendedOn, documentNumber };
        await insertProvincialRecommendation(transaction, recommendation);
        const row = await reread(transaction, id);
        return { row, result: row, fields: ["recommendations"] };
      },
    },
  );
}

function checkOnce({ recommendations }: CertificationFile, recommendedOn: string): InputErrors {
  const year = yearOf(recommendedOn);
  if (!recommendations.some((each) => each.year === year)) return [];
  return [{ path: "/recommendedOn", code: "on_record", message: `这项资格${year}年已经推荐过` }];
}

/** Records what came of a recommendation; the title may have ended meanwhile. */
export function recordProvinceResult(
  services: ProcedureServices,
  on: On,
  { year, result, resultOn, source }: RecordProvinceResult,
): Outcome {
  const { clock } = services;
  return performAct(
    services.database,
    certificationSubject(services),
    { ...on, act: "record-province-result", ground: source, at: clock.now() },
    {
      check: async (_, { recommendations }) => {
        const open = recommendations.find((each) => each.year === year && each.result === null);
        if (open === undefined) {
          return [{ path: "/year", code: "not_recommended", message: `${year}年没有推荐过，或结果已经记录` }];
        }
        const message = "结果的日期不能早于推荐的日期";
        return resultOn < open.recommendedOn
          ? [{ path: "/resultOn", code: "order", message }]
          : checkDay(resultOn, "/resultOn", clock.today());
      },
      context: async (_, title) => certificationContext(title, on.actor.userId, clock.today()),
      write: async (transaction, { id }) => {
        await recordProvincialResult(transaction, {
          certificationId: id,
          year,
          result,
          resultOn,
          resultSource: source,
        });
        const row = await reread(transaction, id);
        return { row, result: row, fields: ["recommendations"] };
      },
    },
  );
}
