import {
  allowSecondApplicationSchema,
  attachPapersSchema,
  claimAnswerSchema,
  claimOrganizationSchema,
  createOrganizationSchema,
  mandateActSchema,
  organizationFilterSchema,
  organizationSchema,
  organizationSummarySchema,
  recordChangeSchema,
  refuseMandateSchema,
} from "@shifan/contract";
import { findOrganization, listMandates, organizationSortFields } from "@shifan/db";
import type { Context } from "hono";
import { refuseAct } from "../acts/answer.ts";
import type { On } from "../acts/begin.ts";
import { createOnce } from "../acts/create-once.ts";
import { handlersOn } from "../acts/handlers.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { actRoutesOf, creationRoute, idParameters, listingRoute, readingRoute } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { etagOf } from "../http/etag.ts";
import { listHeaders, listQuery, listRequestOf } from "../http/list.ts";
import { problem } from "../http/problem.ts";
import { createRouter, type RequestVariables } from "../http/router.ts";
import { allowSecondApplication } from "./allow-second-application.ts";
import { recordChange } from "./change.ts";
import { readUscc } from "./input.ts";
import {
  attachMandatePapers,
  confirmMandate,
  endMandate,
  type MandateFileCheck,
  refuseMandate,
  transferMandate,
} from "./mandates.ts";
import { claimOrganization, registerOrganization } from "./register.ts";
import { listVisibleOrganizations, readOrganization } from "./view.ts";

const tag = "单位与授权";
const on = { resource: "organizations", record: "Organization", tag } as const;
const act = actRoutesOf({ ...on, answer: organizationSchema });
const claimantsAct = actRoutesOf({ ...on, answer: claimAnswerSchema });

const createOrganizationRoute = creationRoute({
  path: "/api/v1/organizations",
  operationId: "createOrganization",
  tag,
  summary: "登记单位；申报单位同时认领为经办人",
  description: "已经登记过的单位，只加一条认领；已有经办人的，由推荐部门决定。",
  body: createOrganizationSchema,
  answer: claimAnswerSchema,
});
const claimRoute = creationRoute({
  path: "/api/v1/organizations/{id}/claim",
  operationId: "claimOrganization",
  tag,
  summary: "认领为经办人；编号处可以写统一社会信用代码",
  params: idParameters,
  body: claimOrganizationSchema,
  answer: claimAnswerSchema,
});
const attachRoute = claimantsAct("attach-papers", "上传营业执照和授权书后，附到认领上", attachPapersSchema);
const confirmRoute = act("confirm-mandate", "推荐部门确认经办人", mandateActSchema);
const transferRoute = act("transfer-mandate", "推荐部门改由另一位认领人经办；原经办人随即不能再看", mandateActSchema);
const refuseRoute = act("refuse-mandate", "推荐部门不确认，写明理由", refuseMandateSchema);
const endRoute = claimantsAct("end-mandate", "经办人不再经办", mandateActSchema);
const changeRoute = act("record-change", "记录名称或推荐部门的变更", recordChangeSchema);

const allowRoute = act(
  "allow-second-application",
  "市工信局准许一个单位在一个批次再报一份（第二条），写明理由",
  allowSecondApplicationSchema,
);

const readRoute = readingRoute({
  path: "/api/v1/organizations/{id}",
  operationId: "readOrganization",
  tag,
  summary: "一个单位：名称沿革、经办人、资格",
  what: "单位",
  answer: organizationSchema,
});
const listRoute = listingRoute({
  path: "/api/v1/organizations",
  operationId: "listOrganizations",
  tag,
  summary: "看得到的单位",
  what: "单位",
  query: listQuery(organizationSortFields, organizationFilterSchema),
  answer: organizationSummarySchema,
});

const contested = "该单位已有经办人，您的认领已转推荐部门核实；核实前不能填写。请上传营业执照和盖章的授权书。";
const claimed = "已登记。现在就可以填写；请上传营业执照和盖章的授权书，推荐部门确认后才能提交。";
const entered = "已登记。";

export type OrganizationServices = ProcedureServices & { mayServeAsMandatePaper: MandateFileCheck };

/** Organizations and who acts for them. */
export function organizationRoutes(services: OrganizationServices) {
  const router = createRouter();
  const { database, clock } = services;
  const { onAct, onCall } = handlersOn(router, clock);

  /** What a claimant is told: how their own claim stands. */
  const describeClaim = async (context: Context<RequestVariables>, organizationId: string, userId: string) => {
    const mandates = await listMandates(database, organizationId);
    const own = mandates.find((mandate) => mandate.userId === userId);
    const organization = await findOrganization(database, organizationId);
    if (organization !== null) context.header("etag", etagOf(organization.revision));
    return {
      organizationId,
      mandateId: own?.id ?? "",
      state: own?.state ?? ("ended" as const),
      message: own === undefined ? entered : own.state === "contested" ? contested : claimed,
    };
  };
  const answer = async <Row>(context: Context<RequestVariables>, { actor, id }: On, outcome: ActOutcome<Row>) => {
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    context.header("etag", etagOf(outcome.revision));
    const organization = await readOrganization(services, actor, id);
    return organization === null ? problem(context, "unknown_record") : context.json(organization, 200);
  };

  /** For acts of a claimant, who may not see the organization: a contested one not yet, a former one no more. */
  const answerClaim = async <Row>(context: Context<RequestVariables>, { actor, id }: On, outcome: ActOutcome<Row>) => {
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    return context.json(await describeClaim(context, id, actor.userId), 200);
  };

  router.openapi(createOrganizationRoute, async (context) => {
    const body = context.req.valid("json");
    const made = await createOnce(context, services, { purpose: "organizations", body }, (transaction, actor) =>
      registerOrganization(services, transaction, actor, body),
    );
    if ("refusal" in made) return made.refusal;
    return context.json(await describeClaim(context, made.id, made.actor.userId), 201);
  });
  router.openapi(claimRoute, async (context) => {
    const body = context.req.valid("json");
    const id = context.req.param("id");
    const made = await createOnce(context, services, { purpose: `claim ${id}`, body }, (transaction, actor) =>
      claimOrganization(services, transaction, actor, id, body.holder),
    );
    if ("refusal" in made) return made.refusal;
    return context.json(await describeClaim(context, made.id, made.actor.userId), 201);
  });
  onAct(attachRoute, async (context, on) =>
    answerClaim(context, on, await attachMandatePapers(services, on, context.req.valid("json"))),
  );
  onAct(confirmRoute, async (context, on) =>
    answer(context, on, await confirmMandate(services, on, context.req.valid("json").mandateId)),
  );
  onAct(transferRoute, async (context, on) => {
    const { mandateId, reason = null } = context.req.valid("json");
    return answer(context, on, await transferMandate(services, on, mandateId, reason));
  });
  onAct(refuseRoute, async (context, on) => {
    const { mandateId, reason } = context.req.valid("json");
    return answer(context, on, await refuseMandate(services, on, mandateId, reason));
  });
  onAct(endRoute, async (context, on) => {
    const { mandateId, reason = null } = context.req.valid("json");
    return answerClaim(context, on, await endMandate(services, on, mandateId, reason));
  });
  onAct(changeRoute, async (context, on) =>
    answer(context, on, await recordChange(services, on, context.req.valid("json"))),
  );
  onAct(allowRoute, async (context, on) =>
    answer(context, on, await allowSecondApplication(services, on, context.req.valid("json"))),
  );
  onCall(readRoute, async (context, { actor }) => {
    const organization = await readOrganization(services, actor, context.req.valid("param").id);
    if (organization === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(organization.revision));
    return context.json(organization, 200);
  });
  onCall(listRoute, async (context, { actor }) => {
    const request = listRequestOf(context.req.valid("query"));
    if (!request.ok) return problem(context, "invalid_input", { errors: request.errors });
    const { filter, after, ...page } = request.list;
    const isOfTime = page.sort.field === "createdAt";
    const at = after !== null && isOfTime ? new Date(after.value) : null;
    const code = filter.uscc === undefined ? null : readUscc(filter.uscc, "/filter/uscc");
    if (at !== null && Number.isNaN(at.getTime())) return problem(context, "invalid_input");
    const { organizations, total, last } = await listVisibleOrganizations(
      services,
      actor,
      Object.fromEntries(
        Object.entries({ ...filter, ...(code !== null && "uscc" in code ? code : {}) }).filter(
          ([, value]) => value !== undefined,
        ),
      ),
      { ...page, after: after === null ? null : { value: at ?? after.value, id: after.id } },
    );
    // By a code that cannot be, nobody is not found, but nothing was asked: whoever asks learns what may have been meant.
    if (total === 0 && code !== null && "errors" in code)
      return problem(context, "invalid_input", { errors: code.errors });
    const headers = listHeaders("organizations", request.list, { rows: organizations.length, total, last });
    return context.json(organizations, 200, headers);
  });
  return router;
}
