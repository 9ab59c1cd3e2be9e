import { portalPageOf } from "@shifan/contract/pages";
import type { Context } from "hono";
import { createRouter } from "../http/router.ts";
import { readPageFiles } from "./files.ts";
import { serveFile } from "./serve.ts";

/** The portal's pages and files. */
export function portalRoutes(directory: string) {
  const files = readPageFiles(directory);
  const document = files.get("/index.html");
  const router = createRouter();

  router.get("*", (context, next) => {
    const path = context.req.path;
    const file = files.get(path);
    if (file !== undefined && path !== "/index.html") return serveFile(context, file, 200);
    if (document !== undefined && portalPageOf(path) !== null) return serveFile(context, document, 200);
    return next();
  });

  return {
    router,
    /** The portal's own page for an address that nobody knows; null without a portal. */
    serveUnknownPage: (context: Context) => (document === undefined ? null : serveFile(context, document, 404)),
  };
}
