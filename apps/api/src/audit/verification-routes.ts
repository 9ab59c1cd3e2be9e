import { createRoute } from "@hono/zod-openapi";
import { auditStandingSchema } from "@shifan/contract";
import { mayEver } from "@shifan/rules";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { handlersOn } from "../acts/handlers.ts";
import { refusals } from "../documentation/refusals.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { createVerification, type VerificationServices } from "./verification.ts";

const words = { tags: ["审计"], security: sessionCookie };
const standing = { description: "审计记录的现状", content: { "application/json": { schema: auditStandingSchema } } };

const standingRoute = createRoute({
  method: "get",
  path: "/api/v1/audit/standing",
  operationId: "readAuditStanding",
  ...words,
  summary: "审计记录的现状：最新的检查点，最近一次全面核验的结果",
  responses: { 200: standing, ...refusals("not_signed_in", "second_factor_required", "not_permitted") },
});
const verifyRoute = createRoute({
  method: "post",
  path: "/api/v1/audit/verify",
  operationId: "verifyAuditTrail",
  ...words,
  summary: "全面核验：从第一条审计条目到每份记录现在的样子",
  description: "开始后马上回答，结果看审计记录的现状；正在核验时不再开始一次。用内置数据库时，核验期间别的办理要等候。",
  responses: {
    202: standing,
    ...refusals("not_signed_in", "second_factor_required", "foreign_origin", "not_permitted"),
  },
});

/** How the trail stands, for whoever reads it, and the check of all of it by the auditor. */
export function auditVerificationRoutes(services: VerificationServices) {
  const router = createRouter();
  const { onCall } = handlersOn(router, services.clock);
  const verification = createVerification(services);

  onCall(standingRoute, async (context, { actor }) => {
    if (!mayEver(actor, "audit", "read")) return problem(context, "not_permitted");
    return context.json(await verification.standing(), 200, { "cache-control": "no-store" });
  });
  onCall(verifyRoute, async (context, { actor, userId }) => {
    if (!mayEver(actor, "audit", "verify")) return problem(context, "not_permitted");
    verification.begin(userId);
    return context.json(await verification.standing(), 202);
  });
  return router;
}
