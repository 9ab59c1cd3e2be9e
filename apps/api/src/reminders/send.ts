import {
  claimReminderMessages,
  endAddress,
  listOpenAddresses,
  type MessageRow,
  openMap,
  putBackMessage,
  type QuietTime,
  redirectMessage,
  settleMessage,
} from "@shifan/db";
import {
  type HolidayCalendar,
  type Moment,
  type PolicyDocument,
  type ReminderChannel,
  timeToSend,
} from "@shifan/rules";
import type { SendOutcome } from "../channels/channel.ts";
import type { Clock } from "../clock.ts";
import { botAtWork } from "./addresses/telegram-bot.ts";
import { momentOf, reminderContext } from "./context.ts";
import type { ReminderServices } from "./services.ts";
import { composeMessages, type ToldDelivery } from "./tell.ts";

/** A message as somebody sends it. */
export type ClaimedMessage = { message: MessageRow; address: string | null; told: readonly ToldDelivery[] };

/** The channels by which somebody can be reached now: those that are set up, and Telegram where a bot is at work. */
export async function channelsInUse(
  services: Pick<ReminderServices, "channels" | "database" | "clock">,
): Promise<ReminderChannel[]> {
  const bot = await botAtWork(services);
  return [...services.channels.keys(), ...(bot === null ? [] : ["telegram" as const])];
}

/** After so many attempts nobody tries any more. */
const attemptsAtMost = 10;
const firstPauseMilliseconds = 15_000;
const longestPauseMilliseconds = 60 * 60_000;

/**
 * Claims messages of a channel that are to go now, each with what it says now. Those that have nothing left to say are settled here.
 *
 * @param channel null: those that stay in the inbox
 */
export async function claimMessages(
  services: ReminderServices,
  {
    channel,
    limit,
    leaseSeconds,
    worker,
  }: { channel: ReminderChannel | null; limit: number; leaseSeconds: number; worker: string },
): Promise<ClaimedMessage[]> {
  const { database, clock, personalKeys } = services;
  const { document, calendar } = await reminderContext(services);
  const at = clock.machine();
  const claimed = await claimReminderMessages(database, {
    channel,
    limit,
    worker,
    at,
    leaseUntil: new Date(at.getTime() + leaseSeconds * 1_000),
    quiet: channel === null ? null : quietAt(momentOf(clock.now()), document.reminders, calendar),
  });
  if (claimed.length === 0) return [];
  const told = await composeMessages(services, claimed);
  const addresses = await listOpenAddresses(database, [...new Set(claimed.map(({ recipientId }) => recipientId))]);
  const ready: ClaimedMessage[] = [];
  for (const message of claimed) {
    const said = told.get(message.id);
    const way = addresses.find(({ id }) => id === message.addressId);
    const isWayGone = message.channel !== null && way === undefined;
    if (said === null)
      await settleAttempt(services, message, {
        kind: "retry",
        afterMilliseconds: null,
        mayHaveArrived: false,
        fault: "内容没有生成",
      });
    else if (said === undefined || said.length === 0)
      await settleMessage(database, message, { state: "withdrawn", at: clock.now() });
    else if (isWayGone) await redirect(services, message, "通道已停用");
    else {
      const { address = null } = way === undefined ? {} : openMap(personalKeys, way.personal);
      ready.push({ message, address, told: said });
    }
  }
  return ready;
}

/** The quiet time in which a moment lies; null where it lies in none. */
function quietAt(
  now: Moment,
  { quiet_hours: quiet, rules }: PolicyDocument["reminders"],
  calendar: HolidayCalendar,
): QuietTime | null {
  const opens = timeToSend({ planned: now, now, deadline: null, isHard: false }, { quiet, calendar });
  if (opens === null || opens === now) return null;
  return {
    opensOn: opens.slice(0, 10),
    hardSubjects: rules.flatMap(({ is_hard, subject }) => (is_hard ? subject : [])),
  };
}

/** Notes what became of an attempt. @returns false where the lease is lost: somebody else has the message now */
export async function settleAttempt(
  services: ReminderServices,
  message: MessageRow,
  outcome: SendOutcome | { kind: "inbox" },
): Promise<boolean> {
  const { database, clock } = services;
  const at = clock.now();
  switch (outcome.kind) {
    case "sent":
      return settleMessage(database, message, { state: "sent", at, reference: outcome.reference });
    case "inbox":
      return settleMessage(database, message, { state: "inbox", at });
    case "gone":
      if (message.addressId !== null) await endAddress(database, message.addressId, at, "gone");
      return redirect(services, message, outcome.fault);
    case "refused":
      return settleMessage(database, message, { state: "dead", at, fault: outcome.fault });
    case "retry": {
      if (message.attempts >= attemptsAtMost) {
        return settleMessage(database, message, { state: "dead", at, fault: outcome.fault });
      }
      const pause = Math.max(outcome.afterMilliseconds ?? 0, pauseAfter(message.attempts, clock));
      const dueAt = new Date(clock.machine().getTime() + pause);
      return putBackMessage(database, message, { dueAt, fault: outcome.fault });
    }
  }
}

/** How long to wait after so many attempts: longer each time. By a clock that may be set, days are short, and pauses as well. */
export function pauseAfter(attempts: number, { isReal }: Pick<Clock, "isReal">): number {
  const first = isReal ? firstPauseMilliseconds : 1_000;
  return Math.min(first * 2 ** (attempts - 1), longestPauseMilliseconds);
}

/** Another way to the same reader; without one it stays in the inbox. */
async function redirect(services: ReminderServices, message: MessageRow, fault: string): Promise<boolean> {
  const { database, clock } = services;
  const open = await listOpenAddresses(database, [message.recipientId]);
  const inUse = await channelsInUse(services);
  const other = open.find(({ id, channel }) => id !== message.addressId && inUse.includes(channel));
  return redirectMessage(database, message, {
    channel: other?.channel ?? null,
    addressId: other?.id ?? null,
    dueAt: clock.machine(),
    fault,
  });
}
