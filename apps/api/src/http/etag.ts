import type { Context } from "hono";
import { z } from "zod";

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

/** The header by which whoever changes a record says which state of it they have seen. */
export const ifMatchHeaders = z.object({
  "if-match": z
    .string()
    .regex(/^(W\/)?"\d{1,9}"$/, '照抄读取时得到的 ETag，例如 "3"')
    .optional()
    .meta({ description: "读取时得到的 ETag；没有它不能修改（428），过时的不能修改（412）", example: '"3"' }),
});

/** The revision that an If-Match names; null without one. */
export function revisionOf(header: string | undefined): number | null {
  const digits = header?.match(/\d+/)?.[0];
  return digits === undefined ? null : Number(digits);
}
