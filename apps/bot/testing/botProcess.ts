import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { createChanges } from "./changes.ts";
import { fakeServiceToken } from "./fakeService.ts";
import { fakeToken } from "./fakeTelegram.ts";
import type { Scene } from "./scene.ts";

export type BotProcess = {
  child: ChildProcess;
  output: { stdout: string; stderr: string };
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
  /** Waits until standard output holds the text. */
  says: (text: string) => Promise<unknown>;
};

const entry = fileURLToPath(new URL("../src/main.ts", import.meta.url));

/** The bot as it is started: a process of its own, with nothing but these settings. */
export function spawnBot(environment: Record<string, string>): BotProcess {
  const child = spawn(process.execPath, [entry], { env: { PATH: process.env.PATH ?? "", ...environment } });
  const output = { stdout: "", stderr: "" };
  const changes = createChanges("the bot's process");
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
      changes.tell();
    });
  }
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once("close", (code, signal) => resolve(code ?? signal));
  });
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return { child, output, ended, says: (text) => changes.until(() => output.stdout.includes(text)) };
}

/** Settings that lead a bot process to the fakes of a scene. */
export function settingsFor({ telegram, service }: Scene): Record<string, string> {
  return {
    TELEGRAM_BOT_TOKEN: fakeToken,
    TELEGRAM_API_ROOT: telegram.url,
    API_URL: service.url,
    SERVICE_TOKEN: fakeServiceToken,
    BOT_PORT: "0",
    LOG_LEVEL: "info",
  };
}
