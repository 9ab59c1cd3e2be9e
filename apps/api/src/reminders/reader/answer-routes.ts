import { createRoute } from "@hono/zod-openapi";
import { createLinkingCodeSchema, deliveryAnsweredSchema, linkingCodeSchema } from "@shifan/contract";
import { findRecipient } from "@shifan/db";
import { badBody, bodyOf, jsonOf, readBody, sessionCookie } from "../../accounts/sign-in-routes.ts";
import { handlersOn } from "../../acts/handlers.ts";
import { idParameters } from "../../acts/routes.ts";
import type { ProcedureServices } from "../../acts/services.ts";
import { refusals } from "../../documentation/refusals.ts";
import { problem, refuse } from "../../http/problem.ts";
import { createRouter } from "../../http/router.ts";
import { accountOfChannel, type LinkableServices } from "../addresses/linkable.ts";
import { createLinkingCode, type LinkingServices } from "../addresses/linking.ts";
import { linkingMinutes } from "../addresses/linking-code.ts";
import { answerDelivery, type DeliveryAnswerAct } from "./answers.ts";
import { ownerHeaders, ownerOf, ownerSecurity } from "./owner.ts";

const tags = ["提醒"];
const nobody = ["not_signed_in", "second_factor_required"] as const;

const codeRoute = createRoute({
  method: "post",
  path: "/api/v1/reminders/codes",
  operationId: "createLinkingCode",
  tags,
  summary: "把一个聊天连接到本人账号的一次性编码",
  description: `${linkingMinutes}分钟内有效，只能用一次；新取一个，以前的作废。本站没有机器人、没有接通公众号时不给。`,
  security: sessionCookie,
  middleware: readBody,
  request: { body: bodyOf(createLinkingCodeSchema) },
  responses: {
    201: { description: "编码，只给这一次", content: jsonOf(linkingCodeSchema) },
    ...refusals(...badBody, ...nobody, "channel_not_set_up", "rate_limited"),
  },
});

const answerRoute = (act: DeliveryAnswerAct, operationId: string, summary: string) =>
  createRoute({
    method: "post",
    path: `/api/v1/reminders/deliveries/{id}/${act}`,
    operationId,
    tags,
    summary,
    security: ownerSecurity,
    request: { headers: ownerHeaders, params: idParameters },
    responses: {
      200: { description: "已记下，附一句话", content: jsonOf(deliveryAnsweredSchema) },
      ...refusals("foreign_origin", ...nobody, "unknown_record"),
    },
  });

const answers = [
  ["snooze", answerRoute("snooze", "snoozeReminder", "下一个工作日再提醒，不晚于最后一天")],
  ["done", answerRoute("done", "reportReminderDone", "已办好，这件事不再提醒；附系统里是不是还没有办结")],
  ["stop", answerRoute("stop", "stopReminder", "这件事不再提醒")],
  ["resume", answerRoute("resume", "resumeReminder", "这件事恢复提醒")],
] as const;

/** How a chat is linked to an account, and what people answer to what they were told. */
export function reminderAnswerRoutes(services: ProcedureServices & LinkingServices & LinkableServices) {
  const router = createRouter();
  const { onCall } = handlersOn(router, services.clock);

  onCall(codeRoute, async (context, { userId }) => {
    const { channel } = context.req.valid("json");
    const account = await accountOfChannel(services, channel);
    const outcome = await createLinkingCode(services, userId, { channel, account });
    return outcome.ok ? context.json(outcome.code, 201, { "cache-control": "no-store" }) : refuse(context, outcome);
  });
  for (const [act, route] of answers) {
    router.openapi(route, async (context) => {
      const owner = await ownerOf(context, services);
      if (owner === null) return problem(context, "not_signed_in");
      const recipient = await findRecipient(services.database, owner);
      const answered = recipient && (await answerDelivery(services, recipient, context.req.valid("param").id, act));
      return answered === null ? problem(context, "unknown_record") : context.json(answered, 200);
    });
  }
  return router;
}
