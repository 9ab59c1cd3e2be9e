import { createRoute } from "@hono/zod-openapi";
import { compareSelfCheckSchema, selfCheckDifferencesSchema } from "@shifan/contract";
import { permittingGrant } from "@shifan/rules";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { handlersOn } from "../acts/handlers.ts";
import { idParameters } from "../acts/routes.ts";
import { relationOfApplication } from "../applications/subject.ts";
import { findVisibleApplication } from "../applications/view.ts";
import { refusals } from "../documentation/refusals.ts";
import { megabyte, readJsonBody } from "../http/body.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { compareSelfCheck, type SelfCheckServices } from "./service.ts";

const compareRoute = createRoute({
  method: "post",
  path: "/api/v1/applications/{id}/self-check-differences",
  operationId: "compareSelfCheck",
  tags: ["申报"],
  summary: "申报与自己做过的自查，哪里不一样",
  description:
    "只给申报单位自己看，工作人员不能用。自查用它的编号和凭证指明；系统不记录哪份申报对过哪次自查，每次查看都要写。什么也不改。",
  security: sessionCookie,
  middleware: [readJsonBody({ maximumBytes: megabyte })] as const,
  request: {
    params: idParameters,
    body: { required: true, content: { "application/json": { schema: compareSelfCheckSchema } } },
  },
  responses: {
    200: {
      description: "不一样的事实和条件；一样的、有一边没有答的不列",
      content: { "application/json": { schema: selfCheckDifferencesSchema } },
    },
    ...refusals(
      "not_json",
      "not_signed_in",
      "second_factor_required",
      "foreign_origin",
      "not_permitted",
      "unknown_record",
      "unknown_session",
      "too_large",
      "unsupported_media_type",
      "invalid_input",
      "unavailable",
    ),
  },
});

/** The applicant's own look at what differs from its self-check. */
export function applicationSelfCheckRoutes(services: SelfCheckServices) {
  const router = createRouter();
  const { onCall } = handlersOn(router, services.clock);
  onCall(compareRoute, async (context, { actor }) => {
    const application = await findVisibleApplication(services, actor, context.req.valid("param").id);
    if (application === null) return problem(context, "unknown_record");
    const relation = relationOfApplication(application);
    if (permittingGrant(actor, "applications", "compare-self-check", relation) === null) {
      return problem(context, "not_permitted");
    }
    const outcome = await compareSelfCheck(services, application, context.req.valid("json"));
    if (outcome.ok) return context.json(outcome.differences, 200);
    // A wrong token and a self-check that is no more look the same.
    return problem(context, outcome.code === "unavailable" ? "unavailable" : "unknown_session");
  });
  return router;
}
