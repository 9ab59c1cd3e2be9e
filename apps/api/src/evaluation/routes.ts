import { createRoute, z } from "@hono/zod-openapi";
import { batchResultSchema, evaluationBatchSchema, evaluationSchema } from "@shifan/contract";
import type { Database } from "@shifan/db";
import { assessmentSchema } from "@shifan/rules";
import type { MiddlewareHandler } from "hono";
import type { Clock } from "../clock.ts";
import { refusals } from "../documentation/refusals.ts";
import { clientAddress } from "../http/address.ts";
import { megabyte, readJsonBody } from "../http/body.ts";
import { problem, refuse } from "../http/problem.ts";
import { createRateLimit } from "../http/rate-limit.ts";
import { createRouter } from "../http/router.ts";
import type { PolicyCatalog } from "../policies/catalog.ts";
import { policyIdParameter } from "../policies/routes.ts";
import { addBans } from "./bans.ts";
import { evaluate } from "./service.ts";

export const evaluationsPerMinute = 120;

const isBatch = (body: unknown) => typeof body === "object" && body !== null && "items" in body;

function evaluateRoute(limitRate: MiddlewareHandler) {
  return createRoute({
    method: "post",
    path: "/api/v1/policies/{policyId}/evaluate",
    operationId: "evaluate",
    tags: ["评估"],
    summary: "按办法逐条评估一份或多份情况",
    description:
      "给出每个条件的结论、与要求的差距、还缺的事实、材料和提醒。没有填的事实按未知处理；写了统一社会信用代码、还在撤销后不得再次申报的年限内的，按名录里的撤销日期算。多份时写 {items}，一次最多500份，有一份不能评估就全部退回。每个地址每分钟最多120次，一批算一次。",
    middleware: [
      limitRate,
      readJsonBody({ maximumBytes: 5 * megabyte, maximumBytesOf: (body) => (isBatch(body) ? 5 : 1) * megabyte }),
    ] as const,
    request: {
      params: z.strictObject({ policyId: policyIdParameter }),
      body: {
        required: true,
        content: {
          "application/json": {
            schema: z.union([evaluationSchema, evaluationBatchSchema]),
          },
        },
      },
    },
    responses: {
      200: {
        description: "评估结果；多份时顺序与请求相同",
        content: {
          "application/json": {
            schema: z.union([assessmentSchema.meta({ id: "Assessment" }), batchResultSchema]),
          },
        },
      },
      ...refusals(
        "not_json",
        "unknown_policy",
        "too_large",
        "unsupported_media_type",
        "invalid_input",
        "before_first_version",
        "rate_limited",
      ),
    },
  });
}

/** The evaluation of facts, without a session. */
export function evaluationRoutes(services: {
  database: Database;
  catalog: PolicyCatalog;
  clock: Clock;
  trustedProxies: number;
}) {
  const router = createRouter();
  const limit = createRateLimit(evaluationsPerMinute);
  const limitRate: MiddlewareHandler = async (context, next) => {
    const wait = limit.take(clientAddress(context, services.trustedProxies), services.clock.machine());
    return wait === null ? next() : problem(context, "rate_limited", { retryAfterSeconds: wait });
  };

  return router.openapi(evaluateRoute(limitRate), async (context) => {
    const { policyId } = context.req.valid("param");
    const body = context.req.valid("json");
    const batch = "items" in body;
    const items = await addBans(services, policyId, batch ? body.items : [body]);
    const evaluated = evaluate(services, policyId, items, (item) => (batch ? `/items/${item}` : ""));
    if (!evaluated.ok) return refuse(context, evaluated);
    const { assessments } = evaluated;
    const [first] = assessments;
    if (batch || first === undefined) return context.json({ items: assessments }, 200);
    return context.json(first, 200);
  });
}
