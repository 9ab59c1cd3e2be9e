import { createRoute, z } from "@hono/zod-openapi";
import {
  chatAnswerSchema,
  chatInputSchema,
  claimedUpdatesSchema,
  claimUpdatesSchema,
  finishUpdateSchema,
  releaseUpdateSchema,
  storeUpdateSchema,
  updateStoredSchema,
} from "@shifan/contract";
import { finishTelegramUpdate, type LeaseOutcome, releaseTelegramUpdate, storeTelegramUpdate } from "@shifan/db";
import type { Context, MiddlewareHandler } from "hono";
import type { ChatServices } from "../../chat/services.ts";
import { refusals } from "../../documentation/refusals.ts";
import { problem, refuse } from "../../http/problem.ts";
import { createRouter } from "../../http/router.ts";
import { forTheBot } from "./for-the-bot.ts";
import { claimUpdates, takeTelegramInput } from "./service.ts";

const root = "/api/v1/channels/telegram";

const wholeNumber = (description: string, pattern: RegExp) =>
  z
    .string()
    .regex(pattern, "这里要一个整数")
    .transform(Number)
    .refine(Number.isSafeInteger, "这个数太大")
    .meta({ description, type: "integer" });
const updateParameters = z.strictObject({ updateId: wholeNumber("Telegram 的 update_id", /^\d{1,16}$/) });
const chatParameters = z.strictObject({ chatId: wholeNumber("Telegram 的 chat.id", /^-?\d{1,16}$/) });
const nothing = z.strictObject({}).meta({ id: "Nothing" });

const common = {
  tags: ["Telegram 通道（仅供机器人）"],
  security: [{ serviceToken: [] }],
};
const badBody = ["not_json", "unauthorized", "too_large", "unsupported_media_type", "invalid_input"] as const;

const jsonOf = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
const bodyOf = <Schema extends z.ZodType>(schema: Schema) => ({ required: true, content: jsonOf(schema) });

function telegramRoutesOf(middleware: MiddlewareHandler[]) {
  return {
    store: createRoute({
      ...common,
      middleware,
      method: "post",
      path: `${root}/updates`,
      operationId: "storeTelegramUpdate",
      summary: "按编号存下一条消息",
      description: "在告诉 Telegram 已收到之前调用。重复存同一条没有影响。",
      request: { body: bodyOf(storeUpdateSchema) },
      responses: {
        200: { description: "早已存下", content: jsonOf(updateStoredSchema) },
        201: { description: "新存下", content: jsonOf(updateStoredSchema) },
        ...refusals(...badBody),
      },
    }),
    claim: createRoute({
      ...common,
      middleware,
      method: "post",
      path: `${root}/updates/claim`,
      operationId: "claimTelegramUpdates",
      summary: "领取要处理的消息",
      description: "每个聊天一次最多一条，是其中最早未办完的；领取期内别的进程领不到这个聊天的消息。",
      request: { body: bodyOf(claimUpdatesSchema) },
      responses: {
        200: { description: "领到的消息，可能为空", content: jsonOf(claimedUpdatesSchema) },
        ...refusals(...badBody),
      },
    }),
    finish: createRoute({
      ...common,
      middleware,
      method: "post",
      path: `${root}/updates/{updateId}/done`,
      operationId: "finishTelegramUpdate",
      summary: "办完一条消息",
      description: "消息内容随即清除，只留编号。重复调用没有影响。",
      request: { params: updateParameters, body: bodyOf(finishUpdateSchema) },
      responses: {
        200: { description: "已记下", content: jsonOf(nothing) },
        ...refusals(...badBody, "unknown_update", "lease_lost"),
      },
    }),
    release: createRoute({
      ...common,
      middleware,
      method: "post",
      path: `${root}/updates/{updateId}/release`,
      operationId: "releaseTelegramUpdate",
      summary: "退回一条消息，过一会儿再领",
      request: { params: updateParameters, body: bodyOf(releaseUpdateSchema) },
      responses: {
        200: { description: "已退回", content: jsonOf(nothing) },
        ...refusals(...badBody, "unknown_update", "lease_lost"),
      },
    }),
    input: createRoute({
      ...common,
      middleware,
      method: "post",
      path: `${root}/chats/{chatId}/inputs`,
      operationId: "sendTelegramInput",
      summary: "把聊天里的话交给自查对话；连接、提醒、待办的指令也在这里办",
      description: "聊天还没有自查时先开始一次。seq 用 update_id，重发得到同一个回答。",
      request: { params: chatParameters, body: bodyOf(chatInputSchema) },
      responses: {
        200: { description: "下一步", content: jsonOf(chatAnswerSchema) },
        ...refusals(...badBody, "unknown_policy", "before_first_version", "rate_limited", "unavailable"),
      },
    }),
  };
}

/** The Telegram channel, for the bot alone; how its calls belong together stands in the contract. */
export function telegramRoutes(services: ChatServices & { serviceToken: string }) {
  const router = createRouter();
  const { database, clock } = services;
  const routes = telegramRoutesOf(forTheBot(services.serviceToken));

  router.openapi(routes.store, async (context) => {
    const update = context.req.valid("json");
    const stored = await storeTelegramUpdate(database, update, clock.machine());
    return context.json({ updateId: update.updateId, stored }, stored ? 201 : 200);
  });

  router.openapi(routes.claim, async (context) =>
    context.json({ updates: await claimUpdates(services, context.req.valid("json")) }, 200),
  );

  router.openapi(routes.finish, async (context) => {
    const lease = { ...context.req.valid("json"), ...context.req.valid("param") };
    return answerLease(context, await finishTelegramUpdate(database, lease, clock.machine()));
  });

  router.openapi(routes.release, async (context) => {
    const { retryAfterSeconds = 0, ...held } = context.req.valid("json");
    const dueAt = new Date(clock.machine().getTime() + retryAfterSeconds * 1_000);
    const lease = { ...held, ...context.req.valid("param") };
    return answerLease(context, await releaseTelegramUpdate(database, lease, dueAt));
  });

  router.openapi(routes.input, async (context) => {
    const { chatId } = context.req.valid("param");
    const outcome = await takeTelegramInput(services, chatId, context.req.valid("json"));
    return outcome.ok ? context.json({ turn: outcome.turn }, 200) : refuse(context, outcome);
  });

  return router;
}

function answerLease(context: Context, outcome: LeaseOutcome) {
  return outcome === "accepted" ? context.json({}, 200) : problem(context, outcome);
}
