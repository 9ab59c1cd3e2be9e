import {
  type Channel,
  createChannel,
  type OutgoingMessage,
  patienceMilliseconds,
  type SendOutcome,
} from "./channel.ts";
import { gone, refused } from "./outcomes.ts";
import { outcomeOfStatus, postJson, readAnswer } from "./post.ts";
import type { SmsGateway } from "./settings.ts";
import { smsText } from "./sms-text.ts";

/**
 * Short messages through a gateway by HTTP. What goes over the wire is written down in docs/operations.md; an operator's own gateway, or a few
 * lines before a provider's, speaks it.
 */
export function createSmsChannel(gateway: SmsGateway, patience = patienceMilliseconds): Channel {
  const { url, authorization, perSecond } = gateway;
  return createChannel({ id: "sms", perSecond }, async (message: OutgoingMessage): Promise<SendOutcome> => {
    const { id, to } = message;
    const answer = await postJson({
      url,
      body: { to, text: smsText(message), id },
      headers: authorization === null ? {} : { authorization },
      patience,
    });
    if (answer.kind === "unanswered") return answer.outcome;
    const { reference, code } = readAnswer(answer.text);
    if (answer.status < 300) return { kind: "sent", reference: typeof reference === "string" ? reference : null };
    if (answer.status >= 400 && answer.status < 500 && code === "unknown_number")
      return gone("没有这个号码，或已停用", code);
    const isCode = typeof code === "string" && /^\w{1,40}$/.test(code);
    return (
      outcomeOfStatus(answer, "SMS_URL") ?? refused("短信网关不收这条内容", isCode ? code : `HTTP ${answer.status}`)
    );
  });
}
