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
import type { On } from "../acts/begin.ts";
import { handlersOn } from "../acts/handlers.ts";
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
  const { onAct, onCall } = handlersOn(router, clock);

  const answer = async (context: Context<RequestVariables>, on: On, outcome: ActOutcome<ApplicationRow>) => {
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    const survey = await readSurvey(services, on.actor, on.id);
    if (survey === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(survey.revision));
    return context.json(survey, 200);
  };

  onAct(drawRoute, async (context, on) =>
    answer(context, on, await drawSample(services, on, context.req.valid("json"))),
  );
  onAct(answerRoute, async (context, on) =>
    answer(context, on, await recordAnswer(services, on, context.req.valid("json"))),
  );
  onAct(replaceRoute, async (context, on) =>
    answer(context, on, await replaceSampled(services, on, context.req.valid("json"))),
  );
  onAct(assessRoute, async (context, on) =>
    answer(context, on, await assessOperation(services, on, context.req.valid("json"))),
  );
  onAct(completeRoute, async (context, on) => answer(context, on, await completeSurvey(services, on)));
  onCall(readRoute, async (context, { actor }) => {
    const survey = await readSurvey(services, actor, context.req.valid("param").id);
    if (survey === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(survey.revision));
    return context.json(survey, 200);
  });
  onCall(callSheetRoute, async (context, { actor }) => {
    const sheet = await readCallSheet(services, actor, context.req.valid("param").id);
    return sheet === null ? problem(context, "unknown_record") : context.json(sheet, 200);
  });
  return router;
}
