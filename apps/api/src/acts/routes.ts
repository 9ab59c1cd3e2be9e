import { createRoute, z } from "@hono/zod-openapi";
import type { ProblemCode } from "@shifan/contract";
import { refusalCodes } from "@shifan/rules";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { refusals } from "../documentation/refusals.ts";
import { megabyte, readJsonBody } from "../http/body.ts";
import { ifMatchHeaders } from "../http/revision.ts";

/** With what an act, or the making of a record, may be refused. */
const actRefusals = [
  "not_json",
  "not_signed_in",
  "second_factor_required",
  "foreign_origin",
  "unknown_record",
  "too_large",
  "unsupported_media_type",
  "invalid_input",
  ...refusalCodes,
] as const satisfies readonly ProblemCode[];

export const idParameters = z.strictObject({ id: z.string().max(100).meta({ description: "编号" }) });

/** The description of an act on a record: POST to its own address, with If-Match. */
export function actRoute<const Path extends string, Body extends z.ZodType, Answer extends z.ZodType>(act: {
  path: Path;
  operationId: string;
  tag: string;
  summary: string;
  description?: string;
  body: Body;
  answer: Answer;
}) {
  const { path, operationId, tag, summary, description, body, answer } = act;
  return createRoute({
    method: "post",
    path,
    operationId,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    security: sessionCookie,
    middleware: [readJsonBody({ maximumBytes: megabyte, optional: true })] as const,
    request: {
      params: idParameters,
      headers: ifMatchHeaders,
      body: { required: true, content: { "application/json": { schema: body } } },
    },
    responses: {
      200: { description: "已办，附最新内容", content: { "application/json": { schema: answer } } },
      ...refusals(...actRefusals, "stale", "precondition_required"),
    },
  });
}

/** The description of the making of a record, with an Idempotency-Key. */
export function creationRoute<const Path extends string, Body extends z.ZodType, Answer extends z.ZodType>(creation: {
  path: Path;
  operationId: string;
  tag: string;
  summary: string;
  description?: string;
  body: Body;
  answer: Answer;
}) {
  const { path, operationId, tag, summary, description, body, answer } = creation;
  return createRoute({
    method: "post",
    path,
    operationId,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    security: sessionCookie,
    middleware: [readJsonBody({ maximumBytes: megabyte })] as const,
    request: {
      headers: z.object({
        "idempotency-key": z
          .string()
          .regex(/^[\x21-\x7e]{1,255}$/, "1到255个可见的英文字符，不含空格")
          .meta({ description: "调用方的随机串：同样的请求重发，不会建两次" }),
      }),
      body: { required: true, content: { "application/json": { schema: body } } },
    },
    responses: {
      201: { description: "已建，附内容", content: { "application/json": { schema: answer } } },
      ...refusals(...actRefusals, "idempotency_key_reused"),
    },
  });
}

/** An act that brings nothing with it. */
export const nothingSchema = z.strictObject({}).meta({ id: "Nothing", description: "不需要内容，写 {}" });
