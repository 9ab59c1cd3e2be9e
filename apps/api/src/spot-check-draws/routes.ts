import { z } from "@hono/zod-openapi";
import { commitSpotCheckDrawSchema, drawSpotChecksSchema, spotCheckDrawSchema } from "@shifan/contract";
import { refuseAct } from "../acts/answer.ts";
import { createOnce } from "../acts/create-once.ts";
import { handlersOn } from "../acts/handlers.ts";
import { actRoutesOf, creationRoute, listingRoute, readingRoute } from "../acts/routes.ts";
import { etagOf } from "../http/etag.ts";
import { listQuery } from "../http/list.ts";
import { createdSort, pageHeaders, pageOf } from "../http/list-page.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { commitDraw, type DrawServices, drawFromTitles } from "./acts.ts";
import { describeDraw, listVisibleDraws, readDraw } from "./view.ts";

const tag = "检查";
const act = actRoutesOf({ resource: "spot-check-draws", record: "SpotCheckDraw", tag, answer: spotCheckDrawSchema });

const commitRoute = creationRoute({
  path: "/api/v1/spot-check-draws",
  operationId: "commitSpotCheckDraw",
  tag,
  summary: "抽查第一步：封存种子，公布它的SHA-256",
  description: "这时还不知道从哪些单位里抽。",
  body: commitSpotCheckDrawSchema,
  answer: spotCheckDrawSchema,
});
const drawRoute = act("draw", "抽查第二步：从今天有效的资格里抽取，同时排好每一家的抽查", drawSpotChecksSchema);
const listRoute = listingRoute({
  path: "/api/v1/spot-check-draws",
  operationId: "listSpotCheckDraws",
  tag,
  summary: "历次抽取；只有市工信局和监察、审计看得到",
  what: "抽取",
  query: listQuery(createdSort, z.strictObject({})),
  answer: spotCheckDrawSchema,
});
const readRoute = readingRoute({
  path: "/api/v1/spot-check-draws/{id}",
  operationId: "readSpotCheckDraw",
  tag,
  summary: "一次抽取：种子、范围、比例和结果，可以照此重抽",
  what: "抽取",
  answer: spotCheckDrawSchema,
});

/** Draws of titles for spot checks, in two steps. */
export function spotCheckDrawRoutes(services: DrawServices) {
  const router = createRouter();
  const { clock } = services;
  const { onAct, onCall } = handlersOn(router, clock);

  router.openapi(commitRoute, async (context) => {
    const body = context.req.valid("json");
    const made = await createOnce(context, services, { purpose: "spot-check-draws", body }, (transaction, actor) =>
      commitDraw(services, transaction, actor, body),
    );
    if ("refusal" in made) return made.refusal;
    const draw = await readDraw(services, made.actor, made.id);
    if (draw === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(draw.revision));
    return context.json(draw, 201);
  });
  onAct(drawRoute, async (context, on) => {
    const outcome = await drawFromTitles(services, on, context.req.valid("json").plannedOn);
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    context.header("etag", etagOf(outcome.revision));
    return context.json(describeDraw(on.actor, outcome.result), 200);
  });
  onCall(listRoute, async (context, { actor }) => {
    const asked = pageOf(context.req.valid("query"));
    if (!asked.ok) return problem(context, "invalid_input", { errors: asked.errors });
    const { draws, total, last } = await listVisibleDraws(services, actor, asked.page);
    return context.json(draws, 200, pageHeaders("spot-check-draws", asked.list, { rows: draws.length, total, last }));
  });
  onCall(readRoute, async (context, { actor }) => {
    const draw = await readDraw(services, actor, context.req.valid("param").id);
    if (draw === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(draw.revision));
    return context.json(draw, 200);
  });
  return router;
}
