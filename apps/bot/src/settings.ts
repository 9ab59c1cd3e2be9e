import { resolve } from "node:path";

export type Intake = { mode: "polling" } | { mode: "webhook"; secret: string; publicUrl: string | null };

export type Settings = {
  telegram: { token: string; apiRoot: string };
  intake: Intake;
  host: string;
  port: number;
  apiUrl: string;
  /** Given, or in the file where the API keeps the one it made. */
  serviceToken: { value: string } | { file: string };
  logLevel: string;
};

/** A setting that stops the start: one line that names it and says what it takes. */
export class SettingError extends Error {
  override readonly name = "SettingError";

  constructor(setting: string, takes: string) {
    super(`环境变量 ${setting} ${takes}`);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;
type Read = (name: string) => string | null;

/** The bot's settings; null without TELEGRAM_BOT_TOKEN: then there is no bot. @throws SettingError */
export function readSettings(environment: Environment): Settings | null {
  const read: Read = (name) => environment[name]?.trim() || null;
  const token = read("TELEGRAM_BOT_TOKEN");
  if (token === null) return null;
  // Neither this value nor another secret is repeated in a message.
  if (!/^[A-Za-z0-9_:-]{1,256}$/.test(token)) throw new SettingError("TELEGRAM_BOT_TOKEN", "应为 @BotFather 给的令牌");
  const apiPort = readPort("PORT", read("PORT") ?? "3000");
  return {
    telegram: { token, apiRoot: readUrl("TELEGRAM_API_ROOT", read("TELEGRAM_API_ROOT") ?? "https://api.telegram.org") },
    intake: readIntake(read),
    host: read("HOST") ?? "127.0.0.1",
    port: readPort("BOT_PORT", read("BOT_PORT") ?? "3001"),
    apiUrl: readUrl("API_URL", read("API_URL") ?? `http://127.0.0.1:${apiPort}`),
    serviceToken: readServiceToken(read),
    logLevel: readLogLevel(read("LOG_LEVEL") ?? (isProduction(read) ? "info" : "warn")),
  };
}

function readIntake(read: Read): Intake {
  const mode = read("TELEGRAM_MODE") ?? "polling";
  if (mode === "polling") return { mode };
  if (mode !== "webhook") throw new SettingError("TELEGRAM_MODE", `应为 polling 或 webhook，现在是“${mode}”`);
  const secret = read("TELEGRAM_WEBHOOK_SECRET");
  if (secret === null || !/^[A-Za-z0-9_-]{1,256}$/.test(secret)) {
    throw new SettingError("TELEGRAM_WEBHOOK_SECRET", "在 webhook 方式下应为 1 到 256 个字母、数字、_ 或 -");
  }
  const publicUrl = read("PUBLIC_URL");
  return { mode, secret, publicUrl: publicUrl && readUrl("PUBLIC_URL", publicUrl) };
}

const shortestSecret = 16;

function readServiceToken(read: Read): Settings["serviceToken"] {
  const value = read("SERVICE_TOKEN");
  if (value === null && !isProduction(read)) return { file: resolve(read("DATA_DIR") ?? "./data", "service-token") };
  if (value === null || value.length < shortestSecret || !/^[\x21-\x7e]+$/.test(value)) {
    throw new SettingError(
      "SERVICE_TOKEN",
      `应与 API 的相同：至少 ${shortestSecret} 个字符的随机串，只含可见的英文字符`,
    );
  }
  return { value };
}

function isProduction(read: Read): boolean {
  return read("NODE_ENV") === "production";
}

function readUrl(name: string, text: string): string {
  const url = URL.parse(text);
  if (url === null || !["http:", "https:"].includes(url.protocol)) {
    throw new SettingError(name, `应为 http:// 或 https:// 开头的网址，现在是“${text}”`);
  }
  return url.href.replace(/\/+$/, "");
}

function readPort(name: string, text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new SettingError(name, `应为 0 到 65535 的整数，现在是“${text}”`);
  return port;
}

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

function readLogLevel(text: string): string {
  if (!logLevels.includes(text))
    throw new SettingError("LOG_LEVEL", `应为 ${logLevels.join("、")} 之一，现在是“${text}”`);
  return text;
}
