import type { Context } from "hono";

/** The ETag of a record's revision. */
export function etagOf(revision: number): string {
  return `"${revision}"`;
}

/** Whether the caller knows the record as it is: by `If-Match` with its ETag. A proxy that compresses marks the tag as weak; it is the same one. */
export function judgeIfMatch(context: Context, revision: number): "if_match_required" | "stale" | null {
  const header = context.req.header("if-match");
  if (header === undefined) return "if_match_required";
  const tags = header.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etagOf(revision)) ? null : "stale";
}
