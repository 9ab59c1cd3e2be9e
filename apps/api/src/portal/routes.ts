import { portalPageOf } from "@shifan/contract/pages";
import type { Context } from "hono";
import { createRouter } from "../http/router.ts";
import { type PortalFile, readPortalFiles } from "./files.ts";

/** The portal's pages and files. */
export function portalRoutes(directory: string) {
  const files = readPortalFiles(directory);
  const document = files.get("/index.html");
  const router = createRouter();

  router.get("*", (context, next) => {
    const path = context.req.path;
    const file = files.get(path);
    if (file !== undefined && path !== "/index.html") return serve(context, file, 200);
    if (document !== undefined && portalPageOf(path) !== null) return serve(context, document, 200);
    return next();
  });

  return {
    router,
    /** The portal's own page for an address that nobody knows; null without a portal. */
    serveUnknownPage: (context: Context) => (document === undefined ? null : serve(context, document, 404)),
  };
}

function serve(context: Context, file: PortalFile, status: 200 | 404): Response {
  context.header("cache-control", file.immutable ? "public, max-age=31536000, immutable" : "no-cache");
  context.header("etag", file.etag);
  context.header("vary", "accept-encoding");
  if (status === 200 && context.req.header("if-none-match")?.includes(file.etag)) return context.body(null, 304);
  context.header("content-type", file.type);
  const encoding = acceptedEncoding(context.req.header("accept-encoding") ?? "");
  const body = encoding === null ? file.plain : file.packed(encoding);
  if (encoding !== null && body !== file.plain) context.header("content-encoding", encoding);
  return context.body(body, status);
}

function acceptedEncoding(header: string): "br" | "gzip" | null {
  const accepted = header.split(",").flatMap((part) => {
    const [name = "", ...parameters] = part.trim().toLowerCase().split(";");
    const refused = parameters.some((parameter) => /^\s*q\s*=\s*0(\.0*)?\s*$/.test(parameter));
    return refused ? [] : [name.trim()];
  });
  if (accepted.includes("br")) return "br";
  return accepted.includes("gzip") ? "gzip" : null;
}
