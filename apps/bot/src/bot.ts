import { setMaxListeners } from "node:events";
import { createHttpApp, listen } from "./http.ts";
import { poll } from "./intake/poll.ts";
import { type StoreUpdate, storing } from "./intake/store.ts";
import { createWebhook } from "./intake/webhook.ts";
import { introduce } from "./introduce.ts";
import type { Log } from "./log.ts";
import { type Pause, pauseUntil } from "./pause.ts";
import { tellPresence } from "./remind/presence.ts";
import { defaultReminderLimits, type ReminderLimits, sendReminders } from "./remind/reminders.ts";
import { createDownload } from "./service/files.ts";
import { createService, type Service } from "./service/service.ts";
import { awaitServiceToken } from "./service/token.ts";
import type { Settings } from "./settings.ts";
import { createPoller, createSender } from "./telegram/client.ts";
import { defaultRetryPolicy, type RetryPolicy } from "./telegram/retry.ts";
import { grammySignal } from "./telegram/signal.ts";
import { concluding } from "./worker/conclude.ts";
import { processUpdate } from "./worker/processUpdate.ts";
import { createWorker, defaultWorkerLimits, type WorkerLimits } from "./worker/worker.ts";

/** Why a bot ended: it was asked to, or Telegram no longer knows its token. */
type Ending = "stopped" | "tokenRefused";

/** A bot at work. `stop` lets what is under way come to its end. */
export type RunningBot = { port: number; ended: Promise<Ending>; stop: () => void };

export type BotOptions = {
  settings: Settings;
  /** This process, as the API's records name it. */
  name: string;
  log: Log;
  limits?: Partial<WorkerLimits>;
  retryPolicy?: RetryPolicy;
  reminderLimits?: Partial<ReminderLimits>;
};

/** Reminders are tried again by the API, which keeps how often and until when. */
const oneTry: RetryPolicy = { attempts: 1, firstWaitMilliseconds: 0, longestWaitMilliseconds: 0 };

/** Starts a bot; resolves when it listens, which does not wait for Telegram or the API: both may come later. */
export async function startBot(options: BotOptions): Promise<RunningBot> {
  const { settings, log } = options;
  const life = new AbortController();
  // Each pause of each chat listens to it.
  setMaxListeners(0, life.signal);
  let ending: Ending = "stopped";
  const onTokenRefused = () => {
    ending = "tokenRefused";
    life.abort();
  };

  let store: StoreUpdate = async () => {
    throw new Error("the bot is still starting");
  };
  const { intake } = settings;
  const webhook = intake.mode === "webhook" ? createWebhook(intake.secret, (update) => store(update), log) : null;
  const http = await listen(createHttpApp(webhook), settings.host, settings.port);

  async function live(): Promise<Ending> {
    const stop = life.signal;
    const pause = pauseUntil(stop);
    const token = await awaitServiceToken({ source: settings.serviceToken, log, pause, stop });
    if (token !== null) await work(token, pause);
    await http.close();
    return ending;
  }

  async function work(serviceToken: string, pause: ReturnType<typeof pauseUntil>): Promise<void> {
    const stop = life.signal;
    const service = createService(settings.apiUrl, serviceToken);
    const api = createSender(settings.telegram, pause, options.retryPolicy ?? defaultRetryPolicy);
    const download = createDownload(settings.apiUrl);
    const worker = createWorker({
      service,
      attempt: (claimed, progress, deadline) =>
        processUpdate({ service, outlet: { api, download, deadline: grammySignal(deadline) } }, claimed, progress),
      conclude: concluding({ service, log, pause, onTokenRefused }),
      name: options.name,
      log,
      stop,
      limits: { ...defaultWorkerLimits, ...options.limits },
    });
    let botName: string | null = null;
    store = storing({ service, log, botName: () => botName, onStored: worker.wake });
    const working = worker.run();
    botName = await introduce({ api, intake, log, pause, stop, onTokenRefused });
    const reminding = botName === null ? [] : remind(service, botName, pause);
    if (intake.mode === "polling") {
      await poll({ poller: createPoller(settings.telegram), store, log, pause, stop, onTokenRefused });
    }
    await Promise.all([working, ...reminding]);
  }

  function remind(service: Service, botName: string, pause: Pause): Promise<void>[] {
    const stop = life.signal;
    const api = createSender(settings.telegram, pause, oneTry);
    const limits = { ...defaultReminderLimits, ...options.reminderLimits };
    return [
      tellPresence({ service, log, pause, stop }, botName),
      sendReminders({ service, api, name: options.name, log, pause, stop, onTokenRefused, limits }),
    ];
  }

  return { port: http.port, ended: live(), stop: () => life.abort() };
}
