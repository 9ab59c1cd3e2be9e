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
import { beginAct, type On, requireActor } from "../acts/begin.ts";
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

  const answer = async (context: Context<RequestVariables>, { actor, id }: On, outcome: ActOutcome<unknown>) => {
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    const application = await findVisibleApplication(services, actor, id);
    if (application === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(application.revision));
    return context.json(await describeApplication(services, actor, application), 200);
  };

  router.openapi(receiveRoute, async (context) => {
    const begun = await beginAct(context, clock);
    if ("refusal" in begun) return begun.refusal;
    return answer(context, begun.on, await receiveApplication(services, begun.on, context.req.valid("json").reason));
  });
  router.openapi(sendBackRoute, async (context) => {
    const begun = await beginAct(context, clock);
    if ("refusal" in begun) return begun.refusal;
    const { reason } = context.req.valid("json");
    return answer(context, begun.on, await decideWithReasons(services, begun.on, "send-back", reason));
  });
  router.openapi(proposeRoute, async (context) => {
    const begun = await beginAct(context, clock);
    if ("refusal" in begun) return begun.refusal;
    return answer(context, begun.on, await proposeApplication(services, begun.on));
  });
  router.openapi(notProposeRoute, async (context) => {
    const begun = await beginAct(context, clock);
    if ("refusal" in begun) return begun.refusal;
    const { reason } = context.req.valid("json");
    return answer(context, begun.on, await decideWithReasons(services, begun.on, "not-propose", reason));
  });
  router.openapi(certifyRoute, async (context) => {
    const begun = await beginAct(context, clock);
    if ("refusal" in begun) return begun.refusal;
    return answer(context, begun.on, await certifyApplication(services, begun.on, context.req.valid("json")));
  });
  router.openapi(rejectRoute, async (context) => {
    const begun = await beginAct(context, clock);
    if ("refusal" in begun) return begun.refusal;
    const { reason } = context.req.valid("json");
    return answer(context, begun.on, await decideWithReasons(services, begun.on, "reject", reason));
  });
  router.openapi(manyRoute, async (context) => {
    const caller = await requireActor(context, clock);
    if ("refusal" in caller) return caller.refusal;
    return context.json({ results: await actOnMany(services, caller.actor, context.req.valid("json")) }, 200);
  });
  return router;
}
