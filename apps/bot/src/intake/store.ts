import { Problem } from "@shifan/contract/client";
import { describe, type Log } from "../log.ts";
import type { Service } from "../service/service.ts";
import { receive } from "./receive.ts";
import { telegramUpdateSchema } from "./telegramUpdate.ts";

/** Stores an update through the API. Resolves once Telegram may be told that it arrived; rejects when it must send it again. */
export type StoreUpdate = (update: { update_id: number }) => Promise<void>;

export type StoringOptions = {
  service: Pick<Service, "storeUpdate">;
  log: Log;
  /** This bot's user name, null until Telegram has told it. */
  botName: () => string | null;
  onStored: () => void;
};

/** Refusals that the same update would meet for ever; sending it again would only hold up those behind it. */
const finalStatuses = [400, 413, 422];

export function storing({ service, log, botName, onStored }: StoringOptions): StoreUpdate {
  return async (raw) => {
    const updateId = raw.update_id;
    const update = telegramUpdateSchema.safeParse(raw);
    if (!update.success) return log.warn({ updateId }, "an update of an unknown form is left alone");
    const reception = receive(update.data, botName());
    if (reception === null) return;
    try {
      const { chatId, received } = reception;
      await service.storeUpdate({ updateId, chatId, payload: received });
      onStored();
    } catch (error) {
      if (!(error instanceof Problem) || !finalStatuses.includes(error.status)) throw error;
      log.error({ updateId, fault: describe(error) }, "the API does not take this update");
    }
  };
}
