import { z } from "@hono/zod-openapi";

/** The header by which whoever changes a record says which state of it they have seen. */
export const ifMatchHeaders = z.object({
  "if-match": z
    .string()
    .regex(/^(W\/)?"\d{1,9}"$/, '照抄读取时得到的 ETag，例如 "3"')
    .optional()
    .meta({ description: "读取时得到的 ETag；没有它不能修改（428），过时的不能修改（412）", example: '"3"' }),
});

/** The revision that a header names; null without one. */
export function revisionOf(header: string | undefined): number | null {
  const digits = header?.match(/\d+/)?.[0];
  return digits === undefined ? null : Number(digits);
}

/** The entity tag of a record's revision. */
export function etagOf(revision: number): string {
  return `"${revision}"`;
}
