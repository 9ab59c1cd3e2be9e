import { createRoute } from "@hono/zod-openapi";
import { passwordResetWaysSchema, requestPasswordResetSchema, resetPasswordSchema } from "@shifan/contract";
import { refusals } from "../../documentation/refusals.ts";
import { badBody, bodyOf, jsonOf, nothing, readBody, tags } from "../sign-in-routes.ts";
import { resetLinkMinutes } from "./link-life.ts";

/** Descriptions of the addresses for whoever forgot the password. */

export const waysRoute = createRoute({
  method: "get",
  path: "/api/v1/auth/password-reset-ways",
  operationId: "readPasswordResetWays",
  tags,
  summary: "忘记密码有哪些办法",
  responses: {
    200: { description: "没有设置发信时 byMail 为 false", content: jsonOf(passwordResetWaysSchema) },
    ...refusals(),
  },
});

export const requestRoute = createRoute({
  method: "post",
  path: "/api/v1/auth/request-password-reset",
  operationId: "requestPasswordReset",
  tags,
  summary: "申请重设密码的链接",
  description: `有没有这个账号，答复都一样。链接只发到账号自己的邮箱，${resetLinkMinutes}分钟内有效，只能用一次。同一邮箱连续申请5次后要等一会儿，等待时间见 Retry-After。`,
  middleware: readBody,
  request: { body: bodyOf(requestPasswordResetSchema) },
  responses: {
    200: { description: "已收到；有这个账号的，信已经发出", content: jsonOf(nothing) },
    ...refusals(...badBody, "mail_not_set_up", "rate_limited"),
  },
});

export const resetRoute = createRoute({
  method: "post",
  path: "/api/v1/auth/reset-password",
  operationId: "resetPassword",
  tags,
  summary: "用邮件里的链接设置新密码",
  description: "各处的登录随即失效，二次验证不变。工作人员的密码12到128个字符，申报单位的10到128个字符。",
  middleware: readBody,
  request: { body: bodyOf(resetPasswordSchema) },
  responses: {
    200: { description: "已设置；请用新密码登录", content: jsonOf(nothing) },
    ...refusals(...badBody, "unknown_reset_link", "rate_limited"),
  },
});
