import { createRoute, z } from "@hono/zod-openapi";
import { type FalsePaperRoute, falsePaperRouteSchema, falsePaperRoutesQuerySchema } from "@shifan/contract";
import { findCertification } from "@shifan/db";
import { fillText, lifecycleFigure, mayEver, type Policy, standingOfTitle } from "@shifan/rules";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { handlersOn } from "../acts/handlers.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { maySeeTitle } from "../certifications/view.ts";
import { refusals } from "../documentation/refusals.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";

const routesRoute = createRoute({
  method: "get",
  path: "/api/v1/sanctions/false-paper-routes",
  operationId: "listFalsePaperRoutes",
  tags: ["取消和撤销"],
  summary: "材料不实的四种处理，并排列出，选择以前看",
  description: "每种什么时候用、依据哪一条、有没有不得再次申报的年限。写了资格编号的，标出今天能走的。",
  security: sessionCookie,
  request: { query: falsePaperRoutesQuerySchema },
  responses: {
    200: { description: "处理办法", content: { "application/json": { schema: z.array(falsePaperRouteSchema) } } },
    ...refusals("not_signed_in", "second_factor_required", "not_permitted", "unknown_record", "invalid_input"),
  },
});

type Standing = ReturnType<typeof standingOfTitle>;

/** What the policy says of papers that turn out to be false, by when they are found. */
function routesOf({ document }: Policy, standing: Standing | null): FalsePaperRoute[] {
  const years = String(lifecycleFigure(document, "ban_years"));
  return document.supervision.false_papers.map((route) => ({
    id: route.id,
    found: route.found,
    outcome: route.outcome,
    article: route.article,
    consequence: fillText(route.consequence, { years }),
    barsApplication: route.bars_application,
    isOpen: standing === null ? null : route.title_standings.includes(standing),
    mark: route.mark,
    ground: route.ground,
  }));
}

/** The ways that false papers may take, for whoever has to choose one. */
export function falsePaperRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { database, clock } = services;
  const { onCall } = handlersOn(router, clock);
  onCall(routesRoute, async (context, { actor }) => {
    if (!mayEver(actor, "sanctions", "propose")) return problem(context, "not_permitted");
    const { certificationId } = context.req.valid("query");
    const policy = await policyInForce(services);
    if (certificationId === undefined) return context.json(routesOf(policy, null), 200);
    const title = await findCertification(database, certificationId);
    if (title === null || !maySeeTitle(actor, title)) return problem(context, "unknown_record");
    return context.json(routesOf(policy, standingOfTitle(title, clock.today())), 200);
  });
  return router;
}
