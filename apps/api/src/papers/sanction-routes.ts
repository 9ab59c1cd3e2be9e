import { createRoute, z } from "@hono/zod-openapi";
import { permittingGrant, publicActor } from "@shifan/rules";
import type { MiddlewareHandler } from "hono";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { handlersOn } from "../acts/handlers.ts";
import { idParameters } from "../acts/routes.ts";
import { refusals } from "../documentation/refusals.ts";
import { answerPaper, formatQuery, paperAnswer } from "../documents/answer.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { findVisibleInterpretation } from "../interpretations/view.ts";
import { limitByAddress } from "../receipts/filing.ts";
import { relationOfSanction } from "../sanctions/subject.ts";
import { findVisibleSanction } from "../sanctions/view.ts";
import { describeInterpretationPaper } from "./interpretation.ts";
import { type PaperServices, paperRoute } from "./route.ts";
import { describeSanctionPaper, sanctionLetters, sanctionLetterTitles } from "./sanctions.ts";

/** How many papers an address without an account may have printed in a minute: printing costs far more than reading. */
const printsPerMinute = 10;

const sanctionRoute = createRoute({
  method: "get",
  path: "/api/v1/sanctions/{id}/letters/{letter}",
  operationId: "printSanctionLetter",
  tags: ["取消和撤销"],
  summary: "事先告知书、决定书、送达回证、撤回决定书",
  description:
    "每份写明条款、后果、表示什么和不表示什么；取消的写明没有不得再次申报的年限。给市工信局、所在推荐部门和被告知的单位。还没有到那一步，答复 404。",
  security: sessionCookie,
  request: {
    params: z.strictObject({
      id: z.string().max(100).meta({ description: "取消或撤销的编号" }),
      letter: z.enum(sanctionLetters).meta({ description: sanctionLetters.join("、") }),
    }),
    query: formatQuery,
  },
  responses: {
    200: paperAnswer,
    ...refusals("not_signed_in", "second_factor_required", "not_permitted", "unknown_record", "invalid_input"),
  },
});
const interpretationRoute = paperRoute({
  path: "/api/v1/interpretations/{id}/document",
  operationId: "printInterpretation",
  tags: ["解释"],
  summary: "解释，成文打印；草稿供审签",
  description: "看得到这件解释的人都可以打印。",
});
const publicInterpretationRoute = (limit: MiddlewareHandler) =>
  createRoute({
    method: "get",
    path: "/api/v1/public/interpretations/{id}/document",
    operationId: "printPublicInterpretation",
    tags: ["解释"],
    summary: "已发布的解释，成文打印，不用登录",
    middleware: [limit] as const,
    request: { params: idParameters, query: formatQuery },
    responses: { 200: paperAnswer, ...refusals("unknown_record", "invalid_input", "rate_limited") },
  });

/** Papers of sanctions and interpretations. */
export function sanctionPaperRoutes(services: PaperServices & { trustedProxies: number }) {
  const router = createRouter();
  const { database, clock, printer } = services;
  const { onCall } = handlersOn(router, clock);

  onCall(sanctionRoute, async (context, { actor }) => {
    const { id, letter } = context.req.valid("param");
    const sanction = await findVisibleSanction(database, actor, id);
    if (sanction === null) return problem(context, "unknown_record");
    const relation = relationOfSanction(sanction);
    if (permittingGrant(actor, "sanctions", "print", relation) === null) return problem(context, "not_permitted");
    const described = await describeSanctionPaper(services, sanction, letter);
    if (described === null) return problem(context, "unknown_record");
    const { format } = context.req.valid("query");
    return answerPaper(context, printer, described, { format, name: sanctionLetterTitles[letter] });
  });
  onCall(interpretationRoute, async (context, { actor }) => {
    const row = await findVisibleInterpretation(database, actor, context.req.valid("param").id);
    if (row === null) return problem(context, "unknown_record");
    const described = await describeInterpretationPaper(services, row);
    return answerPaper(context, printer, described, { ...context.req.valid("query"), name: "解释" });
  });
  router.openapi(publicInterpretationRoute(limitByAddress(services, printsPerMinute)), async (context) => {
    const row = await findVisibleInterpretation(database, publicActor, context.req.valid("param").id);
    if (row === null) return problem(context, "unknown_record");
    const described = await describeInterpretationPaper(services, row);
    return answerPaper(context, printer, described, { ...context.req.valid("query"), name: "解释" });
  });
  return router;
}
