import { createRoute } from "@hono/zod-openapi";
import { cancellationGroundsSchema } from "@shifan/contract";
import { findCertification } from "@shifan/db";
import { permittingGrant } from "@shifan/rules";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { handlersOn } from "../acts/handlers.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import { idParameters } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { maySeeTitle } from "../certifications/view.ts";
import { refusals } from "../documentation/refusals.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { describeGrounds } from "./grounds.ts";
import { relationOfInspection } from "./subject.ts";

const groundsRoute = createRoute({
  method: "get",
  path: "/api/v1/certifications/{id}/grounds",
  operationId: "readCancellationGrounds",
  tags: ["检查"],
  summary: "取消资格的情形有没有出现，依据哪几次检查（第十三条）",
  description: "给单位、所在推荐部门、市工信局和监督人员。系统只列出记录，是否取消由市工信局决定。",
  security: sessionCookie,
  request: { params: idParameters },
  responses: {
    200: { description: "情形", content: { "application/json": { schema: cancellationGroundsSchema } } },
    ...refusals("not_signed_in", "second_factor_required", "not_permitted", "unknown_record"),
  },
});

/** What the record holds against a title, for whoever may see how it fares. */
export function groundsRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { database, clock } = services;
  const { onCall } = handlersOn(router, clock);

  onCall(groundsRoute, async (context, { actor }) => {
    const title = await findCertification(database, context.req.valid("param").id);
    if (title === null || !maySeeTitle(actor, title)) return problem(context, "unknown_record");
    const today = clock.today();
    // Whoever reads the checks of a title that took place reads what follows from them.
    const relation = relationOfInspection({ ...title, kind: "spot_check", notifiedOn: null, carriedOutOn: today });
    if (permittingGrant(actor, "city_checks", "read", relation) === null) {
      return problem(context, "not_permitted");
    }
    const policy = await policyInForce(services);
    return context.json(await describeGrounds(database, title, policy, today), 200);
  });
  return router;
}
