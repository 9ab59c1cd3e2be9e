import { createRoute } from "@hono/zod-openapi";
import { mattersSchema } from "@shifan/contract";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { handlersOn } from "../acts/handlers.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { refusals } from "../documentation/refusals.ts";
import { createRouter } from "../http/router.ts";
import { gatherMatters } from "./my-matters.ts";

const mattersRoute = createRoute({
  method: "get",
  path: "/api/v1/reminders/matters",
  operationId: "listMyMatters",
  tags: ["提醒"],
  summary: "我的事项：到了哪一步，接下来谁办、哪天到期，还缺哪些材料",
  description: "只有所代表单位的申报、应办事项和资格；工作人员的在 /api/v1/tasks。",
  security: sessionCookie,
  responses: {
    200: { description: "事项", content: { "application/json": { schema: mattersSchema } } },
    ...refusals("not_signed_in", "second_factor_required"),
  },
});

/** What concerns whoever acts for a unit: the portal's page of their matters. */
export function matterRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { onCall } = handlersOn(router, services.clock);

  onCall(mattersRoute, async (context, { actor }) =>
    context.json(await gatherMatters(services, actor), 200, { "cache-control": "no-store" }),
  );
  return router;
}
