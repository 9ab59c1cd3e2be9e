import {
  createReportSchema,
  editReportSchema,
  reasonSchema,
  reportFilterSchema,
  reportPeersSchema,
  reportSchema,
  reportSummarySchema,
} from "@shifan/contract";
import type { ReportFile } from "@shifan/db";
import type { Actor } from "@shifan/rules";
import type { Context } from "hono";
import { nothing } from "../accounts/sign-in-routes.ts";
import { refuseAct } from "../acts/answer.ts";
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
import { editReport, forwardReport, receiveReport, returnReport, submitReport } from "./acts.ts";
import { createReport } from "./create.ts";
import { describePeers } from "./peers.ts";
import { describeReport, findVisibleReport, listVisibleReports } from "./view.ts";

const tag = "工作总结";
const act = actRoutesOf({ resource: "reports", record: "Report", tag, answer: reportSchema });

const createRouteOfReports = creationRoute({
  path: "/api/v1/reports",
  operationId: "createReport",
  tag,
  summary: "开始填写一份半年或年度工作总结（第十二条）",
  description: "每个资格每一期一份。下半年没有要求报送半年总结，自愿填写的可以供年度总结相加。",
  body: createReportSchema,
  answer: reportSchema,
});
const editRoute = act(
  "edit",
  "保存内容、附件",
  editReportSchema,
  "没有填完也可以保存。figures 里的 proposal 只是建议，写进 values 才算数。",
);
const submitRoute = act("submit", "报送推荐部门；这一期满了、必填的都填了才可以", nothing);
const returnRoute = act("return", "推荐部门退回修改，写明理由", reasonSchema);
const forwardRoute = act("forward", "单独转报市工信局，例如报送件之后才来的", nothing);
const receiveRoute = act("receive", "市工信局接收", nothing);

const listRoute = listingRoute({
  path: "/api/v1/reports",
  operationId: "listReports",
  tag,
  summary: "看得到的工作总结；没有报送过的草稿只有本单位看得到",
  what: "工作总结",
  query: listQuery(createdSort, reportFilterSchema),
  answer: reportSummarySchema,
});
const readRoute = readingRoute({
  path: "/api/v1/reports/{id}",
  operationId: "readReport",
  tag,
  summary: "一份工作总结：各栏目、和上一期比、可以起步的数、附件",
  what: "工作总结",
  answer: reportSchema,
});

const peersRoute = readingRoute({
  path: "/api/v1/reports/{id}/peers",
  operationId: "readReportPeers",
  tag,
  summary: "一份工作总结和其他平台同一期的比：各个数的高低、中位数、名次",
  what: "工作总结",
  answer: reportPeersSchema,
});

/** 工作总结: written by the platform, passed on by its district, received by the city. */
export function reportRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { clock } = services;
  const { onAct, onCall } = handlersOn(router, clock);

  const answer = async (context: Context<RequestVariables>, actor: Actor, outcome: ActOutcome<ReportFile>) => {
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    context.header("etag", etagOf(outcome.revision));
    return context.json(await describeReport(services, actor, outcome.result), 200);
  };

  router.openapi(createRouteOfReports, async (context) => {
    const body = context.req.valid("json");
    const made = await createOnce(context, services, { purpose: "reports", body }, (transaction, actor) =>
      createReport(services, transaction, actor, body),
    );
    if ("refusal" in made) return made.refusal;
    const report = await findVisibleReport(services, made.actor, made.id);
    if (report === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(report.revision));
    return context.json(await describeReport(services, made.actor, report), 201);
  });
  onAct(editRoute, async (context, on) =>
    answer(context, on.actor, await editReport(services, on, context.req.valid("json"))),
  );
  onAct(submitRoute, async (context, on) => answer(context, on.actor, await submitReport(services, on)));
  onAct(returnRoute, async (context, on) =>
    answer(context, on.actor, await returnReport(services, on, context.req.valid("json").reason)),
  );
  onAct(forwardRoute, async (context, on) => answer(context, on.actor, await forwardReport(services, on)));
  onAct(receiveRoute, async (context, on) => answer(context, on.actor, await receiveReport(services, on)));
  onCall(listRoute, async (context, { actor }) => {
    const asked = pageOf(context.req.valid("query"));
    if (!asked.ok) return problem(context, "invalid_input", { errors: asked.errors });
    const { reports, total, last } = await listVisibleReports(services, actor, asked.list.filter, asked.page);
    return context.json(reports, 200, pageHeaders("reports", asked.list, { rows: reports.length, total, last }));
  });
  onCall(readRoute, async (context, { actor }) => {
    const report = await findVisibleReport(services, actor, context.req.valid("param").id);
    if (report === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(report.revision));
    return context.json(await describeReport(services, actor, report), 200);
  });
  onCall(peersRoute, async (context, { actor }) => {
    const report = await findVisibleReport(services, actor, context.req.valid("param").id);
    if (report === null) return problem(context, "unknown_record");
    return context.json(await describePeers(services, actor, report), 200);
  });
  return router;
}
