import type { ReplaceSampled } from "@shifan/contract";
import { type ApplicationRow, insertSampled, updateSampled } from "@shifan/db";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { actOnSurvey } from "./act.ts";
import { inDrawnOrder } from "./draw.ts";
import type { SurveyStanding } from "./standing.ts";

/** Whoever has answered is not exchanged for somebody who may answer better. */
function checkPlace(place: number, { sampled }: SurveyStanding): InputErrors {
  const message = {
    unknown: "没有抽到这一家",
    answered: "这一家已经答完，不能替换；写错的可以改正",
    replaced: "这一家已经替换过",
    drawn: null,
  }[sampled.find((each) => each.place === place)?.state ?? "unknown"];
  return message === null ? [] : [{ path: "/place", code: "not_replaceable", message }];
}

/** Puts the next enterprise of the drawn order in the place of one that cannot be asked, with the reason (附件1). */
export function replaceSampled(
  services: ProcedureServices,
  on: On,
  { place, reason }: ReplaceSampled,
): Promise<ActOutcome<ApplicationRow>> {
  return actOnSurvey(services, on, {
    act: "replace-sampled",
    ground: reason,
    check: (standing) => checkPlace(place, standing),
    write: async (transaction, { id }, { standing: { survey, population, sampled } }) => {
      const next = inDrawnOrder(survey?.seed ?? "", population)[sampled.length];
      if (next === undefined) throw new Error("an enterprise is replaced though none is left");
      await updateSampled(transaction, id, place, { state: "replaced", replacedReason: reason });
      await insertSampled(transaction, id, { place: sampled.length + 1, ...next });
      return { fields: [`sampled.${place}.state`, `sampled.${sampled.length + 1}`] };
    },
  });
}
