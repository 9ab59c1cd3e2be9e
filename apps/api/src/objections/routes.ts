import { createRoute } from "@hono/zod-openapi";
import {
  admitObjectionSchema,
  answerObjectionSchema,
  decideObjectionSchema,
  fileObjectionSchema,
  inquireObjectionSchema,
  objectionFilterSchema,
  objectionSchema,
  objectorSchema,
  refuseObjectionSchema,
  replyObjectionSchema,
} from "@shifan/contract";
import type { ObjectionFile } from "@shifan/db";
import type { Context } from "hono";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { refuseAct } from "../acts/answer.ts";
import type { On } from "../acts/begin.ts";
import { createOnce } from "../acts/create-once.ts";
import { handlersOn } from "../acts/handlers.ts";
import type { ActOutcome, CreationOutcome } from "../acts/outcome.ts";
import { actRoutesOf, creationRoute, idParameters, listingRoute, readingRoute } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { refusals } from "../documentation/refusals.ts";
import { etagOf } from "../http/etag.ts";
import { listQuery } from "../http/list.ts";
import { createdSort, pageHeaders, pageOf } from "../http/list-page.ts";
import { problem } from "../http/problem.ts";
import { createRouter, type RequestVariables } from "../http/router.ts";
import {
  admitObjection,
  answerObjection,
  decideObjection,
  inquireObjection,
  refuseObjection,
  replyToObjection,
} from "./acts.ts";
import { fileForObjector } from "./file.ts";
import { listVisibleObjections, readObjection, readObjector } from "./view.ts";

const tag = "异议";
const act = actRoutesOf({ resource: "objections", record: "Objection", tag, answer: objectionSchema });

const fileRoute = creationRoute({
  path: "/api/v1/notices/{id}/objections",
  operationId: "fileObjection",
  tag,
  summary: "录入来信、来访、来电的异议",
  description: "收到的日期要在公示期内。扫描件先以 purpose 为 objection、target 为公示编号上传。",
  params: idParameters,
  body: fileObjectionSchema,
  answer: objectionSchema,
});
const admitRoute = act("admit", "受理：申报转为有异议，申报单位可以作说明", admitObjectionSchema);
const refuseRoute = act("refuse", "不予受理，写明理由；作为监督线索留存（第十六条）", refuseObjectionSchema);
const answerRoute = act("answer", "申报单位对摘要作说明", answerObjectionSchema);
const inquireRoute = act("inquire", "查证，写明查到哪一天", inquireObjectionSchema);
const upholdRoute = act("uphold", "经查证成立", decideObjectionSchema);
const dismissRoute = act("dismiss", "经查证不成立", decideObjectionSchema);
const replyRoute = act("reply", "书面答复反映人", replyObjectionSchema);

const read = { tags: [tag], security: sessionCookie };
const listRoute = listingRoute({
  path: "/api/v1/objections",
  operationId: "listObjections",
  tag,
  summary: "看得到的异议；申报单位看到本单位已受理的",
  what: "异议",
  query: listQuery(createdSort, objectionFilterSchema),
  answer: objectionSchema,
});
const readRoute = readingRoute({
  path: "/api/v1/objections/{id}",
  operationId: "readObjection",
  tag,
  summary: "一件异议，不含反映人和原话",
  what: "异议",
  answer: objectionSchema,
});
const identityRoute = createRoute({
  method: "get",
  path: "/api/v1/objections/{id}/identity",
  operationId: "readObjector",
  summary: "反映人和原话，只给办理人员；每次查看都留下记录",
  ...read,
  request: { params: idParameters },
  responses: {
    200: { description: "反映人", content: { "application/json": { schema: objectorSchema } } },
    ...refusals("not_signed_in", "second_factor_required", "not_permitted", "unknown_record"),
  },
});

/** Objections: handled by the city, answered by the organization, read by the auditor without who objects. */
export function objectionRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { clock } = services;
  const { onAct, onCall } = handlersOn(router, clock);

  const answer = async (context: Context<RequestVariables>, { actor, id }: On, outcome: ActOutcome<ObjectionFile>) => {
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    const objection = await readObjection(services, actor, id);
    if (objection === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(objection.revision));
    return context.json(objection, 200);
  };

  router.openapi(fileRoute, async (context) => {
    const body = context.req.valid("json");
    const noticeId = context.req.param("id");
    const purpose = `objections of ${noticeId}`;
    const made = await createOnce(context, services, { purpose, body }, async (transaction, actor) =>
      byId(await fileForObjector(services, transaction, actor, noticeId, body)),
    );
    if ("refusal" in made) return made.refusal;
    const objection = await readObjection(services, made.actor, made.id);
    if (objection === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(objection.revision));
    return context.json(objection, 201);
  });
  onAct(admitRoute, async (context, on) =>
    answer(context, on, await admitObjection(services, on, context.req.valid("json"))),
  );
  onAct(refuseRoute, async (context, on) =>
    answer(context, on, await refuseObjection(services, on, context.req.valid("json").ground)),
  );
  onAct(answerRoute, async (context, on) =>
    answer(context, on, await answerObjection(services, on, context.req.valid("json").answer)),
  );
  onAct(inquireRoute, async (context, on) =>
    answer(context, on, await inquireObjection(services, on, context.req.valid("json").until)),
  );
  onAct(upholdRoute, async (context, on) => {
    const { finding } = context.req.valid("json");
    return answer(context, on, await decideObjection(services, on, "uphold", finding));
  });
  onAct(dismissRoute, async (context, on) => {
    const { finding } = context.req.valid("json");
    return answer(context, on, await decideObjection(services, on, "dismiss", finding));
  });
  onAct(replyRoute, async (context, on) =>
    answer(context, on, await replyToObjection(services, on, context.req.valid("json").reply)),
  );
  onCall(listRoute, async (context, { actor }) => {
    const asked = pageOf(context.req.valid("query"));
    if (!asked.ok) return problem(context, "invalid_input", { errors: asked.errors });
    const { filter } = asked.list;
    const { objections, total, last } = await listVisibleObjections(services, actor, filter, asked.page);
    return context.json(
      objections,
      200,
      pageHeaders("objections", asked.list, { rows: objections.length, total, last }),
    );
  });
  onCall(readRoute, async (context, { actor }) => {
    const objection = await readObjection(services, actor, context.req.valid("param").id);
    if (objection === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(objection.revision));
    return context.json(objection, 200);
  });
  onCall(identityRoute, async (context, { actor }) => {
    const objector = await readObjector(services, actor, context.req.valid("param").id);
    if (objector === null) return problem(context, "unknown_record");
    if (objector === "not_permitted") return problem(context, "not_permitted");
    return context.json(objector, 200, { "cache-control": "private, no-store" });
  });
  return router;
}

function byId(outcome: CreationOutcome<ObjectionFile>): CreationOutcome<{ id: string }> {
  return outcome.kind === "accepted" ? { ...outcome, result: { id: outcome.result.objection.id } } : outcome;
}
