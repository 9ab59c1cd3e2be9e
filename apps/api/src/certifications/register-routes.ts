import { createRoute } from "@hono/zod-openapi";
import { titleFilterSchema, titleSchema, titleStatisticsQuerySchema, titleStatisticsSchema } from "@shifan/contract";
import { listTitles } from "@shifan/db";
import { parseDate, reachableBy } from "@shifan/rules";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { handlersOn } from "../acts/handlers.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import { listingRoute } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { refusals } from "../documentation/refusals.ts";
import { listHeaders, listQuery, listRequestOf } from "../http/list.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { checkDay } from "../organizations/input.ts";
import { placeOfFunctions, titleStatistics } from "./statistics.ts";
import { describeTitles } from "./view.ts";

const tag = "资格";
const read = { tags: [tag], security: sessionCookie };
const listRoute = listingRoute({
  path: "/api/v1/certifications",
  operationId: "listCertifications",
  tag,
  summary: "看得到的资格，今天或过去哪一天的状态",
  what: "资格",
  query: listQuery(["validFrom"], titleFilterSchema),
  answer: titleSchema,
});
const statisticsRoute = createRoute({
  method: "get",
  path: "/api/v1/statistics/titles",
  operationId: "countTitles",
  summary: "资格统计：按推荐部门、类型、功能、年份，今天或过去哪一天的状态",
  ...read,
  request: { query: titleStatisticsQuerySchema },
  responses: {
    200: { description: "统计", content: { "application/json": { schema: titleStatisticsSchema } } },
    ...refusals("not_signed_in", "second_factor_required", "invalid_input"),
  },
});

/** The register of titles for those with an account: as it stands, and as it stood. */
export function titleRegisterRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { database, clock } = services;
  const { onCall } = handlersOn(router, clock);

  onCall(listRoute, async (context, { actor }) => {
    const asked = listRequestOf(context.req.valid("query"));
    if (!asked.ok) return problem(context, "invalid_input", { errors: asked.errors });
    const { sort, limit, from, after, countUpTo } = asked.list;
    const { asOf = clock.today(), ...filter } = asked.list.filter;
    const errors = [
      ...checkDay(asOf, "/filter/asOf", clock.today()),
      ...(after !== null && parseDate(after.value) === undefined
        ? [{ path: "/cursor", code: "invalid", message: "请用上一页响应头 Next-Cursor 的值" }]
        : []),
    ];
    if (errors.length > 0) return problem(context, "invalid_input", { errors });
    const { rows, total } = await listTitles(database, {
      reach: reachableBy(actor, "certifications", "read"),
      filter,
      page: {
        descending: sort.descending,
        limit,
        from,
        after: after === null ? null : { validFrom: after.value, id: after.id },
        countUpTo,
      },
      day: asOf,
      functions: placeOfFunctions(await policyInForce(services)),
    });
    const last = rows.at(-1);
    const end = last === undefined ? null : { value: last.validFrom, id: last.id };
    return context.json(
      await describeTitles(services, actor, rows, asOf),
      200,
      listHeaders("certifications", asked.list, { rows: rows.length, total, last: end }),
    );
  });
  onCall(statisticsRoute, async (context) => {
    const { asOf = clock.today() } = context.req.valid("query");
    const errors = checkDay(asOf, "/asOf", clock.today());
    if (errors.length > 0) return problem(context, "invalid_input", { errors });
    return context.json(await titleStatistics(database, await policyInForce(services), asOf), 200);
  });
  return router;
}
