import { createRoute, z } from "@hono/zod-openapi";
import { currentSessionSchema, type ProblemCode, signedInSchema, signInSchema, signUpSchema } from "@shifan/contract";
import { refusals } from "../documentation/refusals.ts";
import { megabyte, readJsonBody } from "../http/body.ts";

/** Descriptions of the addresses by which a session begins and ends. */

export const tags = ["账号"];
export const sessionCookie = [{ sessionCookie: [] }];
export const jsonOf = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
export const bodyOf = <Schema extends z.ZodType>(schema: Schema) => ({ required: true, content: jsonOf(schema) });
export const badBody = [
  "not_json",
  "foreign_origin",
  "too_large",
  "unsupported_media_type",
  "invalid_input",
] as const satisfies ProblemCode[];
export const readBody = [readJsonBody({ maximumBytes: megabyte })];
export const readOptionalBody = [readJsonBody({ maximumBytes: megabyte, optional: true })];
export const nothing = z.strictObject({}).meta({ id: "Nothing" });

export const signUpRoute = createRoute({
  method: "post",
  path: "/api/v1/auth/sign-up/email",
  operationId: "signUp",
  tags,
  summary: "申报单位的经办人注册",
  description: "密码10到128个字符。注册后即已登录。工作人员的账号由管理员邀请。",
  middleware: readBody,
  request: { body: bodyOf(signUpSchema) },
  responses: {
    200: { description: "已注册并登录", content: jsonOf(signedInSchema) },
    ...refusals(...badBody, "email_taken", "rate_limited"),
  },
});

export const signInRoute = createRoute({
  method: "post",
  path: "/api/v1/auth/sign-in/email",
  operationId: "signIn",
  tags,
  summary: "登录",
  description:
    "登录成功时由 Cookie 记住，内容里没有凭证。同一账号从同一地址连续输错5次后要等一会儿，等待时间见 Retry-After；别处登录不受影响。",
  middleware: readBody,
  request: { body: bodyOf(signInSchema) },
  responses: {
    200: { description: "密码正确", content: jsonOf(signedInSchema) },
    ...refusals(...badBody, "wrong_credentials", "account_disabled", "rate_limited"),
  },
});

export const signOutRoute = createRoute({
  method: "post",
  path: "/api/v1/auth/sign-out",
  operationId: "signOut",
  tags,
  summary: "退出登录",
  middleware: readOptionalBody,
  request: { body: { required: false, content: jsonOf(nothing) } },
  responses: {
    200: { description: "已退出", content: jsonOf(nothing) },
    ...refusals(...badBody),
  },
});

export const sessionRoute = createRoute({
  method: "get",
  path: "/api/v1/auth/get-session",
  operationId: "readSession",
  tags,
  summary: "现在是谁登录",
  responses: {
    200: { description: "没有登录时 user 为 null", content: jsonOf(currentSessionSchema) },
    ...refusals(),
  },
});
