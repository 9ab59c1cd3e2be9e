import { randomBytes } from "node:crypto";
import { securityPolicyWith } from "../http/headers.ts";
import { createRouter } from "../http/router.ts";
import { readPageFiles } from "./files.ts";
import { serveFile } from "./serve.ts";

const base = "/admin";

/** Stands in the console's document where the word of each answer goes. */
const placeholder = "__STYLE_NONCE__";

/**
 * The console's document and files. Which page an address below /admin/ is, the console decides itself. Its styles are made while it runs, so
 * that the document carries a word by which the browser knows them from styles that somebody slipped in; it is another one in each answer.
 */
export function consoleRoutes(directory: string) {
  const files = readPageFiles(directory);
  const document = files.get("/index.html")?.plain.toString("utf8");
  const router = createRouter();
  if (document === undefined) return router;

  router.get(base, (context) => context.redirect(`${base}/`, 308));
  router.get(`${base}/*`, (context, next) => {
    const path = context.req.path.slice(base.length);
    const file = files.get(path);
    if (file !== undefined && path !== "/index.html") return serveFile(context, file, 200);
    if (path.startsWith("/assets/")) return next();
    const nonce = randomBytes(16).toString("base64");
    context.header("content-security-policy", securityPolicyWith({ styleNonce: nonce }));
    return context.html(document.replaceAll(placeholder, nonce));
  });
  return router;
}
