import { obligationFilterSchema, obligationSchema, reasonSchema } from "@shifan/contract";
import { listObligations, obligationReachColumns, readObligation, withinReach } from "@shifan/db";
import { parseDate, permittingGrant, reachableBy } from "@shifan/rules";
import { refuseAct } from "../acts/answer.ts";
import { handlersOn } from "../acts/handlers.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import { actRoutesOf, listingRoute, readingRoute } from "../acts/routes.ts";
import { etagOf } from "../http/etag.ts";
import { listHeaders, listQuery, listRequestOf } from "../http/list.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { markLateReason } from "./mark-late-reason.ts";
import { type ObligationServices, relationOfObligation } from "./subject.ts";
import { describeObligation } from "./view.ts";

const tag = "应办事项";
const listRoute = listingRoute({
  path: "/api/v1/obligations",
  operationId: "listObligations",
  tag,
  summary: "看得到的应办事项：检查、总结、报送、考核、再次申报，各有最后期限",
  what: "应办事项",
  query: listQuery(["dueOn"], obligationFilterSchema),
  answer: obligationSchema,
});
const readRoute = readingRoute({
  path: "/api/v1/obligations/{id}",
  operationId: "readObligation",
  tag,
  summary: "一件应办事项",
  what: "应办事项",
  answer: obligationSchema,
});
const act = actRoutesOf({ resource: "obligations", record: "Obligation", tag, answer: obligationSchema });
const markRoute = act("mark-late-reason", "写明逾期的原因；写了仍是逾期", reasonSchema);

/** What is owed after the title, by whom and until when. */
export function obligationRoutes(services: ObligationServices) {
  const router = createRouter();
  const { database, clock } = services;
  const { onAct, onCall } = handlersOn(router, clock);

  onCall(listRoute, async (context, caller) => {
    const asked = listRequestOf(context.req.valid("query"));
    if (!asked.ok) return problem(context, "invalid_input", { errors: asked.errors });
    const { sort, limit, from, after, countUpTo, filter } = asked.list;
    if (after !== null && parseDate(after.value) === undefined) {
      const errors = [{ path: "/cursor", code: "invalid", message: "请用上一页响应头 Next-Cursor 的值" }];
      return problem(context, "invalid_input", { errors });
    }
    const { actor } = caller;
    const day = clock.today();
    const behind = after === null ? null : { dueOn: after.value, id: after.id };
    const { rows, total } = await listObligations(database, {
      within: withinReach(reachableBy(actor, "obligations", "read"), obligationReachColumns),
      filter,
      page: { descending: sort.descending, limit, from, after: behind, countUpTo },
      day,
    });
    const policy = await policyInForce(services, day);
    const last = rows.at(-1);
    const end = last === undefined ? null : { value: last.dueOn, id: last.id };
    return context.json(
      rows.map((row) => describeObligation(policy, actor, row, day)),
      200,
      listHeaders("obligations", asked.list, { rows: rows.length, total, last: end }),
    );
  });
  onCall(readRoute, async (context, { actor }) => {
    const row = await readObligation(database, context.req.valid("param").id);
    if (row === null || permittingGrant(actor, "obligations", "read", relationOfObligation(row)) === null)
      return problem(context, "unknown_record");
    const day = clock.today();
    context.header("etag", etagOf(row.revision));
    return context.json(describeObligation(await policyInForce(services, day), actor, row, day), 200);
  });
  onAct(markRoute, async (context, on) => {
    const outcome = await markLateReason(services, on, context.req.valid("json").reason);
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    const row = await readObligation(database, on.id);
    if (row === null) return problem(context, "unknown_record");
    const day = clock.today();
    context.header("etag", etagOf(row.revision));
    return context.json(describeObligation(await policyInForce(services, day), on.actor, row, day), 200);
  });
  return router;
}
