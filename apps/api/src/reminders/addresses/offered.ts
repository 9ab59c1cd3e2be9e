import type { ContactChannel } from "@shifan/contract";
import type { Channel, SentChannel } from "../../channels/channel.ts";
import type { MailSender } from "../../mail/mail.ts";

type Senders = { channels: ReadonlyMap<SentChannel, Channel>; mail: MailSender | null };

/** The ways that somebody can open here with a code that is sent to them. What is not set up is not offered. */
export function offeredContacts({ channels, mail }: Senders): ContactChannel[] {
  const offered: ContactChannel[] = [];
  if (mail !== null && channels.has("mail")) offered.push("mail");
  if (channels.has("sms")) offered.push("sms");
  return offered;
}
