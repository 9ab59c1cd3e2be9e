import {
  answerInspectionSchema,
  checkAgainInspectionSchema,
  editInspectionSchema,
  hearInspectionSchema,
  inspectionFilterSchema,
  inspectionSchema,
  notifyInspectionSchema,
  planInspectionSchema,
  reasonSchema,
  recordInspectionSchema,
} from "@shifan/contract";
import type { InspectionFile } from "@shifan/db";
import type { Context } from "hono";
import { nothing } from "../accounts/sign-in-routes.ts";
import { refuseAct } from "../acts/answer.ts";
import type { On } from "../acts/begin.ts";
import { createOnce } from "../acts/create-once.ts";
import { handlersOn } from "../acts/handlers.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { actRoutesOf, creationRoute, listingRoute, readingRoute } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { etagOf } from "../http/etag.ts";
import { listQuery } from "../http/list.ts";
import { createdSort, pageHeaders, pageOf } from "../http/list-page.ts";
import { problem } from "../http/problem.ts";
import { createRouter, type RequestVariables } from "../http/router.ts";
import {
  answerInspection,
  callOffInspection,
  checkInspectionAgain,
  closeInspection,
  editInspection,
  notifyInspection,
} from "./acts.ts";
import { hearInspection } from "./hear.ts";
import { planInspection } from "./plan.ts";
import { recordInspection } from "./record.ts";
import { listVisibleInspections, showInspection } from "./view.ts";

const tag = "检查";
const act = actRoutesOf({ resource: "inspections", record: "Inspection", tag, answer: inspectionSchema });

const planRoute = creationRoute({
  path: "/api/v1/inspections",
  operationId: "planInspection",
  tag,
  summary: "安排定期检查（区县）、抽查或考核（市工信局），第十三条",
  description: "资格要在有效期内。抽查也可以由抽取产生，见 spot-check-draws。",
  body: planInspectionSchema,
  answer: inspectionSchema,
});
const editRoute = act("edit", "改计划日期；考核通知以后不能改", editInspectionSchema);
const notifyRoute = act("notify", "发考核通知：内容和日期", notifyInspectionSchema);
const recordRoute = act(
  "record",
  "登记检查结果：逐项情况、发现、结论",
  recordInspectionSchema,
  "不是合格的，通知单位并写明说明的最后一天；单位的说明和结论放在一起。",
);
const answerRoute = act("answer", "单位对结论作书面说明", answerInspectionSchema);
const checkAgainRoute = act("check-again", "复查整改情况；复查不另算一次检查", checkAgainInspectionSchema);
const hearRoute = act("hear", "听取说明：未参加是不是无故，弄虚作假是否成立", hearInspectionSchema);
const closeRoute = act("close", "办结；单位说明以前或期满以前不能办结", nothing);
const callOffRoute = act("call-off", "取消安排，写明理由", reasonSchema);

const listRoute = listingRoute({
  path: "/api/v1/inspections",
  operationId: "listInspections",
  tag,
  summary: "看得到的检查、抽查和考核；单位看到本单位已经进行的和已经通知的",
  what: "检查",
  query: listQuery(createdSort, inspectionFilterSchema),
  answer: inspectionSchema,
});
const readRoute = readingRoute({
  path: "/api/v1/inspections/{id}",
  operationId: "readInspection",
  tag,
  summary: "一次检查、抽查或考核，结论和单位的说明在一起",
  what: "检查",
  answer: inspectionSchema,
});

/** Periodic inspections, spot checks and appraisals under one address. */
export function inspectionRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { clock } = services;
  const { onAct, onCall } = handlersOn(router, clock);

  const answer = async (context: Context<RequestVariables>, { actor, id }: On, outcome: ActOutcome<InspectionFile>) => {
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    const inspection = await showInspection(services, actor, id);
    if (inspection === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(inspection.revision));
    return context.json(inspection, 200);
  };

  router.openapi(planRoute, async (context) => {
    const body = context.req.valid("json");
    const made = await createOnce(context, services, { purpose: "inspections", body }, (transaction, actor) =>
      planInspection(services, transaction, actor, body),
    );
    if ("refusal" in made) return made.refusal;
    const inspection = await showInspection(services, made.actor, made.id);
    if (inspection === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(inspection.revision));
    return context.json(inspection, 201);
  });
  onAct(editRoute, async (context, on) =>
    answer(context, on, await editInspection(services, on, context.req.valid("json").plannedOn)),
  );
  onAct(notifyRoute, async (context, on) =>
    answer(context, on, await notifyInspection(services, on, context.req.valid("json"))),
  );
  onAct(recordRoute, async (context, on) =>
    answer(context, on, await recordInspection(services, on, context.req.valid("json"))),
  );
  onAct(answerRoute, async (context, on) =>
    answer(context, on, await answerInspection(services, on, context.req.valid("json").answer)),
  );
  onAct(checkAgainRoute, async (context, on) =>
    answer(context, on, await checkInspectionAgain(services, on, context.req.valid("json"))),
  );
  onAct(hearRoute, async (context, on) =>
    answer(context, on, await hearInspection(services, on, context.req.valid("json"))),
  );
  onAct(closeRoute, async (context, on) => answer(context, on, await closeInspection(services, on)));
  onAct(callOffRoute, async (context, on) =>
    answer(context, on, await callOffInspection(services, on, context.req.valid("json").reason)),
  );
  onCall(listRoute, async (context, { actor }) => {
    const asked = pageOf(context.req.valid("query"));
    if (!asked.ok) return problem(context, "invalid_input", { errors: asked.errors });
    const { filter } = asked.list;
    const { inspections, total, last } = await listVisibleInspections(services, actor, filter, asked.page);
    return context.json(
      inspections,
      200,
      pageHeaders("inspections", asked.list, { rows: inspections.length, total, last }),
    );
  });
  onCall(readRoute, async (context, { actor }) => {
    const inspection = await showInspection(services, actor, context.req.valid("param").id);
    if (inspection === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(inspection.revision));
    return context.json(inspection, 200);
  });
  return router;
}
