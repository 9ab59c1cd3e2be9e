import { createRoute, z } from "@hono/zod-openapi";
import {
  chatAnswerSchema,
  chatInputSchema,
  chatSessionCreatedSchema,
  chatSessionSchema,
  createChatSessionSchema,
} from "@shifan/contract";
import type { ChatSessionRow } from "@shifan/db";
import type { Context } from "hono";
import { refusals } from "../documentation/refusals.ts";
import { clientAddress } from "../http/address.ts";
import { readBearer } from "../http/bearer.ts";
import { megabyte, readJsonBody } from "../http/body.ts";
import { problem, refuse } from "../http/problem.ts";
import { createRouter } from "../http/router.ts";
import { beginChat } from "./begin.ts";
import { holderOfToken } from "./holder.ts";
import { readChat } from "./read.ts";
import type { ChatServices } from "./services.ts";
import { takeInput } from "./take-input.ts";

export const sessionToken = [{ sessionToken: [] }];
const sessionParameters = z.strictObject({ id: z.string().meta({ description: "开始时得到的编号" }) });

const beginRoute = createRoute({
  method: "post",
  path: "/api/v1/chat/sessions",
  operationId: "beginChat",
  tags: ["自查对话"],
  summary: "开始一次自查",
  description: "不用登录。凭证只给这一次；带 Idempotency-Key 重发同样的请求，得到同一次自查。",
  middleware: [readJsonBody({ maximumBytes: megabyte, optional: true })] as const,
  request: {
    headers: z.object({
      "idempotency-key": z
        .string()
        .regex(/^[\x21-\x7e]{1,255}$/, "1到255个可见的英文字符，不含空格")
        .optional()
        .meta({ description: "调用方的随机串" }),
    }),
    body: { required: false, content: { "application/json": { schema: createChatSessionSchema } } },
  },
  responses: {
    201: {
      description: "自查已开始，附欢迎语",
      content: { "application/json": { schema: chatSessionCreatedSchema } },
    },
    ...refusals(
      "not_json",
      "unknown_policy",
      "too_large",
      "unsupported_media_type",
      "invalid_input",
      "before_first_version",
      "idempotency_key_reused",
    ),
  },
});

const readRoute = createRoute({
  method: "get",
  path: "/api/v1/chat/sessions/{id}",
  operationId: "readChat",
  tags: ["自查对话"],
  summary: "接着上次：现在的问题、说过的话、已有的答案",
  security: sessionToken,
  request: { params: sessionParameters },
  responses: {
    200: { description: "自查的现状", content: { "application/json": { schema: chatSessionSchema } } },
    ...refusals("unauthorized", "unknown_session", "unavailable"),
  },
});

const inputRoute = createRoute({
  method: "post",
  path: "/api/v1/chat/sessions/{id}/inputs",
  operationId: "sendChatInput",
  tags: ["自查对话"],
  summary: "回答、点选或发指令",
  description:
    "text、action、facts 写且只写一项。带 seq 时，重发同一编号得到同一个回答，不会重复计入。每次自查每分钟最多60条。",
  security: sessionToken,
  middleware: [readJsonBody({ maximumBytes: megabyte })] as const,
  request: {
    params: sessionParameters,
    body: { required: true, content: { "application/json": { schema: chatInputSchema } } },
  },
  responses: {
    200: { description: "下一步", content: { "application/json": { schema: chatAnswerSchema } } },
    ...refusals(
      "not_json",
      "unauthorized",
      "unknown_session",
      "too_large",
      "unsupported_media_type",
      "invalid_input",
      "rate_limited",
      "unavailable",
    ),
  },
});

/** Conversations for everybody, each guarded by the token given out at its beginning. */
export function chatRoutes(services: ChatServices & { trustedProxies: number }) {
  const router = createRouter();

  router.openapi(beginRoute, async (context) => {
    const key = context.req.valid("header")["idempotency-key"];
    const idempotency = key === undefined ? null : { key, address: clientAddress(context, services.trustedProxies) };
    const begun = await beginChat(services, context.req.valid("json"), idempotency);
    return begun.ok ? context.json(begun.created, 201) : refuse(context, begun);
  });

  router.openapi(readRoute, async (context) => {
    const mayUse = holderOf(context);
    if (mayUse === null) return problem(context, "unauthorized");
    const outcome = await readChat(services, context.req.valid("param").id, mayUse);
    return outcome.ok ? context.json(outcome.session, 200) : refuse(context, outcome);
  });

  router.openapi(inputRoute, async (context) => {
    const mayUse = holderOf(context);
    if (mayUse === null) return problem(context, "unauthorized");
    const outcome = await takeInput(services, context.req.valid("param").id, context.req.valid("json"), mayUse);
    return outcome.ok ? context.json({ turn: outcome.turn }, 200) : refuse(context, outcome);
  });

  return router;
}

/** Tells sessions of whoever holds the request's token; null without a token. */
function holderOf(context: Context): ((session: ChatSessionRow) => boolean) | null {
  const token = readBearer(context);
  return token === null ? null : holderOfToken(token);
}
