import { createRoute, z } from "@hono/zod-openapi";
import { permittingGrant } from "@shifan/rules";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { handlersOn } from "../acts/handlers.ts";
import { refusals } from "../documentation/refusals.ts";
import { answerPaper, formatQuery, paperAnswer } from "../documents/answer.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { relationOfInspection, resourceOfKind } from "../inspections/subject.ts";
import { findVisibleInspection } from "../inspections/view.ts";
import { describeInspectionPaper, inspectionPapers, inspectionPaperTitles } from "./inspections.ts";
import type { PaperServices } from "./route.ts";

const paperRoute = createRoute({
  method: "get",
  path: "/api/v1/inspections/{id}/papers/{paper}",
  operationId: "printInspectionPaper",
  tags: ["检查"],
  summary: "检查表、考核通知书、结果通知书、认定通知书、检查记录（第十三条）",
  description:
    "检查表供现场填写，再录入；结果通知书写明结论、依据、表示什么和不表示什么、说明的最后一天；检查记录把结论和单位的说明放在一起。还没有的，答复 404。",
  security: sessionCookie,
  request: {
    params: z.strictObject({
      id: z.string().max(100).meta({ description: "检查编号" }),
      paper: z.enum(inspectionPapers).meta({
        description:
          "checklist 检查表，invitation 考核通知书，letter 结果通知书，finding 听取说明后的认定通知书，report 检查记录",
      }),
    }),
    query: formatQuery,
  },
  responses: {
    200: paperAnswer,
    ...refusals("not_signed_in", "second_factor_required", "not_permitted", "unknown_record", "invalid_input"),
  },
});

/** The papers of inspections, spot checks and appraisals. */
export function inspectionPaperRoutes(services: PaperServices) {
  const router = createRouter();
  const { clock, printer } = services;
  const { onCall } = handlersOn(router, clock);

  onCall(paperRoute, async (context, { actor }) => {
    const { id, paper } = context.req.valid("param");
    const found = await findVisibleInspection(services, actor, id);
    if (found === null) return problem(context, "unknown_record");
    const { row } = found;
    const relation = relationOfInspection(row);
    if (permittingGrant(actor, resourceOfKind(row.kind), "print", relation) === null) {
      return problem(context, "not_permitted");
    }
    const described = await describeInspectionPaper(services, row, paper);
    if (described === null) return problem(context, "unknown_record");
    const name = `${inspectionPaperTitles[paper]}_${row.platformName}`;
    return answerPaper(context, printer, described, { ...context.req.valid("query"), name });
  });
  return router;
}
