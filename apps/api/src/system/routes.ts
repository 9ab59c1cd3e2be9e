import { prometheus } from "@hono/prometheus";
import { createRoute, z } from "@hono/zod-openapi";
import { collectDefaultMetrics, Registry } from "prom-client";
import { createRouter } from "../http/router.ts";
import type { Readiness } from "./readiness.ts";

const healthRoute = createRoute({
  method: "get",
  path: "/healthz",
  operationId: "isAlive",
  tags: ["运行"],
  summary: "进程是否在运行",
  responses: {
    200: {
      description: "在运行",
      content: { "application/json": { schema: z.object({ status: z.literal("ok") }).meta({ id: "Alive" }) } },
    },
  },
});

const checkSchema = z.object({ ok: z.boolean(), detail: z.string() }).meta({ id: "ReadinessCheck" });
const readinessSchema = z
  .object({
    status: z.enum(["ready", "not_ready"]),
    checks: z.object({ database: checkSchema, migrations: checkSchema, clock: checkSchema }),
  })
  .meta({ id: "Readiness" });

const readyRoute = createRoute({
  method: "get",
  path: "/readyz",
  operationId: "isReady",
  tags: ["运行"],
  summary: "能否提供服务：数据库、迁移、时钟",
  responses: {
    200: { description: "能", content: { "application/json": { schema: readinessSchema } } },
    503: { description: "不能，原因见各项", content: { "application/json": { schema: readinessSchema } } },
  },
});

const metricsRoute = createRoute({
  method: "get",
  path: "/metrics",
  operationId: "readMetrics",
  tags: ["运行"],
  summary: "Prometheus 指标",
  responses: { 200: { description: "指标", content: { "text/plain": { schema: z.string() } } } },
});

/** What supervisors and monitoring ask. */
export function systemRoutes(options: { readiness: () => Promise<Readiness>; processMetrics: boolean }) {
  const registry = new Registry();
  if (options.processMetrics) collectDefaultMetrics({ register: registry });
  const { registerMetrics } = prometheus({ registry });
  const router = createRouter();
  router.openapi(healthRoute, (context) => context.json({ status: "ok" } as const, 200));
  router.openapi(readyRoute, async (context) => {
    const readiness = await options.readiness();
    return context.json(readiness, readiness.status === "ready" ? 200 : 503);
  });
  router.openapi(metricsRoute, async (context) => context.text(await registry.metrics(), 200));
  return { router, registerMetrics };
}
