import {
  organizationChangeFilterSchema,
  organizationChangeSchema,
  reasonSchema,
  reportChangeSchema,
} from "@shifan/contract";
import type { OrganizationChangeFile } from "@shifan/db";
import type { Actor } from "@shifan/rules";
import type { Context } from "hono";
import { nothing } from "../accounts/sign-in-routes.ts";
import { refuseAct } from "../acts/answer.ts";
import { createOnce } from "../acts/create-once.ts";
import { handlersOn } from "../acts/handlers.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { actRoutesOf, creationRoute, idParameters, listingRoute, readingRoute } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { etagOf } from "../http/etag.ts";
import { listQuery } from "../http/list.ts";
import { createdSort, pageHeaders, pageOf } from "../http/list-page.ts";
import { problem } from "../http/problem.ts";
import { createRouter, type RequestVariables } from "../http/router.ts";
import { acceptChange, refuseChange, reportChange } from "./acts.ts";
import { describeChange, findVisibleChange, listVisibleChanges } from "./view.ts";

const tag = "单位变更";
const act = actRoutesOf({
  resource: "organization-changes",
  record: "OrganizationChange",
  tag,
  answer: organizationChangeSchema,
});

const reportRoute = creationRoute({
  path: "/api/v1/organizations/{id}/changes",
  operationId: "reportOrganizationChange",
  tag,
  summary: "单位或推荐部门报告变更：名称、住所、法定代表人、合并、迁出、其他",
  description: "推荐部门或市工信局核实以后记录；资格不因此自动变化。",
  params: idParameters,
  body: reportChangeSchema,
  answer: organizationChangeSchema,
});
const acceptRoute = act("accept", "核实，记录在案；名称从所写的日期起用", nothing);
const refuseRoute = act("refuse", "不予记录，写明理由", reasonSchema);
const listRoute = listingRoute({
  path: "/api/v1/organization-changes",
  operationId: "listOrganizationChanges",
  tag,
  summary: "看得到的变更；按统一社会信用代码查的，是这个单位历次的变更",
  what: "变更",
  query: listQuery(createdSort, organizationChangeFilterSchema),
  answer: organizationChangeSchema,
});
const readRoute = readingRoute({
  path: "/api/v1/organization-changes/{id}",
  operationId: "readOrganizationChange",
  tag,
  summary: "一件变更",
  what: "变更",
  answer: organizationChangeSchema,
});

/** Changes of units: reported by them or their district, taken on record after a review. */
export function organizationChangeRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { database, clock } = services;
  const { onAct, onCall } = handlersOn(router, clock);

  const describe = async (context: Context<RequestVariables>, actor: Actor, change: OrganizationChangeFile) => {
    context.header("etag", etagOf(change.revision));
    return describeChange(services, actor, change);
  };
  const answer = async (
    context: Context<RequestVariables>,
    actor: Actor,
    outcome: ActOutcome<OrganizationChangeFile>,
  ) =>
    outcome.kind === "accepted"
      ? context.json(await describe(context, actor, outcome.result), 200)
      : refuseAct(context, outcome);

  router.openapi(reportRoute, async (context) => {
    const body = context.req.valid("json");
    const organizationId = context.req.param("id");
    const purpose = `changes of ${organizationId}`;
    const made = await createOnce(context, services, { purpose, body }, (transaction, actor) =>
      reportChange(services, transaction, actor, organizationId, body),
    );
    if ("refusal" in made) return made.refusal;
    const change = await findVisibleChange(database, made.actor, made.id);
    if (change === null) return problem(context, "unknown_record");
    return context.json(await describe(context, made.actor, change), 201);
  });
  onAct(acceptRoute, async (context, on) => answer(context, on.actor, await acceptChange(services, on)));
  onAct(refuseRoute, async (context, on) =>
    answer(context, on.actor, await refuseChange(services, on, context.req.valid("json").reason)),
  );
  onCall(listRoute, async (context, { actor }) => {
    const asked = pageOf(context.req.valid("query"));
    if (!asked.ok) return problem(context, "invalid_input", { errors: asked.errors });
    const { filter } = asked.list;
    const { changes, total, last } = await listVisibleChanges(services, actor, filter, asked.page);
    const rows = changes.length;
    return context.json(changes, 200, pageHeaders("organization-changes", asked.list, { rows, total, last }));
  });
  onCall(readRoute, async (context, { actor }) => {
    const change = await findVisibleChange(database, actor, context.req.valid("param").id);
    if (change === null) return problem(context, "unknown_record");
    return context.json(await describe(context, actor, change), 200);
  });
  return router;
}
