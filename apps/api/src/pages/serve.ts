import type { Context } from "hono";
import type { PageFile } from "./files.ts";

/** Answers with a file, packed as the browser takes it; 304 where the browser has it already. */
export function serveFile(context: Context, file: PageFile, status: 200 | 404): Response {
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
