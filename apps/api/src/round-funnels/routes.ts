import { roundFunnelSchema } from "@shifan/contract";
import { mayEver } from "@shifan/rules";
import { handlersOn } from "../acts/handlers.ts";
import { readingRoute } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { readRound } from "../rounds/service.ts";
import { funnelOf } from "./funnel.ts";

const route = readingRoute({
  path: "/api/v1/rounds/{id}/funnel",
  operationId: "readRoundFunnel",
  tag: "批次",
  summary: "一个批次走到哪一步：各步有多少，按区县（市）、开发区分",
  what: "各步的数量",
  answer: roundFunnelSchema,
});

/** How far the cases of a round have come, for those who handle and supervise them. */
export function roundFunnelRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { onCall } = handlersOn(router, services.clock);

  onCall(route, async (context, { actor }) => {
    const view = await readRound(services, actor, context.req.valid("param").id);
    if (view === null || !mayEver(actor, "round_funnels", "read")) return problem(context, "unknown_record");
    return context.json(await funnelOf(services, actor, view.round), 200);
  });
  return router;
}
