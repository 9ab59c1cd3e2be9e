import { createRoute, z } from "@hono/zod-openapi";
import { type Actor, permittingGrant } from "@shifan/rules";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { handlersOn } from "../acts/handlers.ts";
import { relationOfApplication } from "../applications/subject.ts";
import { findVisibleApplication } from "../applications/view.ts";
import { refusals } from "../documentation/refusals.ts";
import { answerPaper, formatQuery, paperAnswer } from "../documents/answer.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { actOfLetter, applicationLetters, describeLetter, letterTitles } from "./letters.ts";
import { type PaperServices, paperRoute } from "./route.ts";
import { describeSelfCheck } from "./self-check.ts";

const letterRoute = createRoute({
  method: "get",
  path: "/api/v1/applications/{id}/letters/{letter}",
  operationId: "printApplicationLetter",
  tags: ["申报"],
  summary: "补正退回通知书、不予推荐通知书、未入选通知书、不予认定通知书",
  description:
    "每份写明决定、依据、理由、表示什么和不表示什么、提出意见的最后一天。补正退回和不予推荐由推荐部门发，未入选和不予认定由市工信局发；申报单位只看得到自己的。没有作出这样的决定，答复 404。",
  security: sessionCookie,
  request: {
    params: z.strictObject({
      id: z.string().max(100).meta({ description: "申报编号" }),
      letter: z.enum(applicationLetters).meta({ description: applicationLetters.join("、") }),
    }),
    query: formatQuery,
  },
  responses: {
    200: paperAnswer,
    ...refusals("not_signed_in", "second_factor_required", "not_permitted", "unknown_record", "invalid_input"),
  },
});

const selfCheckRoute = paperRoute({
  path: "/api/v1/applications/{id}/self-check-report",
  operationId: "printApplicationSelfCheck",
  tags: ["申报"],
  summary: "按申请表现在的内容核对条件，打印自查报告",
  description: "不是审核决定，也不承诺认定。给申报单位和所在推荐部门。",
});

/** The letters to an applicant, and its own report. */
export function letterRoutes(services: PaperServices) {
  const router = createRouter();
  const { clock, printer } = services;
  const { onCall } = handlersOn(router, clock);
  const find = async (actor: Actor, id: string, act: string) => {
    const application = await findVisibleApplication(services, actor, id);
    if (application === null) return "unknown_record";
    const grant = permittingGrant(actor, "applications", act, relationOfApplication(application));
    return grant === null ? "not_permitted" : application;
  };

  onCall(letterRoute, async (context, { actor }) => {
    const { id, letter } = context.req.valid("param");
    const application = await find(actor, id, actOfLetter(letter));
    if (typeof application === "string") return problem(context, application);
    const described = await describeLetter(services, application, letter);
    if (described === null) return problem(context, "unknown_record");
    const { format } = context.req.valid("query");
    return answerPaper(context, printer, described, { format, name: letterTitles[letter] });
  });
  onCall(selfCheckRoute, async (context, { actor }) => {
    const application = await find(actor, context.req.valid("param").id, "print");
    if (typeof application === "string") return problem(context, application);
    const described = await describeSelfCheck(services, application);
    const { format } = context.req.valid("query");
    return answerPaper(context, printer, described, { format, name: `自查报告_第${application.dataVersion}版` });
  });
  return router;
}
