import {
  createInterpretationSchema,
  editInterpretationSchema,
  interpretationFilterSchema,
  interpretationSchema,
  supersedeInterpretationSchema,
} from "@shifan/contract";
import type { InterpretationRow } from "@shifan/db";
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
import { createInterpretation, editInterpretation } from "./draft.ts";
import { issueInterpretation, supersedeInterpretation } from "./issue.ts";
import { describeInterpretation, findVisibleInterpretation, listVisibleInterpretations } from "./view.ts";

const tag = "解释";
const act = actRoutesOf({ resource: "interpretations", record: "Interpretation", tag, answer: interpretationSchema });

const createInterpretationRoute = creationRoute({
  path: "/api/v1/interpretations",
  operationId: "createInterpretation",
  tag,
  summary: "市工信局起草对办法的解释（第十七条）",
  description: "写了口径和取值的，发布后从起算日起成为办法的新版本；已作出的结论和已开始的批次不变。",
  body: createInterpretationSchema,
  answer: interpretationSchema,
});
const editRoute = act("edit", "修改草稿", editInterpretationSchema);
const issueRoute = act("issue", "发布，不能是写这一稿的人；它要取代的那件随之被取代", nothing);
const supersedeRoute = act(
  "supersede",
  "由为它写的草稿取代，草稿随之发布",
  supersedeInterpretationSchema,
  "与发布那件草稿是一回事，从被取代的一件办理。",
);
const listRoute = listingRoute({
  path: "/api/v1/interpretations",
  operationId: "listInterpretations",
  tag,
  summary: "看得到的解释；草稿只有市工信局和监督人员看得到",
  what: "解释",
  query: listQuery(createdSort, interpretationFilterSchema),
  answer: interpretationSchema,
});
const readRoute = readingRoute({
  path: "/api/v1/interpretations/{id}",
  operationId: "readInterpretation",
  tag,
  summary: "一件解释",
  what: "解释",
  answer: interpretationSchema,
});

/** Interpretations: drafted by one officer of the city, issued by another. */
export function interpretationRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { database, clock } = services;
  const { onAct, onCall } = handlersOn(router, clock);

  const describe = async (context: Context<RequestVariables>, actor: Actor, row: InterpretationRow) => {
    context.header("etag", etagOf(row.revision));
    return describeInterpretation(services, actor, row);
  };
  const answer = async (context: Context<RequestVariables>, actor: Actor, outcome: ActOutcome<InterpretationRow>) =>
    outcome.kind === "accepted"
      ? context.json(await describe(context, actor, outcome.result), 200)
      : refuseAct(context, outcome);

  router.openapi(createInterpretationRoute, async (context) => {
    const body = context.req.valid("json");
    const made = await createOnce(context, services, { purpose: "interpretations", body }, (transaction, actor) =>
      createInterpretation(services, transaction, actor, body),
    );
    if ("refusal" in made) return made.refusal;
    const row = await findVisibleInterpretation(database, made.actor, made.id);
    if (row === null) return problem(context, "unknown_record");
    return context.json(await describe(context, made.actor, row), 201);
  });
  onAct(editRoute, async (context, on) =>
    answer(context, on.actor, await editInterpretation(services, on, context.req.valid("json"))),
  );
  onAct(issueRoute, async (context, on) => answer(context, on.actor, await issueInterpretation(services, on)));
  onAct(supersedeRoute, async (context, on) => {
    const { byId } = context.req.valid("json");
    return answer(context, on.actor, await supersedeInterpretation(services, on, byId));
  });
  onCall(listRoute, async (context, { actor }) => {
    const asked = pageOf(context.req.valid("query"));
    if (!asked.ok) return problem(context, "invalid_input", { errors: asked.errors });
    const { filter } = asked.list;
    const { interpretations, total, last } = await listVisibleInterpretations(services, actor, filter, asked.page);
    const rows = interpretations.length;
    return context.json(interpretations, 200, pageHeaders("interpretations", asked.list, { rows, total, last }));
  });
  onCall(readRoute, async (context, { actor }) => {
    const row = await findVisibleInterpretation(database, actor, context.req.valid("param").id);
    if (row === null) return problem(context, "unknown_record");
    return context.json(await describe(context, actor, row), 200);
  });
  return router;
}
