import { createRoute, z } from "@hono/zod-openapi";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { handlersOn } from "../acts/handlers.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { refusals } from "../documentation/refusals.ts";
import { answerPaper, formatQuery, paperAnswer } from "../documents/answer.ts";
import type { Printer } from "../documents/printer/printer.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { describeMandateLetter } from "./mandate-letter.ts";

export type OrganizationDocumentServices = ProcedureServices & { printer: Printer; demo: boolean };

const mandateLetterRoute = createRoute({
  method: "get",
  path: "/api/v1/organizations/{id}/documents/mandate_letter",
  operationId: "printMandateLetter",
  tags: ["单位与授权"],
  summary: "打印授权书，盖章、签字后上传",
  description:
    "认领人拿到的写好单位名称、代码和自己的姓名、电话，认领还在核实时也可以打印；推荐部门拿到的经办人一栏空着，可以在窗口发放。",
  security: sessionCookie,
  request: {
    params: z.strictObject({ id: z.string().max(100).meta({ description: "单位编号" }) }),
    query: formatQuery,
  },
  responses: {
    200: paperAnswer,
    ...refusals("not_signed_in", "second_factor_required", "unknown_record", "invalid_input"),
  },
});

/** The papers that an organization needs before its first application. */
export function organizationDocumentRoutes(services: OrganizationDocumentServices) {
  const router = createRouter();
  const { onCall } = handlersOn(router, services.clock);
  onCall(mandateLetterRoute, async (context, { actor }) => {
    const described = await describeMandateLetter(services, actor, context.req.valid("param").id);
    if (described === null) return problem(context, "unknown_record");
    const { format } = context.req.valid("query");
    return answerPaper(context, services.printer, described, { format, name: described.title });
  });
  return router;
}
