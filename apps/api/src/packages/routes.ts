import {
  createPackageSchema,
  editPackageSchema,
  packageFilterSchema,
  packageSchema,
  packageSummarySchema,
  reasonSchema,
  sendPackageSchema,
} from "@shifan/contract";
import type { PackageRow } from "@shifan/db";
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
import { editPackage, receivePackage, sendBackPackage, sendPackage } from "./acts.ts";
import { createPackage } from "./create.ts";
import { describePackage, findVisiblePackage, listVisiblePackages } from "./view.ts";

const tag = "报送件";
const act = actRoutesOf({ resource: "packages", record: "Package", tag, answer: packageSchema });

const createRouteOfPackages = creationRoute({
  path: "/api/v1/packages",
  operationId: "createPackage",
  tag,
  summary: "开始准备一期报送件：各平台的工作总结、检查情况报告（第十三条）",
  description: "每个推荐部门每一期一份。",
  body: createPackageSchema,
  answer: packageSchema,
});
const editRoute = act("edit", "写检查情况报告；缺的总结、检查逐项写原因", editPackageSchema);
const sendRoute = act(
  "send",
  "报送市工信局，写文号；已报送来的总结一并转报",
  sendPackageSchema,
  "这一期满了才可以。缺的逐项写了原因就可以先报送，不耽误其他各家；后来的总结单独转报。",
);
const sendBackRoute = act("send-back", "市工信局退回，写明理由", reasonSchema);
const receiveRoute = act("receive", "市工信局接收，随它报送的总结一并接收", nothing);

const listRoute = listingRoute({
  path: "/api/v1/packages",
  operationId: "listPackages",
  tag,
  summary: "看得到的报送件；没有报送过的只有本部门看得到",
  what: "报送件",
  query: listQuery(createdSort, packageFilterSchema),
  answer: packageSummarySchema,
});
const readRoute = readingRoute({
  path: "/api/v1/packages/{id}",
  operationId: "readPackage",
  tag,
  summary: "一份报送件：里面有什么，缺什么，哪些迟了",
  what: "报送件",
  answer: packageSchema,
});

/** What districts send to the city: prepared and sent by the district, received or sent back by the city. */
export function packageRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { clock } = services;
  const { onAct, onCall } = handlersOn(router, clock);

  const answer = async (context: Context<RequestVariables>, actor: Actor, outcome: ActOutcome<PackageRow>) => {
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    context.header("etag", etagOf(outcome.revision));
    return context.json(await describePackage(services, actor, outcome.result), 200);
  };

  router.openapi(createRouteOfPackages, async (context) => {
    const body = context.req.valid("json");
    const made = await createOnce(context, services, { purpose: "packages", body }, (transaction, actor) =>
      createPackage(services, transaction, actor, body),
    );
    if ("refusal" in made) return made.refusal;
    const row = await findVisiblePackage(services, made.actor, made.id);
    if (row === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(row.revision));
    return context.json(await describePackage(services, made.actor, row), 201);
  });
  onAct(editRoute, async (context, on) =>
    answer(context, on.actor, await editPackage(services, on, context.req.valid("json"))),
  );
  onAct(sendRoute, async (context, on) => {
    const { documentNumber } = context.req.valid("json");
    return answer(context, on.actor, await sendPackage(services, on, documentNumber));
  });
  onAct(sendBackRoute, async (context, on) => {
    const { reason } = context.req.valid("json");
    return answer(context, on.actor, await sendBackPackage(services, on, reason));
  });
  onAct(receiveRoute, async (context, on) => answer(context, on.actor, await receivePackage(services, on)));
  onCall(listRoute, async (context, { actor }) => {
    const asked = pageOf(context.req.valid("query"));
    if (!asked.ok) return problem(context, "invalid_input", { errors: asked.errors });
    const { packages, total, last } = await listVisiblePackages(services, actor, asked.list.filter, asked.page);
    return context.json(packages, 200, pageHeaders("packages", asked.list, { rows: packages.length, total, last }));
  });
  onCall(readRoute, async (context, { actor }) => {
    const row = await findVisiblePackage(services, actor, context.req.valid("param").id);
    if (row === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(row.revision));
    return context.json(await describePackage(services, actor, row), 200);
  });
  return router;
}
