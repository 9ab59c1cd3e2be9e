import {
  answerSanctionSchema,
  decideSanctionSchema,
  hearSanctionSchema,
  notifySanctionSchema,
  proposeSanctionSchema,
  publishSanctionSchema,
  reasonSchema,
  reinstateSanctionSchema,
  sanctionFilterSchema,
  sanctionSchema,
  serveSanctionSchema,
  stateCaseSchema,
} from "@shifan/contract";
import type { SanctionFile } from "@shifan/db";
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
import {
  answerSanction,
  confirmSanction,
  decideReinstatement,
  decideSanction,
  dropSanction,
  hearSanction,
  notifySanction,
  publishSanction,
  serveSanction,
  stateCase,
} from "./acts.ts";
import { falsePaperRoutes } from "./false-paper-routes.ts";
import { proposeSanction } from "./propose.ts";
import { describeSanction, findVisibleSanction, listVisibleSanctions } from "./view.ts";

const tag = "取消和撤销";
const act = actRoutesOf({ resource: "sanctions", record: "Sanction", tag, answer: sanctionSchema });

const proposeRoute = creationRoute({
  path: "/api/v1/sanctions",
  operationId: "proposeSanction",
  tag,
  summary: "推荐部门或市工信局提出取消（第十三条）或撤销（第十四条）",
  description: "取消的情形要有办结的抽查、考核记录；单位在告知以前看不到。",
  body: proposeSanctionSchema,
  answer: sanctionSchema,
});
const notifyRoute = act("notify", "市工信局告知单位，单位可以陈述申辩", notifySanctionSchema);
const stateRoute = act("state-case", "单位陈述申辩", stateCaseSchema);
const hearRoute = act("hear", "记录听取陈述申辩的情况；单位没有陈述的，期满以后", hearSanctionSchema);
const decideRoute = act("decide", "市工信局作出决定，写明文号；第二人确认以前不生效", decideSanctionSchema);
const confirmRoute = act(
  "confirm",
  "第二人确认：决定当天生效，资格随之终止；撤回的，资格恢复",
  nothing,
  "不能是作出决定的人。确认的日期就是决定的日期。",
);
const serveRoute = act("serve", "记录送达的方式、日期和回证；聊天消息不算送达", serveSanctionSchema);
const publishRoute = act("publish", "记录公布的网址和日期；送达以后才可以", publishSanctionSchema);
const answerRoute = act(
  "answer",
  "单位对决定提出书面意见，和决定放在一起",
  answerSanctionSchema,
  "最后一天自送达次日起算，过了也可以提。不停止执行，也不代替行政复议、行政诉讼。",
);
const dropRoute = act("drop", "生效以前作罢，写明理由；撤回还没有确认的，不再撤回，原决定照旧", reasonSchema);
const reinstateRoute = act("reinstate", "决定有误的，另作撤回决定；第二人确认以后生效", reinstateSanctionSchema);
const listRoute = listingRoute({
  path: "/api/v1/sanctions",
  operationId: "listSanctions",
  tag,
  summary: "看得到的取消和撤销；单位只看得到告知过自己的",
  what: "取消和撤销",
  query: listQuery(createdSort, sanctionFilterSchema),
  answer: sanctionSchema,
});
const readRoute = readingRoute({
  path: "/api/v1/sanctions/{id}",
  operationId: "readSanction",
  tag,
  summary: "一件取消或撤销",
  what: "取消或撤销",
  answer: sanctionSchema,
});

/** Cancellations and revocations, from the proposal to publication and, where they were wrong, to their withdrawal. */
export function sanctionRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { database, clock } = services;
  const { onAct, onCall } = handlersOn(router, clock);
  // Its address would else be taken for that of a sanction.
  router.route("/", falsePaperRoutes(services));

  const describe = async (context: Context<RequestVariables>, actor: Actor, sanction: SanctionFile) => {
    context.header("etag", etagOf(sanction.revision));
    return describeSanction(services, actor, sanction);
  };
  const answer = async (context: Context<RequestVariables>, actor: Actor, outcome: ActOutcome<SanctionFile>) =>
    outcome.kind === "accepted"
      ? context.json(await describe(context, actor, outcome.result), 200)
      : refuseAct(context, outcome);

  router.openapi(proposeRoute, async (context) => {
    const body = context.req.valid("json");
    const made = await createOnce(context, services, { purpose: "sanctions", body }, (transaction, actor) =>
      proposeSanction(services, transaction, actor, body),
    );
    if ("refusal" in made) return made.refusal;
    const sanction = await findVisibleSanction(database, made.actor, made.id);
    if (sanction === null) return problem(context, "unknown_record");
    return context.json(await describe(context, made.actor, sanction), 201);
  });
  onAct(notifyRoute, async (context, on) =>
    answer(context, on.actor, await notifySanction(services, on, context.req.valid("json"))),
  );
  onAct(stateRoute, async (context, on) => {
    const { statement } = context.req.valid("json");
    return answer(context, on.actor, await stateCase(services, on, statement));
  });
  onAct(hearRoute, async (context, on) =>
    answer(context, on.actor, await hearSanction(services, on, context.req.valid("json").hearing)),
  );
  onAct(decideRoute, async (context, on) =>
    answer(context, on.actor, await decideSanction(services, on, context.req.valid("json"))),
  );
  onAct(confirmRoute, async (context, on) => answer(context, on.actor, await confirmSanction(services, on)));
  onAct(serveRoute, async (context, on) =>
    answer(context, on.actor, await serveSanction(services, on, context.req.valid("json"))),
  );
  onAct(publishRoute, async (context, on) =>
    answer(context, on.actor, await publishSanction(services, on, context.req.valid("json"))),
  );
  onAct(answerRoute, async (context, on) =>
    answer(context, on.actor, await answerSanction(services, on, context.req.valid("json").answer)),
  );
  onAct(dropRoute, async (context, on) =>
    answer(context, on.actor, await dropSanction(services, on, context.req.valid("json").reason)),
  );
  onAct(reinstateRoute, async (context, on) =>
    answer(context, on.actor, await decideReinstatement(services, on, context.req.valid("json"))),
  );
  onCall(listRoute, async (context, { actor }) => {
    const asked = pageOf(context.req.valid("query"));
    if (!asked.ok) return problem(context, "invalid_input", { errors: asked.errors });
    const { filter } = asked.list;
    const { sanctions, total, last } = await listVisibleSanctions(services, actor, filter, asked.page);
    return context.json(sanctions, 200, pageHeaders("sanctions", asked.list, { rows: sanctions.length, total, last }));
  });
  onCall(readRoute, async (context, { actor }) => {
    const sanction = await findVisibleSanction(database, actor, context.req.valid("param").id);
    if (sanction === null) return problem(context, "unknown_record");
    return context.json(await describe(context, actor, sanction), 200);
  });
  return router;
}
