import { createRoute, z } from "@hono/zod-openapi";
import {
  acceptInvitationSchema,
  beginStandInSchema,
  editUserSchema,
  endRoleSchema,
  endStandInSchema,
  grantRoleActSchema,
  handOverSchema,
  invitationAcceptedSchema,
  inviteUserSchema,
  userActSchema,
  userFilterSchema,
  userInvitedSchema,
  userSchema,
} from "@shifan/contract";
import { userSortFields } from "@shifan/db";
import { refusals } from "../../documentation/refusals.ts";
import { idempotencyHeaders } from "../../http/idempotency.ts";
import { listQuery } from "../../http/list.ts";
import { requireSession } from "../session.ts";
import { badBody, bodyOf, jsonOf, readBody, readOptionalBody, sessionCookie } from "../sign-in-routes.ts";

const tags = ["账号管理"];
const common = { tags, security: sessionCookie, middleware: [requireSession] };
const parameters = z.strictObject({ id: z.string().max(100).meta({ description: "账号的编号" }) });
const etagHeader = { etag: { description: "修改时写进 If-Match", schema: { type: "string" as const } } };
const oneUser = { description: "账号", headers: etagHeader, content: jsonOf(userSchema) };
const signedInOnly = ["not_signed_in", "second_factor_required"] as const;
const actRefusals = refusals(
  ...badBody,
  ...signedInOnly,
  "not_permitted",
  "unknown_user",
  "wrong_state",
  "role_held",
  "last_administrator",
  "second_person_required",
  "stale",
  "if_match_required",
);
const ifMatch = z.object({
  "if-match": z.string().optional().meta({ description: "必填。读取账号时得到的 ETag" }),
});

export const listRoute = createRoute({
  ...common,
  method: "get",
  path: "/api/v1/users",
  operationId: "listUsers",
  summary: "账号列表",
  description: "管理员和监察、审计人员看到全部，其他人只看到自己。总数在 Content-Range 里。",
  request: { query: listQuery(userSortFields, userFilterSchema) },
  responses: {
    200: { description: "一页账号", content: jsonOf(z.array(userSchema)) },
    ...refusals(...signedInOnly, "not_permitted", "invalid_input"),
  },
});

export const readRoute = createRoute({
  ...common,
  method: "get",
  path: "/api/v1/users/{id}",
  operationId: "readUser",
  summary: "一个账号",
  request: { params: parameters },
  responses: { 200: oneUser, ...refusals(...signedInOnly, "unknown_user") },
});

export const inviteRoute = createRoute({
  ...common,
  method: "post",
  path: "/api/v1/users",
  operationId: "inviteUser",
  summary: "邀请一位工作人员",
  description: "邀请链接7天内有效，只能用一次，只在答复里出现这一次，请当面或用可靠的方式交给本人。",
  middleware: [requireSession, ...readBody],
  request: { headers: idempotencyHeaders, body: bodyOf(inviteUserSchema) },
  responses: {
    201: { description: "已建立账号，附邀请链接", headers: etagHeader, content: jsonOf(userInvitedSchema) },
    ...refusals(
      ...badBody,
      ...signedInOnly,
      "idempotency_key_required",
      "not_permitted",
      "email_taken",
      "role_held",
      "idempotency_key_reused",
    ),
  },
});

function actRoute<const Act extends string, Schema extends z.ZodType>(
  act: Act,
  operationId: string,
  schema: Schema,
  summary: string,
) {
  return createRoute({
    ...common,
    method: "post",
    path: `/api/v1/users/{id}/${act}`,
    operationId,
    summary,
    middleware: [requireSession, ...readOptionalBody],
    request: { params: parameters, headers: ifMatch, body: bodyOf(schema) },
    responses: { 200: oneUser, ...actRefusals },
  });
}

export const editRoute = actRoute("edit", "editUser", editUserSchema, "改姓名");
export const grantRoleRoute = actRoute("grant-role", "grantRole", grantRoleActSchema, "给一个角色");
export const endRoleRoute = actRoute("end-role", "endRole", endRoleSchema, "结束一个角色");
export const handOverRoute = actRoute(
  "hand-over",
  "handOver",
  handOverSchema,
  "交接：把一个角色交给另一位工作人员，本人的这个角色同时结束",
);
export const standInRoute = actRoute(
  "stand-in",
  "beginStandIn",
  beginStandInSchema,
  "安排代管：由另一人在一段时间里代办",
);
export const endStandInRoute = actRoute("end-stand-in", "endStandIn", endStandInSchema, "提前结束代管");
export const resetRoute = actRoute(
  "reset-second-factor",
  "resetSecondFactor",
  userActSchema,
  "重置二次验证：本人带证件到场后办理；所有登录失效，下次登录重新设置",
);
export const disableRoute = actRoute("disable", "disableUser", userActSchema, "停用账号，所有登录失效");
export const enableRoute = actRoute("enable", "enableUser", userActSchema, "恢复使用");

export const inviteAgainRoute = createRoute({
  ...common,
  method: "post",
  path: "/api/v1/users/{id}/invite",
  operationId: "inviteUserAgain",
  summary: "重新邀请：链接丢失、过期，或本人忘记密码",
  description: "原来的链接作废。二次验证不变。",
  middleware: [requireSession, ...readOptionalBody],
  request: { params: parameters, headers: ifMatch, body: bodyOf(userActSchema) },
  responses: {
    200: { description: "新的邀请链接", headers: etagHeader, content: jsonOf(userInvitedSchema) },
    ...actRefusals,
  },
});

export const acceptRoute = createRoute({
  tags,
  method: "post",
  path: "/api/v1/invitations/{token}/accept",
  operationId: "acceptInvitation",
  summary: "接受邀请，设置密码",
  description: "密码12到128个字符。随后用邮箱和密码登录，并设置验证器。",
  middleware: readBody,
  request: {
    params: z.strictObject({ token: z.string().max(200).meta({ description: "邀请链接里的凭证" }) }),
    body: bodyOf(acceptInvitationSchema),
  },
  responses: {
    200: { description: "密码已设置", content: jsonOf(invitationAcceptedSchema) },
    ...refusals(...badBody, "second_factor_required", "unknown_invitation", "rate_limited"),
  },
});
