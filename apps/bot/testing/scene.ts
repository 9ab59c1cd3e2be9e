import type { ChatInput, Turn } from "@shifan/contract/client";
import { onTestFinished } from "vitest";
import { type RunningBot, startBot } from "../src/bot.ts";
import type { ReminderLimits } from "../src/remind/reminders.ts";
import type { Intake } from "../src/settings.ts";
import type { WorkerLimits } from "../src/worker/worker.ts";
import { type FakeService, fakeServiceToken, startFakeService } from "./fakeService.ts";
import { type FakeTelegram, fakeToken, startFakeTelegram } from "./fakeTelegram.ts";
import { createServiceState, type ServiceState } from "./serviceState.ts";
import { silentLog } from "./silentLog.ts";

export type Scene = { telegram: FakeTelegram; service: FakeService };

/** A fake Telegram and a fake API, closed when the test ends. */
export async function setScene(reply: (input: ChatInput, chatId: number) => Turn): Promise<Scene> {
  const telegram = await startFakeTelegram();
  onTestFinished(telegram.close);
  const service = await startService(createServiceState(reply));
  return { telegram, service };
}

/** Starts the fake API, or starts it again on the same address with what it had kept. */
export async function startService(state: ServiceState, url?: string): Promise<FakeService> {
  const service = await startFakeService(state, url === undefined ? 0 : Number(new URL(url).port));
  onTestFinished(service.close);
  return service;
}

export type BotChoice = {
  intake?: Intake;
  limits?: Partial<WorkerLimits>;
  reminderLimits?: Partial<ReminderLimits>;
  token?: string;
};

/** A real bot between the two, with short waits; stopped when the test ends. */
export function enterBot({ telegram, service }: Scene, choice: BotChoice = {}): Promise<RunningBot> {
  return enterBotAt(telegram.url, service.url, choice);
}

export async function enterBotAt(apiRoot: string, apiUrl: string, choice: BotChoice = {}): Promise<RunningBot> {
  const bot = await startBot({
    settings: {
      telegram: { token: choice.token ?? fakeToken, apiRoot },
      intake: choice.intake ?? { mode: "polling" },
      host: "127.0.0.1",
      port: 0,
      apiUrl,
      serviceToken: { value: fakeServiceToken },
      logLevel: "silent",
    },
    name: "test",
    log: silentLog,
    limits: { idleMilliseconds: 20, graceMilliseconds: 0, ...choice.limits },
    reminderLimits: { secondMilliseconds: 20, ...choice.reminderLimits },
    retryPolicy: { attempts: 3, firstWaitMilliseconds: 1, longestWaitMilliseconds: 1_500 },
  });
  onTestFinished(async () => {
    bot.stop();
    await bot.ended;
  });
  return bot;
}

/** What one chat reads, message by message. */
export function readTexts({ telegram }: Scene, chatId: number): string[] {
  return telegram.chat(chatId).map((message) => message.text);
}

/** Waits until the chat shows so many messages, and gives their texts. */
export async function awaitTexts(scene: Scene, chatId: number, count: number): Promise<string[]> {
  await scene.telegram.changes.until(() => scene.telegram.chat(chatId).length >= count);
  return readTexts(scene, chatId);
}

/** Waits until every stored update, and at least `count`, is done. */
export async function awaitDone({ service }: Scene, count: number): Promise<void> {
  await service.changes.until(() => service.state.updates.filter((update) => update.done).length >= count);
}
