import { createRoute } from "@hono/zod-openapi";
import { tasksSchema } from "@shifan/contract";
import { mayEver } from "@shifan/rules";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { handlersOn } from "../acts/handlers.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { refusals } from "../documentation/refusals.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { gatherTasks } from "./tasks.ts";

const tasksRoute = createRoute({
  method: "get",
  path: "/api/v1/tasks",
  operationId: "listTasks",
  tags: ["工作台"],
  summary: "今天要办的事和接下来的事，按最后一天排",
  description: "只数看得到、办得了的；每件事带着去办它的地方：一条记录，或者一个列表和它的 filter。",
  security: sessionCookie,
  responses: {
    200: { description: "要办的事", content: { "application/json": { schema: tasksSchema } } },
    ...refusals("not_signed_in", "second_factor_required", "not_permitted"),
  },
});

/** What waits for whoever is in office: the first screen of the console. */
export function taskRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { onCall } = handlersOn(router, services.clock);

  onCall(tasksRoute, async (context, caller) => {
    if (!mayEver(caller.actor, "tasks", "read")) return problem(context, "not_permitted");
    return context.json(await gatherTasks(services, caller), 200, { "cache-control": "no-store" });
  });
  return router;
}
