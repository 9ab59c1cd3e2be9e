import { hostname } from "node:os";
import { startBot } from "./bot.ts";
import { createLog } from "./log.ts";
import { readSettings, SettingError } from "./settings.ts";

async function main(): Promise<number> {
  const settings = readSettings(process.env);
  if (settings === null) {
    console.log("没有设置 TELEGRAM_BOT_TOKEN，Telegram 机器人不启动。");
    return 0;
  }
  const log = createLog(settings.logLevel);
  const bot = await startBot({ settings, name: `${hostname()}:${process.pid}`, log });
  log.info({ port: bot.port, mode: settings.intake.mode }, "the bot is at work");
  // Asked twice, it stops once: the terminal and the launcher both pass Ctrl-C on.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, bot.stop);
  if ((await bot.ended) === "stopped") return 0;
  console.error("环境变量 TELEGRAM_BOT_TOKEN 的令牌 Telegram 不认识，请向 @BotFather 核对。");
  return 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof SettingError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
