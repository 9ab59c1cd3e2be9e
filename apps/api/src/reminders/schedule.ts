import { randomUUID } from "node:crypto";
import { findLatestEntry } from "@shifan/db";
import type { Clock } from "../clock.ts";
import { repeat } from "../schedule/repeat.ts";
import { planReminders } from "./plan.ts";
import { createSender, joinDue, leaveInInbox } from "./run.ts";
import type { ReminderServices } from "./services.ts";

/** A clock that is set moves by days at a time, and whoever set it waits. */
const everyMillisecondsOf = ({ isReal }: Clock): number => (isReal ? 2_000 : 250);
/** Also without an act that anybody saw: what a prospect asked for leaves no trail. */
const planAgainMilliseconds = 60_000;

/**
 * Plans and sends reminders every few seconds. It is planned when something was done or the day is another, and now and then; what is planned is made
 * into messages when its time comes, and each channel sends its own beside the others, as fast as its provider takes them.
 *
 * @returns what ends it, after the runs under way
 */
export function scheduleReminders(services: ReminderServices): () => Promise<void> {
  const { database, clock, log } = services;
  const worker = `api ${randomUUID()}`;
  let seen = "";
  let plannedAt = 0;
  const every = everyMillisecondsOf(clock);
  const plan = async () => {
    const stamp = `${clock.today()} ${await findLatestEntry(database)}`;
    const machine = clock.machine().getTime();
    if (stamp === seen && machine - plannedAt < planAgainMilliseconds) return;
    await planReminders(services);
    [seen, plannedAt] = [stamp, machine];
  };
  const often = (run: () => Promise<void>) =>
    repeat({
      firstAfterMilliseconds: every,
      everyMilliseconds: every,
      run,
      onFault: (cause) => log.error({ err: cause }, "reminders could not be planned or sent; it is tried again"),
    });
  const ends = [
    often(async () => {
      await plan();
      await joinDue(services);
      await leaveInInbox(services, worker);
    }),
    ...[...services.channels.values()].map((channel) => {
      const send = createSender(services, channel, { worker });
      return often(async () => {
        await send();
      });
    }),
  ];
  return async () => {
    for (const end of ends) await end();
  };
}
