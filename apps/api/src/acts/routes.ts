import { createRoute, z } from "@hono/zod-openapi";
import type { ProblemCode } from "@shifan/contract";
import { refusalCodes } from "@shifan/rules";
import { sessionCookie } from "../accounts/sign-in-routes.ts";
import { refusals } from "../documentation/refusals.ts";
import { megabyte, readJsonBody } from "../http/body.ts";
import { ifMatchHeaders } from "../http/etag.ts";
import { idempotencyHeaders } from "../http/idempotency.ts";

/** With what an act, or the making of a record, may be refused. */
export const actRefusals = [
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

/** confirm-mandate of an Organization → confirmMandateOrganization. */
function operationOf(act: string, record: string): string {
  return `${act.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}${record}`;
}

export const idParameters = z.strictObject({ id: z.string().max(100).meta({ description: "编号" }) });

/**
 * The descriptions of the acts on the records of one resource: each is a POST to its own address under the record, with If-Match.
 *
 * @param acts.record the record's word in operation ids; empty where the act's name says it all
 * @param acts.answer what an accepted act answers with
 */
export function actRoutesOf<const Resource extends string, Answer extends z.ZodType>(acts: {
  resource: Resource;
  record: string;
  tag: string;
  answer: Answer;
}) {
  const { resource, record, tag, answer } = acts;
  return <const Act extends string, Body extends z.ZodType>(
    act: Act,
    summary: string,
    body: Body,
    description?: string,
  ) =>
    createRoute({
      method: "post",
      path: `/api/v1/${resource}/{id}/${act}` as const,
      operationId: operationOf(act, record),
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
        ...refusals(...actRefusals, "stale", "if_match_required"),
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
  /** Where the address names another record. */
  params?: z.ZodObject;
  body: Body;
  answer: Answer;
}) {
  const { path, operationId, tag, summary, description, params, body, answer } = creation;
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
      ...(params === undefined ? {} : { params }),
      headers: idempotencyHeaders,
      body: { required: true, content: { "application/json": { schema: body } } },
    },
    responses: {
      201: { description: "已建，附内容", content: { "application/json": { schema: answer } } },
      ...refusals(...actRefusals, "idempotency_key_reused", "idempotency_key_required"),
    },
  });
}

/** The description of a list that comes in pages, for whoever has an account. */
export function listingRoute<const Path extends string, Query extends z.ZodObject, Answer extends z.ZodType>(listing: {
  path: Path;
  operationId: string;
  tag: string;
  summary: string;
  /** What is listed, in a word. */
  what: string;
  query: Query;
  /** One of them. */
  answer: Answer;
}) {
  const { path, operationId, tag, summary, what, query, answer } = listing;
  return createRoute({
    method: "get",
    path,
    operationId,
    summary,
    tags: [tag],
    security: sessionCookie,
    request: { query },
    responses: {
      200: { description: what, content: { "application/json": { schema: z.array(answer) } } },
      ...refusals("not_signed_in", "second_factor_required", "invalid_input"),
    },
  });
}

/** The description of the reading of one record, for whoever has an account and may know of it. */
export function readingRoute<const Path extends string, Answer extends z.ZodType>(reading: {
  path: Path;
  operationId: string;
  tag: string;
  summary: string;
  /** What is read, in a word. */
  what: string;
  answer: Answer;
}) {
  const { path, operationId, tag, summary, what, answer } = reading;
  return createRoute({
    method: "get",
    path,
    operationId,
    summary,
    tags: [tag],
    security: sessionCookie,
    request: { params: idParameters },
    responses: {
      200: { description: what, content: { "application/json": { schema: answer } } },
      ...refusals("not_signed_in", "second_factor_required", "unknown_record"),
    },
  });
}
