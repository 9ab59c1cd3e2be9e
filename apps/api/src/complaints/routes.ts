import { createRoute } from "@hono/zod-openapi";
import {
  complainantSchema,
  complaintFilterSchema,
  complaintSchema,
  reasonSchema,
  registerComplaintSchema,
  replyComplaintSchema,
} from "@shifan/contract";
import type { ComplaintRow } from "@shifan/db";
import type { Actor } from "@shifan/rules";
import type { Context } from "hono";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { refuseAct } from "../acts/answer.ts";
import { createOnce } from "../acts/create-once.ts";
import { handlersOn } from "../acts/handlers.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { actRoutesOf, creationRoute, idParameters, listingRoute, readingRoute } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { refusals } from "../documentation/refusals.ts";
import { etagOf } from "../http/etag.ts";
import { listQuery } from "../http/list.ts";
import { createdSort, pageHeaders, pageOf } from "../http/list-page.ts";
import { problem } from "../http/problem.ts";
import { createRouter, type RequestVariables } from "../http/router.ts";
import { closeComplaint, registerComplaint, replyToComplaint } from "./acts.ts";
import { describeComplaint, findVisibleComplaint, listVisibleComplaints, readComplainant } from "./view.ts";

const tag = "监督与投诉";
const act = actRoutesOf({ resource: "complaints", record: "Complaint", tag, answer: complaintSchema });

const registerRoute = creationRoute({
  path: "/api/v1/complaints",
  operationId: "registerComplaint",
  tag,
  summary: "登记来信、来访、来电反映的问题",
  description: "登记以后有查询编号，请告诉反映人，凭它可以查办理情况。反映人和内容只有办理人员看得到。",
  body: registerComplaintSchema,
  answer: complaintSchema,
});
const replyRoute = act("reply", "答复", replyComplaintSchema);
const closeRoute = act("close", "办结，写明结果", reasonSchema);
const read = { tags: [tag], security: sessionCookie };
const listRoute = listingRoute({
  path: "/api/v1/complaints",
  operationId: "listComplaints",
  tag,
  summary: "看得到的投诉；反映工作人员的只有监察、审计看得到",
  what: "投诉",
  query: listQuery(createdSort, complaintFilterSchema),
  answer: complaintSchema,
});
const readRoute = readingRoute({
  path: "/api/v1/complaints/{id}",
  operationId: "readComplaint",
  tag,
  summary: "一件投诉，不含反映人和原话",
  what: "投诉",
  answer: complaintSchema,
});
const identityRoute = createRoute({
  method: "get",
  path: "/api/v1/complaints/{id}/identity",
  operationId: "readComplainant",
  summary: "反映人和原话，只给办理人员；每次查看都留下记录",
  ...read,
  request: { params: idParameters },
  responses: {
    200: { description: "反映人", content: { "application/json": { schema: complainantSchema } } },
    ...refusals("not_signed_in", "second_factor_required", "not_permitted", "unknown_record"),
  },
});

/** Complaints: those about staff are the auditor's, all others the city's. */
export function complaintRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { clock } = services;
  const { onAct, onCall } = handlersOn(router, clock);

  const describe = (context: Context<RequestVariables>, actor: Actor, row: ComplaintRow) => {
    context.header("etag", etagOf(row.revision));
    return context.json(describeComplaint(actor, row), 200);
  };
  const answer = (context: Context<RequestVariables>, actor: Actor, outcome: ActOutcome<ComplaintRow>) =>
    outcome.kind === "accepted" ? describe(context, actor, outcome.result) : refuseAct(context, outcome);

  router.openapi(registerRoute, async (context) => {
    const body = context.req.valid("json");
    const made = await createOnce(context, services, { purpose: "complaints", body }, (transaction, actor) =>
      registerComplaint(services, transaction, actor, body),
    );
    if ("refusal" in made) return made.refusal;
    const row = await findVisibleComplaint(services, made.actor, made.id);
    if (row === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(row.revision));
    return context.json(describeComplaint(made.actor, row), 201);
  });
  onAct(replyRoute, async (context, on) => {
    const { reply } = context.req.valid("json");
    return answer(context, on.actor, await replyToComplaint(services, on, reply));
  });
  onAct(closeRoute, async (context, on) => {
    const { reason } = context.req.valid("json");
    return answer(context, on.actor, await closeComplaint(services, on, reason));
  });
  onCall(listRoute, async (context, { actor }) => {
    const asked = pageOf(context.req.valid("query"));
    if (!asked.ok) return problem(context, "invalid_input", { errors: asked.errors });
    const { filter } = asked.list;
    const { complaints, total, last } = await listVisibleComplaints(services, actor, filter, asked.page);
    return context.json(
      complaints,
      200,
      pageHeaders("complaints", asked.list, { rows: complaints.length, total, last }),
    );
  });
  onCall(readRoute, async (context, { actor }) => {
    const row = await findVisibleComplaint(services, actor, context.req.valid("param").id);
    return row === null ? problem(context, "unknown_record") : describe(context, actor, row);
  });
  onCall(identityRoute, async (context, { actor }) => {
    const complainant = await readComplainant(services, actor, context.req.valid("param").id);
    if (complainant === null) return problem(context, "unknown_record");
    if (complainant === "not_permitted") return problem(context, "not_permitted");
    return context.json(complainant, 200, { "cache-control": "private, no-store" });
  });
  return router;
}
