import { randomUUID } from "node:crypto";
import type { PersonalKeys } from "@shifan/db";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { auditRoutes } from "./audit/routes.ts";
import { telegramRoutes } from "./channels/telegram/routes.ts";
import { chatRoutes } from "./chat/routes.ts";
import type { ChatServices } from "./chat/services.ts";
import { documentationRoutes } from "./documentation/routes.ts";
import { evaluationRoutes } from "./evaluation/routes.ts";
import { allowedMethods } from "./http/allowed-methods.ts";
import { securityHeaders } from "./http/headers.ts";
import { problem } from "./http/problem.ts";
import { createRouter } from "./http/router.ts";
import type { Log } from "./log.ts";
import { policyRoutes } from "./policies/routes.ts";
import { portalRoutes } from "./portal/routes.ts";
import { judgeReadiness } from "./system/readiness.ts";
import { systemRoutes } from "./system/routes.ts";

export type AppServices = ChatServices & {
  log: Log;
  /** Seal and open the personal data of third persons. */
  personalKeys: PersonalKeys;
  serviceToken: string;
  trustedProxies: number;
  publicUrl: string;
  /** Where the built portal lies. */
  portalDirectory: string;
  /** Whether the metrics tell of the process as well; once in a process. */
  processMetrics?: boolean;
};

/** The whole app: every address, and what happens to a request that none of them takes. */
export function createApp(services: AppServices) {
  const { log } = services;
  const app = createRouter();
  const system = systemRoutes({
    readiness: () => judgeReadiness(services),
    processMetrics: services.processMetrics ?? false,
  });
  const portal = portalRoutes(services.portalDirectory);

  app.use(async (context, next) => {
    const requestId = randomUUID();
    context.set("requestId", requestId);
    context.header("x-request-id", requestId);
    await next();
    log.info({ requestId, method: context.req.method, status: context.res.status }, "answered");
  });
  app.use(securityHeaders);
  app.use(system.registerMetrics);

  app.route("/", system.router);
  app.route("/", policyRoutes(services));
  app.route("/", evaluationRoutes(services));
  app.route("/", chatRoutes(services));
  app.route("/", telegramRoutes(services));
  app.route("/", auditRoutes(services));
  app.route("/", documentationRoutes(app, services));
  app.route("/", portal.router);

  app.notFound((context) => {
    const allowed = allowedMethods(app.routes, context.req.path);
    if (allowed.length > 0) {
      context.header("allow", allowed.join(", "));
      return problem(context, "method_not_allowed");
    }
    const page = wantsPage(context) ? portal.serveUnknownPage(context) : null;
    return page ?? problem(context, "unknown_path");
  });

  app.onError((cause, context) => {
    if (cause instanceof HTTPException && cause.status < 500) {
      return problem(context, cause.status === 415 ? "unsupported_media_type" : "invalid_request");
    }
    log.error({ err: cause, requestId: context.get("requestId"), path: context.req.path }, "a request met a fault");
    return problem(context, "internal");
  });

  return app;
}

/** A person's browser and not a program: only it is answered with a page. */
function wantsPage(context: Context): boolean {
  const isRead = context.req.method === "GET" || context.req.method === "HEAD";
  return isRead && !context.req.path.startsWith("/api/") && (context.req.header("accept") ?? "").includes("text/html");
}
