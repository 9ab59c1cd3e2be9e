import { createRoute, z } from "@hono/zod-openapi";
import { findChatSession } from "@shifan/db";
import { type DialogState, reportOfDialog } from "@shifan/dialog";
import { refusals } from "../documentation/refusals.ts";
import { answerPaper, formatQuery, paperAnswer } from "../documents/answer.ts";
import { stampOf } from "../documents/description/stamp.ts";
import { programmeName } from "../documents/papers/paper.ts";
import type { Printer } from "../documents/printer/printer.ts";
import { selfCheckReport } from "../documents/self-check/self-check-report.ts";
import { readBearer } from "../http/bearer.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { contextOf } from "./context.ts";
import { holderOfToken } from "./holder.ts";
import { sessionToken } from "./routes.ts";
import type { ChatServices } from "./services.ts";

const reportRoute = createRoute({
  method: "get",
  path: "/api/v1/chat/sessions/{id}/report",
  operationId: "printChatReport",
  tags: ["自查对话"],
  summary: "把现在的结果打印成自查报告",
  description: "结论、逐条情况、材料、下一步、口径、办法是否现行有效。没有答的写成待补充；不是审核决定，也不承诺认定。",
  security: sessionToken,
  request: {
    params: z.strictObject({ id: z.string().meta({ description: "开始时得到的编号" }) }),
    query: formatQuery,
  },
  responses: { 200: paperAnswer, ...refusals("unauthorized", "unknown_session", "invalid_input", "unavailable") },
});

/** The report of a self-check, for whoever holds its token. */
export function chatReportRoutes(services: ChatServices & { printer: Printer; demo: boolean }) {
  const router = createRouter();
  router.openapi(reportRoute, async (context) => {
    const token = readBearer(context);
    if (token === null) return problem(context, "unauthorized");
    const found = await findChatSession(services.database, context.req.valid("param").id, null);
    if (found === null) return problem(context, "unknown_session");
    if (!holderOfToken(token)(found.session)) return problem(context, "unauthorized");
    const held = await contextOf(services, found.session);
    if (held === null) return problem(context, "unavailable");
    const { assessment, report } = reportOfDialog(found.session.state as DialogState, held);
    const described = selfCheckReport(
      {
        programme: { name: programmeName(held.policy.document), roundYear: held.round?.year ?? null },
        organization: "",
        report,
        asOf: assessment.asOf,
      },
      {
        stamp: stampOf(assessment, found.session.revision),
        demonstration: services.demo,
        madeOn: services.clock.today(),
      },
    );
    const { format } = context.req.valid("query");
    return answerPaper(context, services.printer, described, { format, name: "自查报告" });
  });
  return router;
}
