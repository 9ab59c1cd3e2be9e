import type { Context } from "hono";
import { z } from "zod";
import { hashOf } from "./bearer.ts";

/** The header of calls that make something with a session: the same key makes it once. */
export const idempotencyHeaders = z.object({
  "idempotency-key": z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/, "1到255个可见的英文字符，不含空格")
    .optional()
    .meta({ description: "必填。调用方的随机串；重发同样的请求用同一个，不会重复建立" }),
});

/** The same for calls without a session, where it is the caller's choice. */
export const optionalIdempotencyHeaders = z.object({
  "idempotency-key": idempotencyHeaders.shape["idempotency-key"].meta({
    description: "调用方的随机串，可以不带；重发同样的请求用同一个，不会重复",
  }),
});

/** What a key stands for, in the hashes under which it is kept; null when the request has none. */
export function idempotencyOf(
  context: Context,
  scope: { call: string; userId: string | null; body: unknown },
): { key: string; keyHash: string; bodyHash: string } | null {
  const key = context.req.header("idempotency-key");
  if (key === undefined) return null;
  return {
    key,
    keyHash: hashOf(JSON.stringify([scope.call, scope.userId, key])),
    bodyHash: hashOf(JSON.stringify(scope.body)),
  };
}
