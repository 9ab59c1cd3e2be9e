import { createRoute } from "@hono/zod-openapi";
import { overviewSchema } from "@shifan/contract";
import { mayEver } from "@shifan/rules";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { handlersOn } from "../acts/handlers.ts";
import { refusals } from "../documentation/refusals.ts";
import { answerPaper, formatQuery, paperAnswer } from "../documents/answer.ts";
import { overviewPage } from "../documents/overview/overview-page.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { type PaperServices, stampedOptions } from "../papers/route.ts";
import { describeOverview } from "./overview.ts";

const words = { tags: ["工作台"], security: sessionCookie };
const readRoute = createRoute({
  method: "get",
  path: "/api/v1/overview",
  operationId: "readOverview",
  ...words,
  summary: "一页纸：批次走到哪一步，哪里逾期，接下来的日子，什么不能缩短",
  responses: {
    200: { description: "一页纸", content: { "application/json": { schema: overviewSchema } } },
    ...refusals("not_signed_in", "second_factor_required", "not_permitted"),
  },
});
const printRoute = createRoute({
  method: "get",
  path: "/api/v1/overview/document",
  operationId: "printOverview",
  ...words,
  summary: "一页纸，供打印",
  request: { query: formatQuery },
  responses: {
    200: paperAnswer,
    ...refusals("not_signed_in", "second_factor_required", "not_permitted", "invalid_input"),
  },
});

/** One page for whoever answers for the whole: as data, and to be printed. */
export function overviewRoutes(services: PaperServices) {
  const router = createRouter();
  const { onCall } = handlersOn(router, services.clock);
  const { printer } = services;

  onCall(readRoute, async (context, caller) => {
    if (!mayEver(caller.actor, "overview", "read")) return problem(context, "not_permitted");
    return context.json(await describeOverview(services, caller.actor), 200, { "cache-control": "no-store" });
  });
  onCall(printRoute, async (context, caller) => {
    if (!mayEver(caller.actor, "overview", "read")) return problem(context, "not_permitted");
    const overview = await describeOverview(services, caller.actor);
    // It belongs to no record that has versions: the day on which it was made tells one from another.
    const described = overviewPage(overview, stampedOptions(services, overview, 0));
    const { format } = context.req.valid("query");
    return answerPaper(context, printer, described, { format, name: `一页纸_${overview.asOf}` });
  });
  return router;
}
