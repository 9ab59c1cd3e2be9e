import { randomUUID } from "node:crypto";
import type { RobotTrial } from "@shifan/contract";
import { findRecipient, listOpenAddresses, openMap } from "@shifan/db";
import type { ProcedureServices } from "../acts/services.ts";
import type { Channel, SentChannel } from "../channels/channel.ts";

export type TrialServices = ProcedureServices & {
  channels: ReadonlyMap<SentChannel, Channel>;
  publicUrl: string;
};

/** Says in the group of an office that it is connected. @returns null where no group is connected, or no robot is spoken to here */
export async function tryRobot(services: TrialServices, office: string): Promise<RobotTrial | null> {
  const { database, channels, personalKeys, publicUrl } = services;
  const channel = channels.get("wecom");
  const recipient = await findRecipient(database, { office });
  const [address] = recipient === null ? [] : await listOpenAddresses(database, [recipient.id]);
  const to = address === undefined ? null : (openMap(personalKeys, address.personal).address ?? null);
  if (channel === undefined || to === null) return null;
  const outcome = await channel.send({
    id: randomUUID(),
    to,
    heading: "群机器人已接通",
    paragraphs: ["今后到期要办的事会在这个群里提醒。群里只说有事要办，不写单位和个人的信息，具体内容请登录系统看。"],
    dueDay: null,
    links: [{ label: "打开", url: `${publicUrl}/admin` }],
  });
  return outcome.kind === "sent" ? { isTaken: true, fault: null } : { isTaken: false, fault: outcome.fault };
}
