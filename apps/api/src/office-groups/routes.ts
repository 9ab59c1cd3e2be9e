import { createRoute } from "@hono/zod-openapi";
import { connectOfficeGroupSchema, officeGroupSchema, officeGroupsSchema, robotTrialSchema } from "@shifan/contract";
import { type Actor, permittingGrant } from "@shifan/rules";
import { nothing, sessionCookie } from "../accounts/sign-in-routes.ts";
import { refuseAct } from "../acts/answer.ts";
import { handlersOn } from "../acts/handlers.ts";
import { actRoutesOf, idParameters, readingRoute } from "../acts/routes.ts";
import { refusals } from "../documentation/refusals.ts";
import { etagOf } from "../http/etag.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { connectOfficeGroup, disconnectOfficeGroup } from "./acts.ts";
import { relationOfOffice } from "./subject.ts";
import { type TrialServices, tryRobot } from "./try-robot.ts";
import { readOfficeGroup, readOfficeGroups, showOfficeGroup } from "./view.ts";

const tag = "提醒";
const act = actRoutesOf({ resource: "office-groups", record: "OfficeGroup", tag, answer: officeGroupSchema });

const connectRoute = act(
  "connect",
  "把部门的提醒同时发到企业微信群",
  connectOfficeGroupSchema,
  "原有的机器人随即停用。群里只说有事要办和期限，不写单位和个人的信息。",
);
const disconnectRoute = act("disconnect", "不再在群里提醒；部门的人照常收到各自的提醒", nothing);
const listRoute = createRoute({
  method: "get",
  path: "/api/v1/office-groups",
  operationId: "listOfficeGroups",
  tags: [tag],
  summary: "市工信局和各推荐部门的提醒发到哪个群；部门只看到自己的",
  security: sessionCookie,
  responses: {
    200: { description: "各部门", content: { "application/json": { schema: officeGroupsSchema } } },
    ...refusals("not_signed_in", "second_factor_required", "not_permitted"),
  },
});
const readRoute = readingRoute({
  path: "/api/v1/office-groups/{id}",
  operationId: "readOfficeGroup",
  tag,
  summary: "一个部门的群",
  what: "部门的群",
  answer: officeGroupSchema,
});
const tryRoute = createRoute({
  method: "post",
  path: "/api/v1/office-groups/{id}/connect/trial",
  operationId: "tryRobot",
  tags: [tag],
  summary: "在群里说一句话，看机器人通不通；什么都不改",
  security: sessionCookie,
  request: { params: idParameters },
  responses: {
    200: { description: "企业微信收下没有", content: { "application/json": { schema: robotTrialSchema } } },
    ...refusals(
      "not_signed_in",
      "second_factor_required",
      "foreign_origin",
      "not_permitted",
      "unknown_record",
      "channel_not_set_up",
    ),
  },
});

const notSetUp = "这个部门还没有接入群机器人，或者本系统没有设置企业微信群机器人的地址（WECOM_URL）。";

/** The groups in which offices are reminded. */
export function officeGroupRoutes(services: TrialServices) {
  const router = createRouter();
  const { onAct, onCall } = handlersOn(router, services.clock);
  const may = (actor: Actor, act: "read" | "connect", office: string) =>
    permittingGrant(actor, "office_groups", act, relationOfOffice(office)) !== null;

  onAct(connectRoute, async (context, on) => {
    // Of what is no office nothing is kept, and who may not know of one learns nothing by trying.
    if ((await readOfficeGroup(services, on.actor, on.id)) === null) return problem(context, "unknown_record");
    const outcome = await connectOfficeGroup(services, on, context.req.valid("json"));
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    context.header("etag", etagOf(outcome.revision));
    return context.json(await showOfficeGroup(services, on.actor, on.id), 200);
  });
  onAct(disconnectRoute, async (context, on) => {
    const outcome = await disconnectOfficeGroup(services, on);
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    context.header("etag", etagOf(outcome.revision));
    return context.json(await showOfficeGroup(services, on.actor, on.id), 200);
  });
  onCall(listRoute, async (context, { actor }) => {
    const groups = await readOfficeGroups(services, actor);
    return groups.groups.length === 0 ? problem(context, "not_permitted") : context.json(groups, 200);
  });
  onCall(readRoute, async (context, { actor }) => {
    const group = await readOfficeGroup(services, actor, context.req.valid("param").id);
    if (group === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(group.revision));
    return context.json(group, 200);
  });
  onCall(tryRoute, async (context, { actor }) => {
    const { id } = context.req.valid("param");
    if (!may(actor, "read", id)) return problem(context, "unknown_record");
    if (!may(actor, "connect", id)) return problem(context, "not_permitted");
    const trial = await tryRobot(services, id);
    return trial === null ? problem(context, "channel_not_set_up", { detail: notSetUp }) : context.json(trial, 200);
  });
  return router;
}
