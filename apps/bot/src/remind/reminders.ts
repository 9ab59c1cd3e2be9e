import { type ClaimedReminder, type ClaimedReminders, Problem } from "@shifan/contract/client";
import type { Api } from "grammy/web";
import { describe, type Log } from "../log.ts";
import type { Pause } from "../pause.ts";
import type { Service } from "../service/service.ts";
import { grammySignal } from "../telegram/signal.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { sendReminder } from "./send.ts";

export type ReminderLimits = {
  /** Telegram takes so many messages in a second, to all chats together. */
  perSecond: number;
  /** A second: in it go so many as Telegram takes, and to one chat one. */
  secondMilliseconds: number;
  leaseSeconds: number;
  /** When an attempt gives up; early enough to be settled before the lease ends. */
  attemptMilliseconds: number;
  /** Attempts under way at a time: what hangs does not hold up the others. */
  concurrency: number;
};

export const defaultReminderLimits: ReminderLimits = {
  perSecond: 30,
  secondMilliseconds: 1_000,
  leaseSeconds: 60,
  attemptMilliseconds: 20_000,
  concurrency: 120,
};

export type RemindingOptions = {
  service: Pick<Service, "claimReminders" | "settleReminder">;
  api: Pick<Api, "sendMessage">;
  name: string;
  log: Log;
  pause: Pause;
  stop: AbortSignal;
  onTokenRefused: () => void;
  limits: ReminderLimits;
};

const nothing: ClaimedReminders = { reminders: [], fullForMilliseconds: null };

/** Waits between tries to say what became of one. A lease that ends meanwhile has it sent again, which its number tells. */
const waitsMilliseconds = [200, 1_000, 4_000];

/**
 * Sends the reminders that are due until stopped. It asks every second, and at once when a second that was full is over: what is due leaves within one,
 * so many as Telegram takes, all at once; to one chat one after the other.
 */
export async function sendReminders(options: RemindingOptions): Promise<void> {
  const { service, name, log, pause, stop, limits } = options;
  const active = new Set<Promise<void>>();
  let cutOff = false;

  async function claim(): Promise<ClaimedReminders> {
    const limit = Math.min(limits.perSecond, limits.concurrency - active.size);
    if (limit <= 0) return nothing;
    try {
      const claimed = await service.claimReminders({ limit, leaseSeconds: limits.leaseSeconds, worker: name });
      cutOff = false;
      return claimed;
    } catch (error) {
      if (!cutOff) log.warn({ fault: describe(error) }, "the API cannot be reached: reminders wait there");
      cutOff = true;
      return nothing;
    }
  }

  async function inTurn(own: readonly ClaimedReminder[]): Promise<void> {
    for (const [at, reminder] of own.entries()) {
      if (at > 0) await pause(limits.secondMilliseconds);
      await attempt(options, reminder);
    }
  }

  while (!stop.aborted) {
    const second = pause(limits.secondMilliseconds);
    const { reminders, fullForMilliseconds } = await claim();
    for (const own of Map.groupBy(reminders, ({ chatId }) => chatId).values()) {
      const work = inTurn(own).finally(() => active.delete(work));
      active.add(work);
    }
    // An API from before it says nothing of it.
    await (typeof fullForMilliseconds === "number" ? pause(fullForMilliseconds) : second);
  }
  await Promise.all(active);
}

async function attempt(options: RemindingOptions, reminder: ClaimedReminder): Promise<void> {
  const { api, limits, log, stop, onTokenRefused } = options;
  // What was not begun when the bot was stopped waits for the end of its lease.
  if (stop.aborted) return;
  const deadline = grammySignal(AbortSignal.timeout(limits.attemptMilliseconds));
  const outcome = await sendReminder(api, reminder, deadline).then(
    (reference): Outcome => ({ kind: "sent", reference }),
    (error: unknown) => outcomeOf(error),
  );
  if (outcome === "tokenRefused") {
    onTokenRefused();
    return settle(options, reminder, { kind: "retry", afterSeconds: null, fault: "the token is refused" });
  }
  if (outcome.kind !== "sent") log.warn({ reminder: reminder.id, outcome }, "a reminder was not sent");
  return settle(options, reminder, outcome);
}

async function settle(
  { service, log, pause }: RemindingOptions,
  { id, lease }: ClaimedReminder,
  outcome: Outcome,
): Promise<void> {
  for (const wait of [...waitsMilliseconds, null]) {
    try {
      await service.settleReminder(id, { lease, outcome });
      return;
    } catch (error) {
      const isFinal = error instanceof Problem && error.status < 500 && error.status !== 429;
      if (isFinal || wait === null) {
        log.warn({ reminder: id, fault: describe(error) }, "what became of a reminder could not be told");
        return;
      }
      await pause(wait);
    }
  }
}
