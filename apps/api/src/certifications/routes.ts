import {
  correctTitleSchema,
  importTitlesSchema,
  reasonSchema,
  recommendToProvinceSchema,
  recordProvinceResultSchema,
  titleSchema,
  titlesImportedSchema,
} from "@shifan/contract";
import { type CertificationFile, findCertification } from "@shifan/db";
import type { Context } from "hono";
import { nothing } from "../accounts/sign-in-routes.ts";
import { refuseAct } from "../acts/answer.ts";
import type { On } from "../acts/begin.ts";
import { createOnce } from "../acts/create-once.ts";
import { handlersOn } from "../acts/handlers.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { actRoutesOf, creationRoute, readingRoute } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { etagOf } from "../http/etag.ts";
import { problem } from "../http/problem.ts";
import { createRouter, type RequestVariables } from "../http/router.ts";
import { confirmTitle } from "./confirm.ts";
import { confirmCorrection, correctTitle, dropCorrection } from "./correct.ts";
import { discardTitle } from "./discard.ts";
import { importTitles } from "./import.ts";
import { recommendToProvince, recordProvinceResult } from "./province.ts";
import { titleRegisterRoutes } from "./register-routes.ts";
import { titlesSpreadsheetRoutes } from "./spreadsheet/routes.ts";
import { describeTitle, maySeeTitle } from "./view.ts";

const tag = "资格";
const importRoute = creationRoute({
  path: "/api/v1/certifications/import",
  operationId: "importTitles",
  tag,
  summary: "补录已有的资格；另一位工作人员确认后才有效力",
  description: "一条有问题，全部不录。",
  body: importTitlesSchema,
  answer: titlesImportedSchema,
});
const act = actRoutesOf({ resource: "certifications", record: "Certification", tag, answer: titleSchema });
const confirmRoute = act("confirm", "确认补录的资格，不能是录入的人", nothing);
const refuseRoute = act("refuse", "对不上的补录不予确认，写明理由；录入的人自己撤回", reasonSchema);
const withdrawRoute = act("withdraw", "录入的人在确认之前撤回补录，写明理由；可以重新录入", reasonSchema);
const correctRoute = act(
  "correct",
  "补录的资格有录错的，提出更正，另一位工作人员确认以后才改",
  correctTitleSchema,
  "更正前的内容留在历史里。推荐部门不在这里更正。有效期改了的，应办事项按改后的日期重新核对，已办的不变。",
);
const confirmCorrectionRoute = act("confirm-correction", "对着纸质文件确认更正，不能是提出的人", nothing);
const dropCorrectionRoute = act("drop-correction", "不作更正，写明理由；资格照原来的", reasonSchema);
const recommendRoute = act("recommend-to-province", "择优向省推荐（第十五条），一年一次", recommendToProvinceSchema);
const resultRoute = act("record-province-result", "记录向省推荐的结果", recordProvinceResultSchema);
const readRoute = readingRoute({
  path: "/api/v1/certifications/{id}",
  operationId: "readCertification",
  tag,
  summary: "一项资格",
  what: "资格",
  answer: titleSchema,
});

/** Titles: entered from papers by one officer, confirmed by another; put forward to the province. */
export function certificationRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { database, clock } = services;
  const { onAct, onCall } = handlersOn(router, clock);
  router.route("/", titlesSpreadsheetRoutes(services));
  router.route("/", titleRegisterRoutes(services));

  const answer = async (context: Context<RequestVariables>, { actor }: On, outcome: ActOutcome<CertificationFile>) => {
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    context.header("etag", etagOf(outcome.revision));
    return context.json(await describeTitle(services, actor, outcome.result), 200);
  };

  router.openapi(importRoute, async (context) => {
    const body = context.req.valid("json");
    const made = await createOnce(context, services, { purpose: "certifications", body }, (transaction, actor) =>
      importTitles(services, transaction, actor, body.titles),
    );
    if ("refusal" in made) return made.refusal;
    return context.json({ ids: made.id.split(",") }, 201);
  });
  onAct(confirmRoute, async (context, on) => answer(context, on, await confirmTitle(services, on)));
  for (const [route, name] of [
    [refuseRoute, "refuse"],
    [withdrawRoute, "withdraw"],
  ] as const) {
    onAct(route, async (context, on) => {
      const { reason } = context.req.valid("json");
      return answer(context, on, await discardTitle(services, on, { act: name, reason }));
    });
  }
  onAct(correctRoute, async (context, on) =>
    answer(context, on, await correctTitle(services, on, context.req.valid("json"))),
  );
  onAct(confirmCorrectionRoute, async (context, on) => answer(context, on, await confirmCorrection(services, on)));
  onAct(dropCorrectionRoute, async (context, on) =>
    answer(context, on, await dropCorrection(services, on, context.req.valid("json").reason)),
  );
  onAct(recommendRoute, async (context, on) =>
    answer(context, on, await recommendToProvince(services, on, context.req.valid("json"))),
  );
  onAct(resultRoute, async (context, on) =>
    answer(context, on, await recordProvinceResult(services, on, context.req.valid("json"))),
  );
  onCall(readRoute, async (context, { actor }) => {
    const title = await findCertification(database, context.req.valid("param").id);
    if (title === null || !maySeeTitle(actor, title)) return problem(context, "unknown_record");
    context.header("etag", etagOf(title.revision));
    return context.json(await describeTitle(services, actor, title), 200);
  });
  return router;
}
