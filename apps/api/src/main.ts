import { DatabaseRefusal } from "@shifan/db";
import { describeDemonstration } from "./demonstration/accounts.ts";
import { SettingError } from "./setting.ts";
import { readSettings } from "./settings.ts";
import { type RunningServer, startServer } from "./start.ts";

/** Starts the server of this environment and runs until it is asked to stop. */
async function main(): Promise<void> {
  const stopAsked = Promise.withResolvers<void>();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopAsked.resolve());
  const server = await start();
  if (server === null) return;
  const { address, demo } = server;
  process.stdout.write(
    `示范平台申报自查已启动\n  门户    ${address}/\n  工作台  ${address}/admin/\n  接口    ${address}/api/docs\n${demo ? describeDemonstration() : ""}停止：按 Ctrl-C\n`,
  );
  await stopAsked.promise;
  await server.stop();
  process.stdout.write("已停止\n");
}

/** The server; null when it may not start: then one line says why. */
async function start(): Promise<RunningServer | null> {
  try {
    return await startServer(readSettings(process.env));
  } catch (cause) {
    if (!(cause instanceof SettingError || cause instanceof DatabaseRefusal)) throw cause;
    process.stderr.write(`${cause.message}\n`);
    process.exitCode = 1;
    return null;
  }
}

await main();
