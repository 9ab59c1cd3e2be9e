import { createRoute, z } from "@hono/zod-openapi";
import {
  createRoundSchema,
  editRoundSchema,
  extendRoundSchema,
  publicRoundSchema,
  reasonSchema,
  roundSchema,
} from "@shifan/contract";
import type { RoundRow } from "@shifan/db";
import type { Actor } from "@shifan/rules";
import type { Context } from "hono";
import { actorOf } from "../accounts/caller.ts";
import { nothing } from "../accounts/sign-in-routes.ts";
import { refuseAct } from "../acts/answer.ts";
import { createOnce } from "../acts/create-once.ts";
import { handlersOn } from "../acts/handlers.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { actRoutesOf, creationRoute, idParameters } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { refusals } from "../documentation/refusals.ts";
import { etagOf } from "../http/etag.ts";
import { problem } from "../http/problem.ts";
import { createRouter, type RequestVariables } from "../http/router.ts";
import {
  cancelRound,
  createRound,
  editRound,
  extendRound,
  listVisibleRounds,
  moveRound,
  openRound,
  readRound,
  reopenRound,
  viewOf,
} from "./service.ts";
import { describePublicRound, describeRound } from "./view.ts";

const tag = "批次";
const act = actRoutesOf({ resource: "rounds", record: "Round", tag, answer: roundSchema });

const createRoundRoute = creationRoute({
  path: "/api/v1/rounds",
  operationId: "createRound",
  tag,
  summary: "建立一个年度的批次（草稿）",
  description: "每年认定一次（第十四条）：同一办法、同一年度只能有一个没有取消的批次。",
  body: createRoundSchema,
  answer: roundSchema,
});
const editRoute = act("edit", "修改草稿", editRoundSchema);
const openRoute = act("open", "开放申报：办法版本自此固定", nothing);
const extendRoute = act("extend", "延长期限：对所有单位一样，只能往后", extendRoundSchema);
const cancelRoute = act("cancel", "取消", reasonSchema);
const reopenRoute = act("reopen", "把取消的批次恢复为草稿", nothing);
const proposeListRoute = act("propose-list", "各件都有结论后，形成拟认定名单（第十一条）", nothing);
const reviseListRoute = act("revise-list", "公示前收回名单，重新调整", nothing);
const decideRoute = act("decide", "各件都已认定或办结，本轮办结", nothing);
const archiveRoute = act("archive", "本轮归档", nothing);

const listRoute = createRoute({
  method: "get",
  path: "/api/v1/rounds",
  operationId: "listRounds",
  tags: [tag],
  summary: "各年度的批次，最近的在前；草稿只有市工信局看得到",
  responses: {
    200: { description: "批次", content: { "application/json": { schema: z.array(roundSchema) } } },
    ...refusals(),
  },
});
const readRoute = createRoute({
  method: "get",
  path: "/api/v1/rounds/{id}",
  operationId: "readRound",
  tags: [tag],
  summary: "一个批次",
  request: { params: idParameters },
  responses: {
    200: { description: "批次", content: { "application/json": { schema: roundSchema } } },
    ...refusals("unknown_record"),
  },
});
const publicRoute = createRoute({
  method: "get",
  path: "/api/v1/public/rounds",
  operationId: "listPublicRounds",
  tags: [tag],
  summary: "已公布的批次，不用登录",
  responses: {
    200: { description: "批次", content: { "application/json": { schema: z.array(publicRoundSchema) } } },
    ...refusals(),
  },
});

/** Rounds: read by everybody, made and moved by the city. */
export function roundRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { database, clock } = services;
  const { onAct } = handlersOn(router, clock);

  const answer = async (context: Context<RequestVariables>, actor: Actor, outcome: ActOutcome<RoundRow>) => {
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    context.header("etag", etagOf(outcome.revision));
    return context.json(describeRound(await viewOf(database, actor, outcome.result)), 200);
  };

  router.openapi(createRoundRoute, async (context) => {
    const body = context.req.valid("json");
    const made = await createOnce(context, services, { purpose: "rounds", body }, (transaction, actor) =>
      createRound(services, actor, transaction, body),
    );
    if ("refusal" in made) return made.refusal;
    const view = await readRound(services, made.actor, made.id);
    if (view === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(view.round.revision));
    return context.json(describeRound(view), 201);
  });
  onAct(editRoute, async (context, on) =>
    answer(context, on.actor, await editRound(services, on, context.req.valid("json"))),
  );
  onAct(openRoute, async (context, on) => answer(context, on.actor, await openRound(services, on)));
  onAct(extendRoute, async (context, on) =>
    answer(context, on.actor, await extendRound(services, on, context.req.valid("json"))),
  );
  onAct(cancelRoute, async (context, on) =>
    answer(context, on.actor, await cancelRound(services, on, context.req.valid("json").reason)),
  );
  onAct(reopenRoute, async (context, on) => answer(context, on.actor, await reopenRound(services, on)));

  onAct(proposeListRoute, async (context, on) =>
    answer(context, on.actor, await moveRound(services, on, "propose-list")),
  );
  onAct(reviseListRoute, async (context, on) =>
    answer(context, on.actor, await moveRound(services, on, "revise-list")),
  );
  onAct(decideRoute, async (context, on) => answer(context, on.actor, await moveRound(services, on, "decide")));
  onAct(archiveRoute, async (context, on) => answer(context, on.actor, await moveRound(services, on, "archive")));

  router.openapi(listRoute, async (context) => {
    const actor = await actorOf(context, clock.now());
    return context.json((await listVisibleRounds(services, actor)).map(describeRound), 200);
  });
  router.openapi(publicRoute, async (context) => {
    const actor = await actorOf(context, clock.now());
    const views = await listVisibleRounds(services, actor);
    const announced = views.filter(({ round }) => round.state !== "draft");
    return context.json(
      announced.map((view) => describePublicRound(view, clock.today())),
      200,
    );
  });
  router.openapi(readRoute, async (context) => {
    const view = await readRound(services, await actorOf(context, clock.now()), context.req.valid("param").id);
    if (view === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(view.round.revision));
    return context.json(describeRound(view), 200);
  });
  return router;
}
