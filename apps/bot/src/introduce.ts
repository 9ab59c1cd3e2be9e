import type { Api } from "grammy/web";
import { commands } from "./commands.ts";
import { allowedUpdates } from "./intake/telegramUpdate.ts";
import { webhookPath } from "./intake/webhook.ts";
import { describe, type Log } from "./log.ts";
import type { Pause } from "./pause.ts";
import type { Intake } from "./settings.ts";
import { classifyFault } from "./telegram/faults.ts";

export type IntroduceOptions = {
  api: Api;
  intake: Intake;
  log: Log;
  pause: Pause;
  stop: AbortSignal;
  onTokenRefused: () => void;
};

const waitMilliseconds = 5_000;

/**
 * Tells Telegram how this bot is to be reached and which commands it has, and learns the bot's name. Keeps trying
 * while Telegram cannot be reached; null when stopped before that.
 */
export async function introduce(options: IntroduceOptions): Promise<string | null> {
  const { api, intake, log, pause, stop } = options;
  while (!stop.aborted) {
    try {
      const { username } = await api.getMe();
      await settleIntake(api, intake, log);
      await registerCommands(api, log);
      return username;
    } catch (error) {
      log.warn({ fault: describe(error) }, "Telegram does not answer as it should");
      if (classifyFault(error)?.kind === "tokenRefused") options.onTokenRefused();
      await pause(waitMilliseconds);
    }
  }
  return null;
}

async function settleIntake(api: Api, intake: Intake, log: Log): Promise<void> {
  if (intake.mode === "polling") {
    await api.deleteWebhook();
    return;
  }
  if (intake.publicUrl === null) {
    log.info(`PUBLIC_URL is not set: register the address of ${webhookPath} with Telegram's setWebhook yourself`);
    return;
  }
  const address = `${intake.publicUrl}${webhookPath}`;
  try {
    await api.setWebhook(address, { secret_token: intake.secret, allowed_updates: allowedUpdates });
  } catch (error) {
    // An address that Telegram does not take (it wants https) may still be served through another one.
    if (classifyFault(error)?.kind !== "refused") throw error;
    log.warn({ fault: describe(error) }, `Telegram does not take ${address} as webhook`);
  }
}

/** Without its menu the bot still works, so nothing that happens here is fatal. */
async function registerCommands(api: Api, log: Log): Promise<void> {
  try {
    await api.setMyCommands(commands);
  } catch (error) {
    log.warn({ fault: describe(error) }, "the commands could not be registered");
  }
}
