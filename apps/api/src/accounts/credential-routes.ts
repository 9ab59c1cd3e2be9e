import { createRoute } from "@hono/zod-openapi";
import {
  changePasswordSchema,
  confirmPasswordSchema,
  recoveryCodeSchema,
  recoveryCodesAnswerSchema,
  secondFactorSetupSchema,
  signedInSchema,
  totpCodeSchema,
} from "@shifan/contract";
import { refusals } from "../documentation/refusals.ts";
import { badBody, bodyOf, jsonOf, nothing, readBody, sessionCookie, tags } from "./sign-in-routes.ts";

/** Descriptions of the addresses by which people look after their password and their second factor. */

export const changePasswordRoute = createRoute({
  method: "post",
  path: "/api/v1/auth/change-password",
  operationId: "changePassword",
  tags,
  summary: "修改自己的密码",
  description: "其他地方的登录随即失效。工作人员的密码12到128个字符，申报单位的10到128个字符。",
  security: sessionCookie,
  middleware: readBody,
  request: { body: bodyOf(changePasswordSchema) },
  responses: {
    200: { description: "已修改", content: jsonOf(nothing) },
    ...refusals(...badBody, "not_signed_in", "wrong_credentials", "rate_limited"),
  },
});

export const enableRoute = createRoute({
  method: "post",
  path: "/api/v1/auth/two-factor/enable",
  operationId: "enableSecondFactor",
  tags,
  summary: "设置验证器：取得密钥和恢复码",
  description: "随后用 verify-totp 验证一次才生效。已设置过的，要由管理员当面重置。",
  security: sessionCookie,
  middleware: readBody,
  request: { body: bodyOf(confirmPasswordSchema) },
  responses: {
    200: { description: "密钥和10个恢复码，只显示这一次", content: jsonOf(secondFactorSetupSchema) },
    ...refusals(...badBody, "not_signed_in", "wrong_credentials", "second_factor_enrolled", "rate_limited"),
  },
});

export const verifyTotpRoute = createRoute({
  method: "post",
  path: "/api/v1/auth/two-factor/verify-totp",
  operationId: "verifyTotp",
  tags,
  summary: "输入验证器的验证码",
  description: "登录的第二步，或设置验证器的最后一步。",
  middleware: readBody,
  request: { body: bodyOf(totpCodeSchema) },
  responses: {
    200: { description: "已登录", content: jsonOf(signedInSchema) },
    ...refusals(...badBody, "wrong_code", "sign_in_expired", "account_disabled"),
  },
});

export const verifyRecoveryCodeRoute = createRoute({
  method: "post",
  path: "/api/v1/auth/two-factor/verify-backup-code",
  operationId: "verifyRecoveryCode",
  tags,
  summary: "用恢复码登录",
  description: "登录的第二步。每个恢复码只能用一次。",
  middleware: readBody,
  request: { body: bodyOf(recoveryCodeSchema) },
  responses: {
    200: { description: "已登录", content: jsonOf(signedInSchema) },
    ...refusals(...badBody, "wrong_code", "sign_in_expired", "account_disabled"),
  },
});

export const renewRecoveryCodesRoute = createRoute({
  method: "post",
  path: "/api/v1/auth/two-factor/generate-backup-codes",
  operationId: "renewRecoveryCodes",
  tags,
  summary: "换一套恢复码",
  description: "原来的恢复码随即失效。",
  security: sessionCookie,
  middleware: readBody,
  request: { body: bodyOf(confirmPasswordSchema) },
  responses: {
    200: { description: "10个新的恢复码，只显示这一次", content: jsonOf(recoveryCodesAnswerSchema) },
    ...refusals(...badBody, "not_signed_in", "wrong_credentials", "second_factor_required", "rate_limited"),
  },
});
