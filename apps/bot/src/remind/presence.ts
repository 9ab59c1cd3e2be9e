import { describe, type Log } from "../log.ts";
import type { Pause } from "../pause.ts";
import type { Service } from "../service/service.ts";

const againMilliseconds = 10 * 60_000;
const afterFaultMilliseconds = 5_000;

/** Tells the API until stopped that a bot of this name is at work: where none is, nothing mentions Telegram. */
export async function tellPresence(
  { service, log, pause, stop }: { service: Pick<Service, "introduceBot">; log: Log; pause: Pause; stop: AbortSignal },
  username: string,
): Promise<void> {
  while (!stop.aborted) {
    try {
      await service.introduceBot({ username });
      await pause(againMilliseconds);
    } catch (error) {
      log.warn({ fault: describe(error) }, "the API could not be told that this bot is at work");
      await pause(afterFaultMilliseconds);
    }
  }
}
