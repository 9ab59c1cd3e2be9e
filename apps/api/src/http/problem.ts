import {
  type FieldError,
  maximumFieldErrors,
  type ProblemCode,
  type ProblemDocument,
  problemCodes,
} from "@shifan/contract";
import type { Context } from "hono";

/** What a refusal adds to its code's own wording. */
export type ProblemDetails = {
  detail?: string | undefined;
  article?: string | undefined;
  errors?: readonly FieldError[] | undefined;
  /** How the record stands now, for who came second. */
  present?: NonNullable<ProblemDocument["present"]> | undefined;
  retryAfterSeconds?: number | undefined;
};

/** The HTTP status of a code. */
export type StatusOf<Code extends ProblemCode> = (typeof problemCodes)[Code]["status"];

/**
 * The answer that refuses: an RFC 9457 problem document with the code's status and Chinese wording. Its type carries the status, so that a
 * route cannot refuse in a way that its description does not name.
 */
export function problem<Code extends ProblemCode>(context: Context, code: Code, details: ProblemDetails = {}) {
  const { status, title, detail } = problemCodes[code];
  const document: ProblemDocument = {
    type: `/api/docs#${code}`,
    title,
    status,
    detail: details.detail ?? detail,
    code,
    requestId: context.get("requestId") ?? "",
    ...(details.article === undefined ? {} : { article: details.article }),
    ...(details.present === undefined ? {} : { present: details.present }),
    ...(details.errors === undefined ? {} : { errors: details.errors.slice(0, maximumFieldErrors) }),
  };
  const headers: Record<string, string> = { "content-type": "application/problem+json; charset=utf-8" };
  if (details.retryAfterSeconds !== undefined) headers["retry-after"] = String(details.retryAfterSeconds);
  if (status === 401) headers["www-authenticate"] = "Bearer";
  return context.json(document, status as StatusOf<Code>, headers);
}

/** Refuses with what a use case came to. */
export function refuse<Code extends ProblemCode>(context: Context, outcome: { code: Code } & ProblemDetails) {
  return problem(context, outcome.code, outcome);
}
