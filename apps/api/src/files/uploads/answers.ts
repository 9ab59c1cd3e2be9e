import type { ProblemCode } from "@shifan/contract";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { problem } from "../../http/problem.ts";

export const tusVersion = "1.0.0";

/** What the protocol's own refusals are called here. The library says them in English and in plain text. */
const codes: Readonly<Record<number, ProblemCode>> = {
  // A newer request for the same upload took over from this one.
  400: "upload_incomplete",
  404: "unknown_upload",
  409: "upload_offset_conflict",
  410: "unknown_upload",
  412: "upload_version",
  413: "file_too_large",
};

/** Passes an answer of the protocol on, with the headers that every answer of ours has; its refusals become problem documents. */
export function passOn(context: Context, response: Response): Response {
  context.header("tus-resumable", tusVersion);
  if (response.status < 400) {
    const headers = [...response.headers].filter(([name]) => !name.startsWith("access-control-"));
    for (const [name, value] of headers) context.header(name, value);
    return context.body(null, response.status as ContentfulStatusCode);
  }
  const code = codes[response.status];
  if (code === undefined) {
    // Its lock is not to be had: the request before still works on it.
    return problem(context, response.status === 500 ? "upload_busy" : "invalid_request");
  }
  return problem(context, code);
}
