import type { ContactChannel } from "@shifan/contract";
import type { Database } from "@shifan/db";
import type { ReminderChannel } from "@shifan/rules";
import type { Channel, SentChannel } from "../channels/channel.ts";
import type { Clock } from "../clock.ts";
import type { MailSender } from "../mail/mail.ts";
import type { ReminderOwner } from "./owner.ts";
import { botAtWork } from "./telegram-bot.ts";

type Senders = { channels: ReadonlyMap<SentChannel, Channel>; mail: MailSender | null };

/** The ways that somebody can open here with a code that is sent to them. What is not set up is not offered. */
export function offeredContacts({ channels, mail }: Senders): ContactChannel[] {
  const offered: ContactChannel[] = [];
  if (mail !== null && channels.has("mail")) offered.push("mail");
  if (channels.has("sms")) offered.push("sms");
  return offered;
}

/** All ways that somebody can open on the portal. A chat of Telegram is linked to an account, as long as a bot is at work. */
export async function offeredTo(
  services: Senders & { database: Database; clock: Clock },
  owner: ReminderOwner,
): Promise<ReminderChannel[]> {
  const isLinkable = "userId" in owner && (await botAtWork(services)) !== null;
  return [...offeredContacts(services), ...(isLinkable ? (["telegram"] as const) : [])];
}
