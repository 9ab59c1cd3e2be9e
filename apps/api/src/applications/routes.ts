import { createRoute, z } from "@hono/zod-openapi";
import {
  acceptApplicationSchema,
  applicationFilterSchema,
  applicationFindingsSchema,
  applicationSchema,
  applicationSummarySchema,
  correctReceiptSchema,
  createApplicationSchema,
  judgeMaterialSchema,
  putMaterialSchema,
  reasonSchema,
  returnApplicationSchema,
  submitApplicationSchema,
  transferApplicationSchema,
} from "@shifan/contract";
import { type ApplicationRow, applicationSortFields, findApplication } from "@shifan/db";
import type { Context } from "hono";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { refuseAct } from "../acts/answer.ts";
import type { On } from "../acts/begin.ts";
import { createOnce } from "../acts/create-once.ts";
import { handlersOn } from "../acts/handlers.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { actRefusals, actRoutesOf, creationRoute, idParameters, listingRoute } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { refusals } from "../documentation/refusals.ts";
import { megabyte, readJsonBody } from "../http/body.ts";
import { etagOf, ifMatchHeaders } from "../http/etag.ts";
import { listHeaders, listQuery, listRequestOf } from "../http/list.ts";
import { problem } from "../http/problem.ts";
import { createRouter, type RequestVariables } from "../http/router.ts";
import { correctReceipt, discardEntry } from "./counter-acts.ts";
import { createApplication } from "./create.ts";
import {
  acceptApplication,
  judgeMaterial,
  notRecommend,
  returnApplication,
  transferApplication,
} from "./district-acts.ts";
import { handIn, withdrawApplication } from "./hand-in.ts";
import { putMaterial } from "./materials.ts";
import { describeApplication, findVisibleApplication, listVisibleApplications, readFindings } from "./view.ts";

const tag = "申报";
const act = actRoutesOf({ resource: "applications", record: "Application", tag, answer: applicationSchema });
const session = { security: sessionCookie };
const readRefusals = ["not_signed_in", "second_factor_required", "unknown_record"] as const;

const createApplicationRoute = creationRoute({
  path: "/api/v1/applications",
  operationId: "createApplication",
  tag,
  summary: "开始一份申报；推荐部门录入纸质材料也用它",
  body: createApplicationSchema,
  answer: applicationSchema,
});
const submitRoute = act("submit", "交推荐部门核对；交了以后要改，须由推荐部门退回", submitApplicationSchema);
const resubmitRoute = act("resubmit", "补正或退回后再次交推荐部门核对", submitApplicationSchema);
const withdrawRoute = act("withdraw", "撤回", reasonSchema);
const correctReceiptRoute = act(
  "correct-receipt",
  "更正录错的纸质材料收到日期，写明理由；已提交的回到录入，按更正后的日期重新核对、重新提交",
  correctReceiptSchema,
  "更正到申报截止以后的，不能再提交，截止以后自动终止。",
);
const discardRoute = act("discard", "推荐部门放弃误开的纸质材料录入，写明理由；需要时可以重新开始", reasonSchema);
const returnRoute = act("return", "推荐部门退回：补正，或重新提交", returnApplicationSchema);
const acceptRoute = act("accept", "推荐部门受理", acceptApplicationSchema);
const transferRoute = act("transfer", "受理前转给另一个推荐部门", transferApplicationSchema);
const notRecommendRoute = act("not-recommend", "推荐部门决定不推荐，写明理由", reasonSchema);
const judgeRoute = act("judge-material", "推荐部门对一项材料的核对意见", judgeMaterialSchema);

const listRoute = listingRoute({
  path: "/api/v1/applications",
  operationId: "listApplications",
  tag,
  summary: "看得到的申报",
  what: "申报",
  query: listQuery(applicationSortFields, applicationFilterSchema),
  answer: applicationSummarySchema,
});
const readRoute = createRoute({
  method: "get",
  path: "/api/v1/applications/{id}",
  operationId: "readApplication",
  tags: [tag],
  summary: "一份申报，附现在可以办的",
  ...session,
  request: { params: idParameters },
  responses: {
    200: { description: "申报", content: { "application/json": { schema: applicationSchema } } },
    ...refusals(...readRefusals),
  },
});
const findingsRoute = createRoute({
  method: "get",
  path: "/api/v1/applications/{id}/findings",
  operationId: "readApplicationFindings",
  tags: [tag],
  summary: "核对结果：交叉核对、逐条结论、材料",
  ...session,
  request: { params: idParameters },
  responses: {
    200: { description: "核对结果", content: { "application/json": { schema: applicationFindingsSchema } } },
    ...refusals(...readRefusals),
  },
});
const putMaterialRoute = createRoute({
  method: "put",
  path: "/api/v1/applications/{id}/materials/{material}",
  operationId: "putApplicationMaterial",
  tags: [tag],
  summary: "一项材料怎么交：上传的文件，或纸质",
  description:
    'If-Match 写这一项材料自己的版本（核对结果里的 revision，没有时写 "0"）。盖章的申请报告、真实性声明，在 printed 里照页脚写上校验短码：内容以后再改，核对结果会列出要重新打印盖章的页。上传材料不改变数据版本。',
  ...session,
  middleware: [readJsonBody({ maximumBytes: megabyte })] as const,
  request: {
    params: idParameters.extend({ material: z.string().max(20).meta({ description: "M01 到 M14" }) }),
    headers: ifMatchHeaders,
    body: { required: true, content: { "application/json": { schema: putMaterialSchema } } },
  },
  responses: {
    200: { description: "已记下，附申报", content: { "application/json": { schema: applicationSchema } } },
    ...refusals(...actRefusals, "stale", "if_match_required"),
  },
});

/** Applications: drafted and handed in by applicants, taken up by their district. */
export function applicationRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { database, clock } = services;
  const { onAct, onCall } = handlersOn(router, clock);

  const answer = async (context: Context<RequestVariables>, { actor, id }: On, outcome: ActOutcome<unknown>) => {
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    // Read again: after a transfer the former district sees it no more.
    const application = await findVisibleApplication(services, actor, id);
    if (application === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(application.revision));
    return context.json(await describeApplication(services, actor, application), 200);
  };
  const answerTransfer = async (context: Context<RequestVariables>, on: On, outcome: ActOutcome<ApplicationRow>) => {
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    // The last that the former district gets to see of it.
    const described = await describeApplication(services, on.actor, outcome.result);
    return context.json({ ...described, allowedActs: [] }, 200);
  };

  router.openapi(createApplicationRoute, async (context) => {
    const body = context.req.valid("json");
    const made = await createOnce(context, services, { purpose: "applications", body }, (transaction, actor) =>
      createApplication(services, transaction, actor, body),
    );
    if ("refusal" in made) return made.refusal;
    const application = await findApplication(database, made.id);
    if (application === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(application.revision));
    return context.json(await describeApplication(services, made.actor, application), 201);
  });
  onAct(submitRoute, async (context, on) => {
    const { acknowledged } = context.req.valid("json");
    return answer(context, on, await handIn(services, on, "submit", acknowledged));
  });
  onAct(resubmitRoute, async (context, on) => {
    const { acknowledged } = context.req.valid("json");
    return answer(context, on, await handIn(services, on, "resubmit", acknowledged));
  });
  onAct(withdrawRoute, async (context, on) =>
    answer(context, on, await withdrawApplication(services, on, context.req.valid("json").reason)),
  );
  onAct(correctReceiptRoute, async (context, on) =>
    answer(context, on, await correctReceipt(services, on, context.req.valid("json"))),
  );
  onAct(discardRoute, async (context, on) =>
    answer(context, on, await discardEntry(services, on, context.req.valid("json").reason)),
  );
  onAct(returnRoute, async (context, on) =>
    answer(context, on, await returnApplication(services, on, context.req.valid("json"))),
  );
  onAct(acceptRoute, async (context, on) =>
    answer(context, on, await acceptApplication(services, on, context.req.valid("json").receivedOn)),
  );
  onAct(transferRoute, async (context, on) => {
    const outcome = await transferApplication(services, on, context.req.valid("json"));
    return answerTransfer(context, on, outcome);
  });
  onAct(notRecommendRoute, async (context, on) =>
    answer(context, on, await notRecommend(services, on, context.req.valid("json").reason)),
  );
  onAct(judgeRoute, async (context, on) =>
    answer(context, on, await judgeMaterial(services, on, context.req.valid("json"))),
  );
  onAct(putMaterialRoute, async (context, begun) => {
    const on = { ...begun, material: context.req.valid("param").material };
    return answer(context, on, await putMaterial(services, on, context.req.valid("json")));
  });

  onCall(listRoute, async (context, { actor }) => {
    const request = listRequestOf(context.req.valid("query"));
    if (!request.ok) return problem(context, "invalid_input", { errors: request.errors });
    const { filter, after, ...page } = request.list;
    const at = after === null ? null : new Date(after.value);
    if (at !== null && Number.isNaN(at.getTime())) return problem(context, "invalid_input");
    const { applications, total, last } = await listVisibleApplications(
      services,
      actor,
      Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)),
      { ...page, after: after === null || at === null ? null : { at, id: after.id } },
    );
    const headers = listHeaders("applications", request.list, { rows: applications.length, total, last });
    return context.json(applications, 200, headers);
  });
  onCall(readRoute, async (context, { actor }) => {
    const application = await findVisibleApplication(services, actor, context.req.valid("param").id);
    if (application === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(application.revision));
    return context.json(await describeApplication(services, actor, application), 200);
  });
  onCall(findingsRoute, async (context, { actor }) => {
    const application = await findVisibleApplication(services, actor, context.req.valid("param").id);
    if (application === null) return problem(context, "unknown_record");
    return context.json(await readFindings(services, application), 200);
  });
  return router;
}
