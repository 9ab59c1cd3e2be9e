import { createRoute, z } from "@hono/zod-openapi";
import { renameQuerySchema, savedQueryListSchema, savedQuerySchema, saveQuerySchema } from "@shifan/contract";
import type { SavedQueryRow } from "@shifan/db";
import type { Context } from "hono";
import { nothing, sessionCookie } from "../accounts/sign-in-routes.ts";
import { refuseAct } from "../acts/answer.ts";
import { createOnce } from "../acts/create-once.ts";
import { handlersOn } from "../acts/handlers.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { actRoutesOf, creationRoute, readingRoute } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { refusals } from "../documentation/refusals.ts";
import { etagOf } from "../http/etag.ts";
import { problem } from "../http/problem.ts";
import { createRouter, type RequestVariables } from "../http/router.ts";
import { describeSavedQuery, findOwnQuery, listOwnQueries, removeQuery, renameQuery, saveQuery } from "./service.ts";

const tag = "工作台";
const act = actRoutesOf({ resource: "saved-queries", record: "Query", tag, answer: savedQuerySchema });

const listRoute = createRoute({
  method: "get",
  path: "/api/v1/saved-queries",
  operationId: "listSavedQueries",
  tags: [tag],
  summary: "自己保存的查询，按保存的先后",
  security: sessionCookie,
  request: { query: savedQueryListSchema },
  responses: {
    200: { description: "保存的查询", content: { "application/json": { schema: z.array(savedQuerySchema) } } },
    ...refusals("not_signed_in", "second_factor_required", "not_permitted", "invalid_input"),
  },
});
const readRoute = readingRoute({
  path: "/api/v1/saved-queries/{id}",
  operationId: "readSavedQuery",
  tag,
  summary: "自己保存的一个查询",
  what: "保存的查询",
  answer: savedQuerySchema,
});
const saveRoute = creationRoute({
  path: "/api/v1/saved-queries",
  operationId: "saveQuery",
  tag,
  summary: "保存一个列表现在的筛选和排序，起个名称",
  description: "只有自己看得到。每个列表最多20个，同一列表里不能重名。",
  body: saveQuerySchema,
  answer: savedQuerySchema,
});
const renameRoute = act("rename", "改一个名称", renameQuerySchema);
const removeRoute = act("remove", "删除保存的查询", nothing);

/** Queries that people in office save for themselves, for any list. */
export function savedQueryRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { onAct, onCall } = handlersOn(router, services.clock);

  const answer = (context: Context<RequestVariables>, outcome: ActOutcome<SavedQueryRow>) => {
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    context.header("etag", etagOf(outcome.revision));
    return context.json(describeSavedQuery(outcome.result), 200);
  };

  onCall(listRoute, async (context, { actor }) => {
    const { list = null } = context.req.valid("query");
    const own = await listOwnQueries(services, actor, list);
    return own === null ? problem(context, "not_permitted") : context.json(own, 200, { "cache-control": "no-store" });
  });
  onCall(readRoute, async (context, { actor }) => {
    const query = await findOwnQuery(services, actor, context.req.valid("param").id);
    if (query === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(query.revision));
    return context.json(query, 200);
  });
  router.openapi(saveRoute, async (context) => {
    const body = context.req.valid("json");
    const made = await createOnce(context, services, { purpose: "saved-queries", body }, (transaction, actor) =>
      saveQuery(services, transaction, actor, body),
    );
    if ("refusal" in made) return made.refusal;
    const query = await findOwnQuery(services, made.actor, made.id);
    if (query === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(query.revision));
    return context.json(query, 201);
  });
  onAct(renameRoute, async (context, on) =>
    answer(context, await renameQuery(services, on, context.req.valid("json").name)),
  );
  onAct(removeRoute, async (context, on) => answer(context, await removeQuery(services, on)));
  return router;
}
