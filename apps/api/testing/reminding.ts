import { createSender, joinDue, leaveInInbox } from "../src/reminders/run.ts";
import type { ReminderServices } from "../src/reminders/services.ts";

/** Makes messages of what is due and sends all that may go now, as the server does every few seconds, but as fast as it can. */
export async function remindOnce(services: ReminderServices): Promise<void> {
  await joinDue(services);
  await leaveInInbox(services, "worker");
  for (const channel of services.channels.values()) {
    await createSender(services, channel, { worker: "worker", pace: (work) => work() })();
  }
}
