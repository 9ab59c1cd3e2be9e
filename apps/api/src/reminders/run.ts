import { setTimeout as sleep } from "node:timers/promises";
import { joinDueDeliveries } from "@shifan/db";
import type { Channel } from "../channels/channel.ts";
import { createPace, type Pace } from "../channels/pace.ts";
import { outgoingMessage } from "./message.ts";
import { channelsInUse, claimMessages, settleAttempt } from "./send.ts";
import type { ReminderServices } from "./services.ts";

const recipientsAtOnce = 500;
/** Longer than an attempt takes; after it another process may try. By a clock that may be set, days are short. */
const leaseSecondsOf = ({ clock }: Pick<ReminderServices, "clock">): number => (clock.isReal ? 60 : 20);
/** So much is claimed at once as the provider takes in these seconds: well within the lease. */
const secondsAtOnce = 10;

/** Puts what is due by now into messages. @returns how many were made */
export async function joinDue(services: ReminderServices): Promise<number> {
  const { database, clock } = services;
  const due = {
    now: clock.now(),
    today: clock.today(),
    limit: recipientsAtOnce,
    channels: await channelsInUse(services),
  };
  let made = 0;
  for (;;) {
    const more = await joinDueDeliveries(database, { ...due, machine: clock.machine() });
    made += more;
    if (more === 0) return made;
  }
}

/** What goes no other way is in the inbox as soon as it is due. @returns how many messages */
export async function leaveInInbox(services: ReminderServices, worker: string): Promise<number> {
  let done = 0;
  for (;;) {
    const claimed = await claimMessages(services, {
      channel: null,
      limit: recipientsAtOnce,
      leaseSeconds: leaseSecondsOf(services),
      worker,
    });
    for (const { message } of claimed) await settleAttempt(services, message, { kind: "inbox" });
    done += claimed.length;
    if (claimed.length === 0) return done;
  }
}

/** Sends over one channel all that may go now: many under way at a time, no more in a second than the provider takes. */
export type Sender = () => Promise<number>;

/** While messages are under way, what fell due since is looked for so often. */
const lookAgainMilliseconds = 1_000;

type SenderParts = {
  worker: string;
  pace?: Pace;
  /** Passes the time until the next look. */
  pause?: () => Promise<unknown>;
};

/**
 * One that its provider keeps waiting keeps nobody else waiting: more is claimed as soon as half of what may be under way has left.
 *
 * @returns what sends until nothing is due, and tells how many attempts it made
 */
export function createSender(
  services: ReminderServices,
  channel: Channel,
  {
    worker,
    pace = createPace(channel.perSecond),
    pause = () => sleep(lookAgainMilliseconds, undefined, { ref: false }),
  }: SenderParts,
): Sender {
  const limit = Math.max(1, Math.ceil(channel.perSecond * secondsAtOnce));
  const sendOne = async ({ message, address, told }: Awaited<ReturnType<typeof claimMessages>>[number]) => {
    const outcome =
      address === null
        ? ({ kind: "gone", fault: "地址已删除" } as const)
        : await pace(() => channel.send(outgoingMessage({ message, address, told }, services.publicUrl)));
    await settleAttempt(services, message, outcome);
  };
  return async () => {
    const underWay = new Set<Promise<void>>();
    let done = 0;
    for (;;) {
      const room = limit - underWay.size;
      if (underWay.size > 0 && room < limit / 2) {
        await Promise.race(underWay);
        continue;
      }
      const claimed = await claimMessages(services, {
        channel: channel.id,
        limit: room,
        leaseSeconds: leaseSecondsOf(services),
        worker,
      });
      for (const each of claimed) {
        const sending = sendOne(each)
          // Its lease runs out, and it is tried again.
          .catch((cause: unknown) =>
            services.log.error({ err: cause, message: each.message.id }, "an attempt was lost"),
          )
          .finally(() => underWay.delete(sending));
        underWay.add(sending);
      }
      done += claimed.length;
      if (claimed.length > 0) continue;
      if (underWay.size === 0) return done;
      await Promise.race([Promise.all(underWay), pause()]);
    }
  };
}
