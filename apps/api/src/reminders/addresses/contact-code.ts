import { createHmac, randomInt } from "node:crypto";
import type { ContactChannel } from "@shifan/contract";
import type { OutgoingMessage } from "../../channels/channel.ts";
import { composeMail } from "../../mail/compose.ts";
import type { Mail } from "../../mail/mail.ts";

/** How long a code is taken, and how often a wrong one may be tried in its place. */
export const codeMinutes = 10;
export const wrongTriesAtMost = 5;

/** Six digits that nobody can foresee. */
export const newCode = (): string => randomInt(1_000_000).toString().padStart(6, "0");

/** The keyed hash under which a code is kept: it says nothing of the code without the key, and holds for one address alone. */
export function hashOfContactCode(
  secret: string,
  { id, address, code }: { id: string; address: string; code: string },
): string {
  return createHmac("sha256", secret)
    .update(JSON.stringify(["reminder contact", id, address, code]))
    .digest("hex");
}

const purpose: Readonly<Record<ContactChannel, string>> = { mail: "这个邮箱", sms: "这个手机号" };
const said = (channel: ContactChannel, code: string): string[] => [
  `验证码：${code}。${codeMinutes}分钟内有效，只能用一次。`,
  `填上它，示范平台申报的提醒就发到${purpose[channel]}。不是您本人操作，不用理会，不会再发。`,
];

/** The mail with a code. */
export function codeMail(to: string, code: string, { demo }: { demo: boolean }): Mail {
  const paragraphs = [...said("mail", code), "郑州市中小企业公共服务示范平台。本信由系统发出，请不要回复。"];
  return composeMail({ to, subject: `提醒验证码 ${code}`, paragraphs }, { demo });
}

/** The short message with a code. */
export function codeMessage(id: string, to: string, code: string): OutgoingMessage {
  return { id, to, heading: "提醒验证码", paragraphs: said("sms", code), dueDay: null, links: [] };
}
