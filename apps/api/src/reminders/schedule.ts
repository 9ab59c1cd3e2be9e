import { randomUUID } from "node:crypto";
import { findLatestEntry } from "@shifan/db";
import { repeat } from "../schedule/repeat.ts";
import { planReminders } from "./plan.ts";
import { remind } from "./run.ts";
import type { ReminderServices } from "./services.ts";

const everyMilliseconds = 2_000;
/** Also without an act that anybody saw: what a prospect asked for leaves no trail. */
const planAgainMilliseconds = 60_000;

/**
 * Plans and sends reminders every few seconds. It is planned when something was done or the day is another, and now and then; what is planned is sent
 * when its time comes.
 *
 * @returns what ends it, after the run under way
 */
export function scheduleReminders(services: ReminderServices): () => Promise<void> {
  const { database, clock, log } = services;
  const worker = `api ${randomUUID()}`;
  let seen = "";
  let plannedAt = 0;
  return repeat({
    firstAfterMilliseconds: everyMilliseconds,
    everyMilliseconds,
    run: async () => {
      const stamp = `${clock.today()} ${await findLatestEntry(database)}`;
      const machine = clock.machine().getTime();
      if (stamp !== seen || machine - plannedAt >= planAgainMilliseconds) {
        await planReminders(services);
        [seen, plannedAt] = [stamp, machine];
      }
      await remind(services, worker);
    },
    onFault: (cause) => log.error({ err: cause }, "reminders could not be planned or sent; it is tried again"),
  });
}
