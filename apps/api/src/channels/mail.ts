import { composeMail } from "../mail/compose.ts";
import type { MailSender } from "../mail/mail.ts";
import { type Channel, createChannel, type OutgoingMessage, type SendOutcome } from "./channel.ts";
import { busy, gone, misconfigured, refused, unanswered, unreachable } from "./outcomes.ts";

/** Mail by the server that takes all of ours. It is given a number of its own, the same on every attempt, by which mailboxes know a repetition. */
export function createMailChannel(
  mail: MailSender,
  { perSecond, demo }: { perSecond: number; demo: boolean },
): Channel {
  return createChannel({ id: "mail", perSecond }, async (message: OutgoingMessage): Promise<SendOutcome> => {
    const { id, to, heading, paragraphs, links } = message;
    const said = [...paragraphs, ...links.flatMap(({ label, url }) => [label, url])];
    try {
      const composed = composeMail({ to, subject: heading, paragraphs: said }, { demo });
      return { kind: "sent", reference: await mail.send({ ...composed, id }) };
    } catch (cause) {
      return outcomeOfFault(cause);
    }
  });
}

/** What nodemailer tells of a fault: the server's code, the command that it answered, and which patience ran out. */
type MailFault = {
  code?: string;
  responseCode?: number;
  response?: string | undefined;
  command?: string | undefined;
  timeoutType?: string;
  originalCode?: string;
};

/** Nothing was handed over when one of these broke. */
const beforeHandingOver = ["EDNS", "ETLS", "ECONFIG", "EPROXY", "EREQUIRETLS"];
const nobodyThere = /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_\w+)$/;

function outcomeOfFault(cause: unknown): SendOutcome {
  const fault = cause instanceof Error ? (cause as Error & MailFault) : {};
  const { code = "", responseCode, response, command, timeoutType, originalCode = "" }: MailFault = fault;
  if (responseCode !== undefined && responseCode < 500) return busy(responseCode);
  const isOfMessage = code === "EMESSAGE" || (code === "EENVELOPE" && command !== "MAIL FROM");
  if (responseCode !== undefined && isOfMessage) return outcomeOfRefusal(responseCode, { response, command });
  if (responseCode !== undefined || ["EAUTH", "ENOAUTH"].includes(code)) {
    return misconfigured("SMTP_URL", responseCode ?? code);
  }
  // Nothing was asked of the server: there is no mailbox of that name.
  if (code === "EENVELOPE") return gone("这不是邮箱地址", code);
  const isEarly = beforeHandingOver.includes(code) || nobodyThere.test(originalCode);
  if (isEarly || (timeoutType !== undefined && timeoutType !== "SOCKET_TIMEOUT"))
    return unreachable(originalCode || code);
  // Which command the server was silent after is not told; it may have been the last one.
  return unanswered(code === "ETIMEDOUT" ? "超时" : code || "网络中断");
}

/**
 * @see RFC 5321, 4.2.1, and RFC 3463 for the second code: 5.1 speaks of the address, 5.7 is a refusal for reasons of policy, which says nothing of
 * the mailbox.
 */
function outcomeOfRefusal(
  reply: number,
  { response = "", command }: Pick<MailFault, "response" | "command">,
): SendOutcome {
  if (reply === 530 || reply === 535) return misconfigured("SMTP_URL", reply);
  const [, second] = /^\d{3}[ -](5\.\d)\./.exec(response) ?? [];
  const isOfMailbox = command === "RCPT TO" && (second === "5.1" || (reply === 550 && second !== "5.7"));
  return isOfMailbox ? gone("没有这个邮箱，或已停用", reply) : refused("对方邮件服务器不收这封邮件", reply);
}
