import type { MailSender } from "../mail/mail.ts";
import type { Settings } from "../settings.ts";
import type { Channel, OutgoingMessage, SentChannel } from "./channel.ts";
import { createMailChannel } from "./mail.ts";
import { createSmsChannel } from "./sms.ts";
import { createWechatChannel } from "./wechat/wechat.ts";
import { createWecomChannel } from "./wecom.ts";

type ChannelSettings = Pick<Settings, "mailServer" | "smsGateway" | "wechatAccount" | "wecomRobots" | "demo">;

type ChannelParts = {
  /** What sends all mail of this process; null where there is no mail server. Whoever made it closes it, after the channels. */
  mail: MailSender | null;
  /** Milliseconds, by which providers' limits and tokens are counted; without it those of the machine. */
  elapsed?: () => number;
};

/** The channels that the settings open, by their ids; what is not here is offered to nobody. */
export function createChannels(
  settings: ChannelSettings,
  { mail, elapsed = () => performance.now() }: ChannelParts,
): ReadonlyMap<SentChannel, Channel> {
  const { mailServer, smsGateway, wechatAccount, wecomRobots, demo } = settings;
  const marked = demo ? markDemonstration : (channel: Channel) => channel;
  const channels = [
    mail === null || mailServer === null ? null : createMailChannel(mail, { perSecond: mailServer.perSecond, demo }),
    smsGateway === null ? null : marked(createSmsChannel(smsGateway)),
    wechatAccount === null ? null : marked(createWechatChannel(wechatAccount, { elapsed })),
    wecomRobots === null ? null : marked(createWecomChannel(wecomRobots, { elapsed })),
  ];
  return new Map(channels.flatMap((channel) => (channel === null ? [] : [[channel.id, channel]])));
}

/** What is short says in its heading, where nothing cuts it off, that it has no effect; mail has its own words for it. */
function markDemonstration(channel: Channel): Channel {
  return {
    ...channel,
    send: (message: OutgoingMessage) => channel.send({ ...message, heading: `演示，不具效力：${message.heading}` }),
  };
}
