import { createRoute } from "@hono/zod-openapi";
import { assignExpertsSchema, finishReviewSchema, panelSchema, rankingSchema } from "@shifan/contract";
import type { Context } from "hono";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { refuseAct } from "../acts/answer.ts";
import type { On } from "../acts/begin.ts";
import { handlersOn } from "../acts/handlers.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { actRoutesOf, idParameters } from "../acts/routes.ts";
import { refusals } from "../documentation/refusals.ts";
import { etagOf } from "../http/etag.ts";
import { problem } from "../http/problem.ts";
import { createRouter, type RequestVariables } from "../http/router.ts";
import { assignExperts } from "./assign.ts";
import { finishReview } from "./finish.ts";
import { readRanking } from "./ranking.ts";
import type { PanelServices } from "./services.ts";
import { readPanel } from "./view.ts";

const tag = "专家评审";
const read = { tags: [tag], security: sessionCookie };

const act = actRoutesOf({ resource: "applications", record: "", tag, answer: panelSchema });
const assignRoute = act(
  "assign-experts",
  "抽取或选定评审专家；有人回避后再办一次补足",
  assignExpertsSchema,
  "单数，不少于办法设置的名数。工作单位与申报单位、合作单位或投资方相同的不抽，选定时会被退回。",
);
const finishRoute = act("finish-review", "评审结束：专家都已提交；评分相差较大的写明合议情况", finishReviewSchema);
const panelRoute = createRoute({
  method: "get",
  path: "/api/v1/applications/{id}/panel",
  operationId: "readPanel",
  summary: "一件申报的评审专家：怎么产生的，评到哪一步",
  description: "ETag 是申报的版本，抽取专家、结束评审时放在 If-Match 里。",
  ...read,
  request: { params: idParameters },
  responses: {
    200: { description: "评审专家", content: { "application/json": { schema: panelSchema } } },
    ...refusals("not_signed_in", "second_factor_required", "unknown_record"),
  },
});
const rankingRoute = createRoute({
  method: "get",
  path: "/api/v1/rounds/{id}/ranking",
  operationId: "readRanking",
  summary: "本轮各件的名次、平均分和评分差距",
  ...read,
  request: { params: idParameters },
  responses: {
    200: { description: "名次", content: { "application/json": { schema: rankingSchema } } },
    ...refusals("not_signed_in", "second_factor_required", "not_permitted", "unknown_record"),
  },
});

/** The panels of cases: who scores them, when that is finished, and how the cases of a round then stand. */
export function panelRoutes(services: PanelServices) {
  const router = createRouter();
  const { clock } = services;
  const { onAct, onCall } = handlersOn(router, clock);

  const answer = async (context: Context<RequestVariables>, { actor, id }: On, outcome: ActOutcome<unknown>) => {
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    const panel = await readPanel(services, actor, id);
    if (panel === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(panel.revision));
    return context.json(panel, 200);
  };

  onAct(assignRoute, async (context, on) =>
    answer(context, on, await assignExperts(services, on, context.req.valid("json"))),
  );
  onAct(finishRoute, async (context, on) =>
    answer(context, on, await finishReview(services, on, context.req.valid("json"))),
  );
  onCall(panelRoute, async (context, { actor }) => {
    const panel = await readPanel(services, actor, context.req.valid("param").id);
    if (panel === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(panel.revision));
    return context.json(panel, 200);
  });
  onCall(rankingRoute, async (context, { actor }) => {
    const ranking = await readRanking(services, actor, context.req.valid("param").id);
    return typeof ranking === "string" ? problem(context, ranking) : context.json(ranking, 200);
  });
  return router;
}
