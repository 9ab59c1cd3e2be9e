import { createRoute, z } from "@hono/zod-openapi";
import { auditHistorySchema } from "@shifan/contract";
import { sessionCookie } from "../../accounts/sign-in-routes.ts";
import { handlersOn } from "../../acts/handlers.ts";
import { refusals } from "../../documentation/refusals.ts";
import { answerPaper, formatQuery, paperAnswer } from "../../documents/answer.ts";
import { proofPage } from "../../documents/audit/proof-page.ts";
import { problem } from "../../http/problem.ts";
import { createRouter } from "../../http/router.ts";
import { type PaperServices, stampedOptions } from "../../papers/route.ts";
import { describeProof } from "./prove.ts";
import { describeHistory, findHistory } from "./read.ts";

const params = z.strictObject({
  resource: z.string().max(60).meta({ description: "哪一类记录，如 applications" }),
  id: z.string().max(200).meta({ description: "编号" }),
});
const words = { tags: ["审计"], security: sessionCookie };

const historyRoute = createRoute({
  method: "get",
  path: "/api/v1/audit/history/{resource}/{id}",
  operationId: "readAuditHistory",
  ...words,
  summary: "一份记录的历史：每次办理前后的内容、谁、何时、依据，并逐条与指纹核对",
  request: { params },
  responses: {
    200: { description: "历史", content: { "application/json": { schema: auditHistorySchema } } },
    ...refusals("not_signed_in", "second_factor_required", "unknown_record"),
  },
});
const proofRoute = createRoute({
  method: "get",
  path: "/api/v1/audit/history/{resource}/{id}/proof",
  operationId: "printAuditProof",
  ...words,
  summary: "打印证明：一页，有这份记录的历史、检查点和核验结论",
  request: { params, query: formatQuery },
  responses: {
    200: paperAnswer,
    ...refusals("not_signed_in", "second_factor_required", "unknown_record", "invalid_input"),
  },
});

/** The history of a record, and its proof on one page. */
export function auditHistoryRoutes(services: PaperServices & { auditPublicKeys: readonly string[] }) {
  const { database, clock, printer } = services;
  const router = createRouter();
  const { onCall } = handlersOn(router, clock);

  onCall(historyRoute, async (context, { actor }) => {
    const { resource, id } = context.req.valid("param");
    const history = await findHistory(services, actor, { address: resource, id });
    if (history === null) return problem(context, "unknown_record");
    return context.json(await describeHistory(database, history), 200, { "cache-control": "private, no-store" });
  });
  onCall(proofRoute, async (context, { actor }) => {
    const { resource, id } = context.req.valid("param");
    const history = await findHistory(services, actor, { address: resource, id });
    if (history === null) return problem(context, "unknown_record");
    const proof = await describeProof(services, history);
    const described = proofPage(proof, stampedOptions(services, proof, history.entries.length));
    const { format } = context.req.valid("query");
    return answerPaper(context, printer, described, { format, name: `审计证明_${proof.recordLabel}_${clock.today()}` });
  });
  return router;
}
