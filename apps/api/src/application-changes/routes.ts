import { createRoute } from "@hono/zod-openapi";
import { applicationChangesSchema } from "@shifan/contract";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { idParameters } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { beginReading } from "../application-form/begin.ts";
import { readRefusals, rowsQuery } from "../application-form/descriptions.ts";
import { pageOf } from "../application-form/page.ts";
import { refusals } from "../documentation/refusals.ts";
import { createRouter } from "../http/router.ts";
import { readChanges } from "./view.ts";

const changesRoute = createRoute({
  method: "get",
  path: "/api/v1/applications/{id}/changes",
  operationId: "readApplicationChanges",
  tags: ["申报"],
  summary: "最近一次退回以后改了什么：逐栏、逐行、逐项材料",
  description:
    "整份重新导入的名单，按编号、内容、代码或名称认出原来的行。第三人的联系方式只对申报单位和推荐部门完整显示；推荐部门查看会留痕。",
  security: sessionCookie,
  request: { params: idParameters, query: rowsQuery },
  responses: {
    200: { description: "改动", content: { "application/json": { schema: applicationChangesSchema } } },
    ...refusals(...readRefusals),
  },
});

/** What an applicant has changed in answer to a return. */
export function applicationChangeRoutes(services: ProcedureServices) {
  const router = createRouter();
  router.openapi(changesRoute, async (context) => {
    const begun = await beginReading(services, context);
    if ("refusal" in begun) return begun.refusal;
    return context.json(await readChanges(services, begun.form, pageOf(context.req.valid("query").range)), 200);
  });
  return router;
}
