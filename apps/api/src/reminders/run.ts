import { joinDueDeliveries } from "@shifan/db";
import type { Channel } from "../channels/channel.ts";
import { outgoingMessage } from "./message.ts";
import { channelsInUse, claimMessages, settleAttempt } from "./send.ts";
import type { ReminderServices } from "./services.ts";

const recipientsAtOnce = 500;
/** Longer than an attempt takes; after it another process may try. */
const leaseSeconds = 60;

/** Makes messages of what is due and sends all that may go now. @returns how many messages were settled or tried */
export async function remind(services: ReminderServices, worker: string): Promise<number> {
  await joinDue(services);
  let done = await leaveInInbox(services, worker);
  for (const channel of services.channels.values()) done += await sendOver(services, channel, worker);
  return done;
}

async function joinDue(services: ReminderServices): Promise<void> {
  const { database, clock } = services;
  const due = {
    now: clock.now(),
    today: clock.today(),
    limit: recipientsAtOnce,
    channels: await channelsInUse(services),
  };
  while ((await joinDueDeliveries(database, { ...due, machine: clock.machine() })) > 0);
}

/** What goes no other way is in the inbox as soon as it is due. */
async function leaveInInbox(services: ReminderServices, worker: string): Promise<number> {
  let done = 0;
  for (;;) {
    const claimed = await claimMessages(services, { channel: null, limit: recipientsAtOnce, leaseSeconds, worker });
    for (const { message } of claimed) await settleAttempt(services, message, { kind: "inbox" });
    done += claimed.length;
    if (claimed.length === 0) return done;
  }
}

/** As many as the provider takes in a second, all at once; then the next. */
async function sendOver(services: ReminderServices, channel: Channel, worker: string): Promise<number> {
  const claimed = await claimMessages(services, {
    channel: channel.id,
    limit: channel.perSecond,
    leaseSeconds,
    worker,
  });
  await Promise.all(
    claimed.map(async ({ message, address, told }) => {
      const outcome =
        address === null
          ? ({ kind: "gone", fault: "地址已删除" } as const)
          : await channel.send(outgoingMessage({ message, address, told }, services.publicUrl));
      await settleAttempt(services, message, outcome);
    }),
  );
  return claimed.length;
}
