import { createExpertSchema, editExpertSchema, expertFilterSchema, expertSchema, reasonSchema } from "@shifan/contract";
import { expertSortFields } from "@shifan/db";
import type { Context } from "hono";
import { nothing } from "../accounts/sign-in-routes.ts";
import { refuseAct } from "../acts/answer.ts";
import type { On } from "../acts/begin.ts";
import { createOnce } from "../acts/create-once.ts";
import { handlersOn } from "../acts/handlers.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { actRoutesOf, creationRoute, listingRoute, readingRoute } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { etagOf } from "../http/etag.ts";
import { listHeaders, listQuery, listRequestOf } from "../http/list.ts";
import { problem } from "../http/problem.ts";
import { createRouter, type RequestVariables } from "../http/router.ts";
import { readExpert, readExperts } from "./view.ts";
import { createExpert, editExpert, moveExpert } from "./write.ts";

const tag = "专家库";

const createExpertRoute = creationRoute({
  path: "/api/v1/experts",
  operationId: "createExpert",
  tag,
  summary: "专家入库",
  body: createExpertSchema,
  answer: expertSchema,
});
const listRoute = listingRoute({
  path: "/api/v1/experts",
  operationId: "listExperts",
  tag,
  summary: "专家库；专家只看到自己",
  what: "专家",
  query: listQuery(expertSortFields, expertFilterSchema),
  answer: expertSchema,
});
const readRoute = readingRoute({
  path: "/api/v1/experts/{id}",
  operationId: "readExpert",
  tag,
  summary: "一位专家",
  what: "专家",
  answer: expertSchema,
});
const act = actRoutesOf({ resource: "experts", record: "Expert", tag, answer: expertSchema });
const editRoute = act("edit", "修改专家的资料", editExpertSchema);
const retireRoute = act("retire", "专家退出专家库，写明原因；正在评的照常评完", reasonSchema);
const reinstateRoute = act("reinstate", "专家重新入库", nothing);

/** The pool of experts. */
export function expertRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { clock } = services;
  const { onAct, onCall } = handlersOn(router, clock);

  const answer = async (context: Context<RequestVariables>, { actor, id }: On, outcome: ActOutcome<unknown>) => {
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    const expert = await readExpert(services, actor, id);
    if (expert === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(expert.revision));
    return context.json(expert, 200);
  };

  router.openapi(createExpertRoute, async (context) => {
    const body = context.req.valid("json");
    const made = await createOnce(context, services, { purpose: "experts", body }, (transaction, actor) =>
      createExpert(services, transaction, actor, body),
    );
    if ("refusal" in made) return made.refusal;
    const expert = await readExpert(services, made.actor, made.id);
    if (expert === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(expert.revision));
    return context.json(expert, 201);
  });
  onCall(listRoute, async (context, { actor }) => {
    const request = listRequestOf(context.req.valid("query"));
    if (!request.ok) return problem(context, "invalid_input", { errors: request.errors });
    const { filter, ...page } = request.list;
    const isNoInstant = page.sort.field === "createdAt" && page.after !== null && !Date.parse(page.after.value);
    if (isNoInstant) return problem(context, "invalid_input");
    const { experts, total, last } = await readExperts(services, actor, filter, page);
    return context.json(experts, 200, listHeaders("experts", request.list, { rows: experts.length, total, last }));
  });
  onCall(readRoute, async (context, { actor }) => {
    const expert = await readExpert(services, actor, context.req.valid("param").id);
    if (expert === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(expert.revision));
    return context.json(expert, 200);
  });
  onAct(editRoute, async (context, on) =>
    answer(context, on, await editExpert(services, on, context.req.valid("json"))),
  );
  onAct(retireRoute, async (context, on) => {
    const { reason } = context.req.valid("json");
    return answer(context, on, await moveExpert(services, on, "retire", reason));
  });
  onAct(reinstateRoute, async (context, on) => answer(context, on, await moveExpert(services, on, "reinstate", null)));
  return router;
}
