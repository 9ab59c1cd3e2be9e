import { createRoute, z } from "@hono/zod-openapi";
import {
  beginContactSchema,
  changeRemindersSchema,
  confirmContactSchema,
  contactBegunSchema,
  remindersSchema,
  toldReminderSchema,
} from "@shifan/contract";
import { badBody, bodyOf, jsonOf, nothing, readBody } from "../../accounts/sign-in-routes.ts";
import { idParameters } from "../../acts/routes.ts";
import { refusals } from "../../documentation/refusals.ts";
import { codeMinutes, wrongTriesAtMost } from "../addresses/contact-code.ts";
import { ownerHeaders, ownerSecurity } from "./owner.ts";

/** Descriptions of the addresses by which people see and change how they are reminded. */

const common = { tags: ["提醒"], security: ownerSecurity };
const nobody = ["not_signed_in", "second_factor_required"] as const;
const largestPage = 100;
const rangeText = /^\[(\d{1,5}),(\d{1,5})\]$/;

export const readRoute = createRoute({
  ...common,
  method: "get",
  path: "/api/v1/reminders",
  operationId: "readReminders",
  summary: "怎样提醒我：开通了哪些方式，接下来提醒什么，哪些事不再提醒",
  description: "有账号的用登录的 Cookie；只做过自查的，带自查的编号和凭证。",
  request: { headers: ownerHeaders },
  responses: { 200: { description: "提醒的设置", content: jsonOf(remindersSchema) }, ...refusals(...nobody) },
});

export const changeRoute = createRoute({
  ...common,
  method: "patch",
  path: "/api/v1/reminders",
  operationId: "changeReminders",
  summary: "改用哪种方式，暂停到哪一天",
  description: "暂停期间的提醒只放在站内，不补发。",
  middleware: readBody,
  request: { headers: ownerHeaders, body: bodyOf(changeRemindersSchema) },
  responses: {
    200: { description: "已改", content: jsonOf(remindersSchema) },
    ...refusals(...badBody, ...nobody),
  },
});

export const endWayRoute = createRoute({
  ...common,
  method: "delete",
  path: "/api/v1/reminders/ways/{id}",
  operationId: "endReminderWay",
  summary: "停用一种方式",
  request: { headers: ownerHeaders, params: idParameters },
  responses: {
    200: { description: "已停用，不再往那里发", content: jsonOf(nothing) },
    ...refusals(...nobody, "unknown_record"),
  },
});

export const inboxRoute = createRoute({
  ...common,
  method: "get",
  path: "/api/v1/reminders/inbox",
  operationId: "listToldReminders",
  summary: "提醒过我什么，新的在前",
  request: {
    headers: ownerHeaders,
    query: z.strictObject({
      range: z
        .string()
        .regex(rangeText, "写成 [起,止]，从0数起")
        .default("[0,19]")
        .transform((text) => {
          const [, from, to] = rangeText.exec(text) ?? [];
          return { from: Number(from), limit: Number(to) - Number(from) + 1 };
        })
        .refine(({ limit }) => limit >= 1 && limit <= largestPage, `起不大于止，一页最多${largestPage}条`)
        .meta({ description: `从0数起的起止，一页最多${largestPage}条`, type: "string", examples: ["[0,19]"] }),
    }),
  },
  responses: {
    200: { description: "总数在响应头 Content-Range", content: jsonOf(z.array(toldReminderSchema)) },
    ...refusals(...nobody, "invalid_input"),
  },
});

export const beginContactRoute = createRoute({
  ...common,
  method: "post",
  path: "/api/v1/reminders/contacts",
  operationId: "beginReminderContact",
  summary: "往邮箱或手机发验证码，证明是自己的",
  description: `6位数字，${codeMinutes}分钟内有效，只能用一次，最多试错${wrongTriesAtMost}次。有没有人用这个邮箱或手机号，答复都一样。每人、每个号码和全站都有次数限制，等待时间见 Retry-After。`,
  middleware: readBody,
  request: { headers: ownerHeaders, body: bodyOf(beginContactSchema) },
  responses: {
    200: { description: "验证码已发出", content: jsonOf(contactBegunSchema) },
    ...refusals(...badBody, ...nobody, "channel_not_set_up", "code_not_sent", "rate_limited"),
  },
});

export const confirmContactRoute = createRoute({
  ...common,
  method: "post",
  path: "/api/v1/reminders/contacts/confirm",
  operationId: "confirmReminderContact",
  summary: "填收到的验证码，开通这种方式",
  middleware: readBody,
  request: { headers: ownerHeaders, body: bodyOf(confirmContactSchema) },
  responses: {
    200: { description: "已开通", content: jsonOf(remindersSchema) },
    ...refusals(...badBody, ...nobody, "contact_code_wrong", "contact_code_gone", "rate_limited"),
  },
});
