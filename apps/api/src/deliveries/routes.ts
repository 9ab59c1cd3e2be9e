import { deliveryFilterSchema, deliverySchema } from "@shifan/contract";
import { nothing } from "../accounts/sign-in-routes.ts";
import { refuseAct } from "../acts/answer.ts";
import { handlersOn } from "../acts/handlers.ts";
import { actRoutesOf, listingRoute, readingRoute } from "../acts/routes.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { etagOf } from "../http/etag.ts";
import { listQuery } from "../http/list.ts";
import { createdSort, pageHeaders, pageOf } from "../http/list-page.ts";
import { problem } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { resendDelivery } from "./resend.ts";
import { describeDelivery, listVisibleDeliveries, readDelivery } from "./view.ts";

const tag = "提醒";
const act = actRoutesOf({ resource: "deliveries", record: "Delivery", tag, answer: deliverySchema });

const resendRoute = act("resend", "再发一次：到了能打扰的时间，事情还没有办完才发", nothing);
const listRoute = listingRoute({
  path: "/api/v1/deliveries",
  operationId: "listDeliveries",
  tag,
  summary: "发给谁、什么时候、为什么、发成没有；市工信局和监察、审计看得到",
  what: "提醒",
  query: listQuery(createdSort, deliveryFilterSchema),
  answer: deliverySchema,
});
const readRoute = readingRoute({
  path: "/api/v1/deliveries/{id}",
  operationId: "readDelivery",
  tag,
  summary: "一次提醒：内容、依据和结果",
  what: "提醒",
  answer: deliverySchema,
});

/** What was told to whom, when, why, and what became of it. */
export function deliveryRoutes(services: ProcedureServices) {
  const router = createRouter();
  const { onAct, onCall } = handlersOn(router, services.clock);

  onAct(resendRoute, async (context, on) => {
    const outcome = await resendDelivery(services, on);
    if (outcome.kind !== "accepted") return refuseAct(context, outcome);
    context.header("etag", etagOf(outcome.revision));
    return context.json(await describeDelivery(services, on.actor, outcome.result), 200);
  });
  onCall(listRoute, async (context, { actor }) => {
    const asked = pageOf(context.req.valid("query"));
    if (!asked.ok) return problem(context, "invalid_input", { errors: asked.errors });
    const { filter } = asked.list;
    const { deliveries, total, last } = await listVisibleDeliveries(services, actor, filter, asked.page);
    return context.json(
      deliveries,
      200,
      pageHeaders("deliveries", asked.list, { rows: deliveries.length, total, last }),
    );
  });
  onCall(readRoute, async (context, { actor }) => {
    const delivery = await readDelivery(services, actor, context.req.valid("param").id);
    if (delivery === null) return problem(context, "unknown_record");
    context.header("etag", etagOf(delivery.revision));
    return context.json(delivery, 200);
  });
  return router;
}
