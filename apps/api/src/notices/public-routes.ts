import { createRoute, z } from "@hono/zod-openapi";
import { publicNoticeSchema, publicNoticeSummarySchema } from "@shifan/contract";
import { idParameters } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { refusals } from "../documentation/refusals.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { listPublicNotices, readPublicNotice } from "./view.ts";

const tag = "公示和公告";

const listRoute = createRoute({
  method: "get",
  path: "/api/v1/public/notices",
  operationId: "listPublicNotices",
  tags: [tag],
  summary: "公示和公告，最近的在前，不用登录",
  responses: {
    200: {
      description: "公示和公告",
      content: { "application/json": { schema: z.array(publicNoticeSummarySchema) } },
    },
    ...refusals(),
  },
});
const readRoute = createRoute({
  method: "get",
  path: "/api/v1/public/notices/{id}",
  operationId: "readPublicNotice",
  tags: [tag],
  summary: "一个公示或公告，附名单（只有名称、类型、推荐部门），不用登录",
  request: { params: idParameters },
  responses: {
    200: { description: "公示或公告", content: { "application/json": { schema: publicNoticeSchema } } },
    ...refusals("unknown_record"),
  },
});

/** What everybody may read of notices. */
export function publicNoticeRoutes(services: ProcedureServices) {
  const router = createRouter();
  router.openapi(listRoute, async (context) => context.json(await listPublicNotices(services), 200));
  router.openapi(readRoute, async (context) => {
    const notice = await readPublicNotice(services, context.req.valid("param").id);
    return notice === null ? problem(context, "unknown_record") : context.json(notice, 200);
  });
  return router;
}
