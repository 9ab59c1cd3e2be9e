import { createRoute } from "@hono/zod-openapi";
import {
  actedOnManySchema,
  actOnManySchema,
  applicationSchema,
  certifyApplicationSchema,
  reasonSchema,
  receiveApplicationSchema,
} from "@shifan/contract";
import type { Context } from "hono";
import { nothing, sessionCookie } from "../accounts/sign-in-routes.ts";
import { refuseAct } from "../acts/answer.ts";
import type { On } from "../acts/begin.ts";
import { handlersOn } from "../acts/handlers.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { actRefusals, actRoutesOf } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { certifyApplication } from "../certifications/certify.ts";
import { refusals } from "../documentation/refusals.ts";
import { megabyte, readJsonBody } from "../http/body.ts";
import { etagOf } from "../http/etag.ts";
import { problem } from "../http/problem.ts";
import { createRouter, type RequestVariables } from "../http/router.ts";
import { decideWithReasons, proposeApplication, receiveApplication } from "./city-acts.ts";
import { actOnMany } from "./many.ts";
import { describeApplication, findVisibleApplication } from "./view.ts";

const tag = "评审和认定";
const act = actRoutesOf({ resource: "applications", record: "Application", tag, answer: applicationSchema });

const receiveRoute = act("receive", "市工信局接收推荐", receiveApplicationSchema);
const sendBackRoute = act("send-back", "退回推荐部门重新测评或补核", reasonSchema);
const proposeRoute = act("propose", "列入拟认定名单", nothing);
const notProposeRoute = act("not-propose", "不列入拟认定名单，写明理由", reasonSchema);
const certifyRoute = act("certify", "公示结束、没有未办结的异议后认定（第十一条）", certifyApplicationSchema);
const rejectRoute = act("reject", "经查实申报材料虚假，不予认定（附件3）", reasonSchema);
const manyRoute = createRoute({
  method: "post",
  path: "/api/v1/applications/acts",
  operationId: "actOnManyApplications",
  tags: [tag],
  summary: "对多件办同一件事：接收、列入或不列入名单、认定",
  description: "每件单独决定、单独记录，一件没有办成不影响其他各件；重发同样的请求不会办两次。",
  security: sessionCookie,
  middleware: [readJsonBody({ maximumBytes: megabyte })] as const,
  request: { body: { required: true, content: { "application/json": { schema: actOnManySchema } } } },
  responses: {
    200: { description: "各件的结果", content: { "application/json": { schema: actedOnManySchema } } },
    ...refusals(...actRefusals),
  },
});

/** What the city does with a recommended case, up to its certification. */
export function cityRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { clock } = services;
  const { onAct, onCall } = handlersOn(router, clock);

  const answer = async (context: Context<RequestVariables>, { actor, id }: On, outcome: ActOutcome<unknown>) => {
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    const application = await findVisibleApplication(services, actor, id);
    if (application === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(application.revision));
    return context.json(await describeApplication(services, actor, application), 200);
  };

  onAct(receiveRoute, async (context, on) =>
    answer(context, on, await receiveApplication(services, on, context.req.valid("json").reason)),
  );
  onAct(sendBackRoute, async (context, on) => {
    const { reason } = context.req.valid("json");
    return answer(context, on, await decideWithReasons(services, on, "send-back", reason));
  });
  onAct(proposeRoute, async (context, on) => answer(context, on, await proposeApplication(services, on)));
  onAct(notProposeRoute, async (context, on) => {
    const { reason } = context.req.valid("json");
    return answer(context, on, await decideWithReasons(services, on, "not-propose", reason));
  });
  onAct(certifyRoute, async (context, on) =>
    answer(context, on, await certifyApplication(services, on, context.req.valid("json"))),
  );
  onAct(rejectRoute, async (context, on) => {
    const { reason } = context.req.valid("json");
    return answer(context, on, await decideWithReasons(services, on, "reject", reason));
  });
  onCall(manyRoute, async (context, { actor }) =>
    context.json({ results: await actOnMany(services, actor, context.req.valid("json")) }, 200),
  );
  return router;
}
