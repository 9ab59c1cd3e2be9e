import { createRoute, z } from "@hono/zod-openapi";
import {
  claimedRemindersSchema,
  claimRemindersSchema,
  introduceBotSchema,
  settleReminderSchema,
} from "@shifan/contract";
import type { MiddlewareHandler } from "hono";
import { bodyOf, jsonOf, nothing } from "../../accounts/sign-in-routes.ts";
import { refusals } from "../../documentation/refusals.ts";
import { problem } from "../../http/problem.ts";
import { createRouter } from "../../http/router.ts";
import { introduceBot } from "../../reminders/addresses/telegram-bot.ts";
import type { ReminderServices } from "../../reminders/services.ts";
import { forTheBot } from "./for-the-bot.ts";
import { claimForBot, settleForBot } from "./reminder-messages.ts";

const root = "/api/v1/channels/telegram";
const common = {
  tags: ["Telegram 通道（仅供机器人）"],
  security: [{ serviceToken: [] }],
};
const badBody = ["not_json", "unauthorized", "too_large", "unsupported_media_type", "invalid_input"] as const;

function routesOf(middleware: MiddlewareHandler[]) {
  return {
    introduce: createRoute({
      ...common,
      middleware,
      method: "post",
      path: `${root}/bot`,
      operationId: "introduceTelegramBot",
      summary: "机器人说自己在工作，叫什么名字",
      description: "一天没有说过的，当作没有机器人：各处不再提到 Telegram。",
      request: { body: bodyOf(introduceBotSchema) },
      responses: { 200: { description: "已记下", content: jsonOf(nothing) }, ...refusals(...badBody) },
    }),
    claim: createRoute({
      ...common,
      middleware,
      method: "post",
      path: `${root}/reminders/claim`,
      operationId: "claimTelegramReminders",
      summary: "领取现在要发的提醒",
      description: "领取期内别的进程领不到。每条都按现在的情况写好；已经办完的不会领到。",
      request: { body: bodyOf(claimRemindersSchema) },
      responses: {
        200: { description: "领到的提醒，可能为空", content: jsonOf(claimedRemindersSchema) },
        ...refusals(...badBody),
      },
    }),
    settle: createRoute({
      ...common,
      middleware,
      method: "post",
      path: `${root}/reminders/{id}/settle`,
      operationId: "settleTelegramReminder",
      summary: "一条提醒发得怎样",
      description: "已发出的重复说没有影响。",
      request: {
        params: z.strictObject({ id: z.string().max(100).meta({ description: "领取时得到的提醒编号" }) }),
        body: bodyOf(settleReminderSchema),
      },
      responses: {
        200: { description: "已记下", content: jsonOf(nothing) },
        ...refusals(...badBody, "unknown_record", "lease_lost"),
      },
    }),
  };
}

/** Reminders over Telegram, for the bot alone. */
export function telegramReminderRoutes(services: ReminderServices & { serviceToken: string }) {
  const router = createRouter();
  const routes = routesOf(forTheBot(services.serviceToken));

  router.openapi(routes.introduce, async (context) => {
    await introduceBot(services, context.req.valid("json").username);
    return context.json({}, 200);
  });
  router.openapi(routes.claim, async (context) =>
    context.json(await claimForBot(services, context.req.valid("json")), 200),
  );
  router.openapi(routes.settle, async (context) => {
    const outcome = await settleForBot(services, context.req.valid("param").id, context.req.valid("json"));
    return outcome === "accepted" ? context.json({}, 200) : problem(context, outcome);
  });
  return router;
}
