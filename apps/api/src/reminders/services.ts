import type { ProcedureServices } from "../acts/services.ts";
import type { Channel, SentChannel } from "../channels/channel.ts";
import type { Log } from "../log.ts";

/** What reminding works with. */
export type ReminderServices = ProcedureServices & {
  /** By which the server sends itself; those of which nothing is set are not among them. */
  channels: ReadonlyMap<SentChannel, Channel>;
  publicUrl: string;
  log: Log;
};
