import type { LinkingChannel } from "@shifan/contract";
import type { Database } from "@shifan/db";
import type { SentChannel } from "../../channels/channel.ts";
import type { WechatPush } from "../../channels/settings.ts";
import type { Clock } from "../../clock.ts";
import { botAtWork } from "./telegram-bot.ts";

export type LinkableServices = {
  database: Database;
  clock: Clock;
  channels: ReadonlyMap<SentChannel, unknown>;
  /** Null: what is written to an official account does not come here. */
  wechatPush: WechatPush | null;
};

/** Whom one writes to in order to link a chat of a channel; null where there is nobody. */
export async function accountOfChannel(services: LinkableServices, channel: LinkingChannel): Promise<string | null> {
  if (channel === "telegram") return botAtWork(services);
  return services.channels.has("wechat") ? (services.wechatPush?.name ?? null) : null;
}

/** The channels of which a chat can be linked to an account here. */
export async function linkableChannels(services: LinkableServices): Promise<LinkingChannel[]> {
  const offered: LinkingChannel[] = [];
  for (const channel of ["wechat", "telegram"] as const) {
    if ((await accountOfChannel(services, channel)) !== null) offered.push(channel);
  }
  return offered;
}
