import { createRoute } from "@hono/zod-openapi";
import {
  assessOperationSchema,
  callSheetSchema,
  drawSampleSchema,
  recordAnswerSchema,
  replaceSampledSchema,
  surveySchema,
} from "@shifan/contract";
import type { ApplicationRow } from "@shifan/db";
import type { Context } from "hono";
import { nothing, sessionCookie } from "../accounts/sign-in-routes.ts";
import { refuseAct } from "../acts/answer.ts";
import { beginAct, type On, requireActor } from "../acts/begin.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { actRoutesOf, idParameters, readingRoute } from "../acts/routes.ts";
import { refusals } from "../documentation/refusals.ts";
import { etagOf } from "../http/etag.ts";
import { problem } from "../http/problem.ts";
import { createRouter, type RequestVariables } from "../http/router.ts";
import { recordAnswer } from "./answer.ts";
import { assessOperation, completeSurvey } from "./assess.ts";
import { drawSample } from "./draw.ts";
import { replaceSampled } from "./replace.ts";
import type { SurveyServices } from "./services.ts";
import { readCallSheet, readSurvey } from "./view.ts";

const tag = "测评";
const act = actRoutesOf({ resource: "applications", record: "", tag, answer: surveySchema });

const drawRoute = act("draw-sample", "从服务名单里随机抽样（第十条），只抽一次", drawSampleSchema);
const answerRoute = act("record-answer", "记录或改正一家的答复", recordAnswerSchema);
const replaceRoute = act("replace-sampled", "问不到的，写明理由后换抽出的下一家", replaceSampledSchema);
const assessRoute = act("assess-operation", "写运营情况、服务业绩和对条件的意见", assessOperationSchema);
const completeRoute = act("complete-survey", "测评完成", nothing);

const readRoute = createRoute({
  method: "get",
  path: "/api/v1/applications/{id}/survey",
  operationId: "readSurvey",
  tags: [tag],
  summary: "一件申报的测评：抽样、答复、进度、满意度；申报单位看不到",
  description: "ETag 是申报的版本，办测评的各步时放在 If-Match 里。",
  security: sessionCookie,
  request: { params: idParameters },
  responses: {
    200: { description: "测评", content: { "application/json": { schema: surveySchema } } },
    ...refusals("not_signed_in", "second_factor_required", "unknown_record"),
  },
});
const callSheetRoute = readingRoute({
  path: "/api/v1/applications/{id}/survey/call-sheet",
  operationId: "readCallSheet",
  tag,
  summary: "联系单：抽中、还没有答的企业和名单上的联系人",
  what: "联系单",
  answer: callSheetSchema,
});

/** The district's survey of an application. */
export function surveyRoutes(services: SurveyServices) {
  const router = createRouter();
  const { clock } = services;

  const answer = async (context: Context<RequestVariables>, on: On, outcome: ActOutcome<ApplicationRow>) => {
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    const survey = await readSurvey(services, on.actor, on.id);
    if (survey === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(survey.revision));
    return context.json(survey, 200);
  };

  router.openapi(drawRoute, async (context) => {
    const begun = await beginAct(context, clock);
    if ("refusal" in begun) return begun.refusal;
    return answer(context, begun.on, await drawSample(services, begun.on, context.req.valid("json")));
  });
  router.openapi(answerRoute, async (context) => {
    const begun = await beginAct(context, clock);
    if ("refusal" in begun) return begun.refusal;
    return answer(context, begun.on, await recordAnswer(services, begun.on, context.req.valid("json")));
  });
  router.openapi(replaceRoute, async (context) => {
    const begun = await beginAct(context, clock);
    if ("refusal" in begun) return begun.refusal;
    return answer(context, begun.on, await replaceSampled(services, begun.on, context.req.valid("json")));
  });
  router.openapi(assessRoute, async (context) => {
    const begun = await beginAct(context, clock);
    if ("refusal" in begun) return begun.refusal;
    return answer(context, begun.on, await assessOperation(services, begun.on, context.req.valid("json")));
  });
  router.openapi(completeRoute, async (context) => {
    const begun = await beginAct(context, clock);
    if ("refusal" in begun) return begun.refusal;
    return answer(context, begun.on, await completeSurvey(services, begun.on));
  });
  router.openapi(readRoute, async (context) => {
    const caller = await requireActor(context, clock);
    if ("refusal" in caller) return caller.refusal;
    const survey = await readSurvey(services, caller.actor, context.req.valid("param").id);
    if (survey === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(survey.revision));
    return context.json(survey, 200);
  });
  router.openapi(callSheetRoute, async (context) => {
    const caller = await requireActor(context, clock);
    if ("refusal" in caller) return caller.refusal;
    const sheet = await readCallSheet(services, caller.actor, context.req.valid("param").id);
    return sheet === null ? problem(context, "unknown_record") : context.json(sheet, 200);
  });
  return router;
}
