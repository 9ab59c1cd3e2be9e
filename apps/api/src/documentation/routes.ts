import type { OpenAPIHono } from "@hono/zod-openapi";
import type { RequestVariables } from "../http/router.ts";
import { createRouter } from "../http/router.ts";
import type { PolicyCatalog } from "../policies/catalog.ts";
import { actDescriptionRoutes } from "./act-routes.ts";
import { describeApi, type OpenApiDocument } from "./document.ts";
import { renderPage } from "./page.ts";
import { stylesheet } from "./stylesheet.ts";

/** The description of the API, for programs and for people. Made at the first look and kept. */
export function documentationRoutes(
  app: OpenAPIHono<RequestVariables>,
  services: { catalog: PolicyCatalog; publicUrl: string; defaultPolicy: string },
) {
  let document: OpenApiDocument | undefined;
  let page: string | undefined;
  const describe = () => {
    document ??= describeApi(app, services);
    return document;
  };

  const router = createRouter();
  router.get("/api/openapi.json", (context) => {
    context.header("cache-control", "no-cache");
    return context.json(describe());
  });
  router.get("/api/docs", (context) => {
    page ??= renderPage(describe());
    context.header("cache-control", "no-cache");
    return context.html(page);
  });
  router.get("/api/docs.css", (context) => {
    context.header("cache-control", "no-cache");
    return context.body(stylesheet, 200, { "content-type": "text/css; charset=utf-8" });
  });
  router.route("/", actDescriptionRoutes(describe));
  return router;
}
