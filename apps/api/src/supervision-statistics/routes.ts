import { createRoute } from "@hono/zod-openapi";
import { supervisionStatisticsQuerySchema, supervisionStatisticsSchema } from "@shifan/contract";
import { mayEver } from "@shifan/rules";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { handlersOn } from "../acts/handlers.ts";
import { refusals } from "../documentation/refusals.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import type { ObligationServices } from "../obligations/subject.ts";
import { supervisionStatistics } from "./statistics.ts";

const route = createRoute({
  method: "get",
  path: "/api/v1/statistics/supervision",
  operationId: "countSupervision",
  tags: ["应办事项"],
  summary: "检查、总结、报送统计：一个半年里到期的，按区县（市）、开发区；四个季度里到期的资格",
  security: sessionCookie,
  request: { query: supervisionStatisticsQuerySchema },
  responses: {
    200: { description: "统计", content: { "application/json": { schema: supervisionStatisticsSchema } } },
    ...refusals("not_signed_in", "second_factor_required", "not_permitted", "invalid_input"),
  },
});

/** How the districts keep what the law asks of them after the title. */
export function supervisionStatisticsRoutes(services: ObligationServices) {
  const router = createRouter();
  const { onCall } = handlersOn(router, services.clock);

  onCall(route, async (context, caller) => {
    if (!mayEver(caller.actor, "supervision_statistics", "read")) return problem(context, "not_permitted");
    const { period } = context.req.valid("query");
    return context.json(await supervisionStatistics(services, caller.actor, period), 200);
  });
  return router;
}
