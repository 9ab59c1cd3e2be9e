import { createRoute, z } from "@hono/zod-openapi";
import { publicInterpretationSchema } from "@shifan/contract";
import { idParameters } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { refusals } from "../documentation/refusals.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { listPublicInterpretations, readPublicInterpretation } from "./view.ts";

const tag = "解释";

const listRoute = createRoute({
  method: "get",
  path: "/api/v1/public/interpretations",
  operationId: "listPublicInterpretations",
  tags: [tag],
  summary: "已发布的解释（第十七条），最近的在前，不用登录",
  responses: {
    200: { description: "解释", content: { "application/json": { schema: z.array(publicInterpretationSchema) } } },
    ...refusals(),
  },
});
const readRoute = createRoute({
  method: "get",
  path: "/api/v1/public/interpretations/{id}",
  operationId: "readPublicInterpretation",
  tags: [tag],
  summary: "一件已发布的解释，不用登录",
  request: { params: idParameters },
  responses: {
    200: { description: "解释", content: { "application/json": { schema: publicInterpretationSchema } } },
    ...refusals("unknown_record"),
  },
});

/** What everybody may read of interpretations. */
export function publicInterpretationRoutes(services: ProcedureServices) {
  const router = createRouter();
  router.openapi(listRoute, async (context) => context.json(await listPublicInterpretations(services), 200));
  router.openapi(readRoute, async (context) => {
    const interpretation = await readPublicInterpretation(services, context.req.valid("param").id);
    return interpretation === null ? problem(context, "unknown_record") : context.json(interpretation, 200);
  });
  return router;
}
