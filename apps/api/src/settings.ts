import { resolve } from "node:path";
import {
  readRate,
  readSmsGateway,
  readWechatAccount,
  readWecomRobots,
  type SmsGateway,
  type WechatAccount,
  type WecomRobots,
} from "./channels/settings.ts";
import { type ClockSetting, parseInstant, readInstantFile } from "./clock.ts";
import { parseKeys } from "./keys.ts";
import { decoded, SettingError } from "./setting.ts";

/** What the environment says, read once. */
export type Settings = {
  production: boolean;
  host: string;
  port: number;
  publicUrl: string;
  dataDirectory: string;
  /** Null: the embedded database in the data folder. */
  databaseUrl: string | null;
  /** Null: made and kept in the data folder. */
  serviceToken: string | null;
  sessionSecret: string | null;
  /** Of personal data, 32 bytes each: the first seals, all of them open. Null: made and kept in the data folder. */
  dataKeys: readonly Buffer[] | null;
  /** Seeds of the audit trail's keys, 32 bytes each: the first signs. Null: made and kept in the data folder. */
  auditKeys: readonly Buffer[] | null;
  defaultPolicy: string;
  logLevel: LogLevel;
  clock: ClockSetting;
  /** Whether the demonstration's accounts are open, and every page and document says that nothing of it counts. */
  demo: boolean;
  /** Whether a city is made for it to be tried on. */
  demonstrationData: boolean;
  /** How many reverse proxies of ours stand before the server; that many entries of X-Forwarded-For are believed. */
  trustedProxies: number;
  /** Self-checks without an account are deleted this many days after their last input. */
  chatRetentionDays: number;
  /** Null: accepted files are kept in the data folder. */
  filesLocation: FilesLocation | null;
  /** What all files of one application, or of one organization's mandates, may come to. */
  filesQuota: { files: number; megabytes: number };
  /** Where the virus scanner (clamd) listens; null: files are not scanned. */
  scanner: { host: string; port: number } | null;
  /** Null: no mail goes out, and nothing is offered that would need it. */
  mailServer: MailServer | null;
  /** Null: no short message goes out. */
  smsGateway: SmsGateway | null;
  /** Null: no notice goes out by WeChat, and no page mentions it. */
  wechatAccount: WechatAccount | null;
  /** Null: no group's robot is spoken to, and no page mentions any. */
  wecomRobots: WecomRobots | null;
};

/** The server that takes our mail. */
export type MailServer = {
  host: string;
  port: number;
  /** Encrypted from the first byte; otherwise as soon as the server offers it. */
  secure: boolean;
  credentials: { user: string; password: string } | null;
  /** The address that our mail comes from. */
  from: string;
  /** How many messages it takes in a second. */
  perSecond: number;
};

/** A bucket that keeps files. */
export type FilesLocation = {
  bucket: string;
  /** Before every name in the bucket; empty: none. */
  prefix: string;
  /** Null: Amazon's own. */
  endpoint: string | null;
  region: string;
  /** Null: found in the usual places of AWS. */
  credentials: { accessKeyId: string; secretAccessKey: string } | null;
};

type Environment = Readonly<Record<string, string | undefined>>;

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** @throws SettingError */
export function readSettings(environment: Environment): Settings {
  const read = (name: string) => environment[name]?.trim() || null;
  const production = read("NODE_ENV") === "production";
  const port = readInteger("PORT", read("PORT") ?? "3000", 0, 65_535);
  return {
    production,
    host: read("HOST") ?? "127.0.0.1",
    port,
    publicUrl: readPublicUrl(read("PUBLIC_URL") ?? `http://localhost:${port}`),
    dataDirectory: resolve(read("DATA_DIR") ?? "./data"),
    databaseUrl: readDatabaseUrl(read("DATABASE_URL")),
    serviceToken: readSecret("SERVICE_TOKEN", read("SERVICE_TOKEN"), production),
    sessionSecret: readSecret("SESSION_SECRET", read("SESSION_SECRET"), production),
    dataKeys: readKeys("DATA_KEY", read("DATA_KEY"), production),
    auditKeys: readKeys("AUDIT_KEY", read("AUDIT_KEY"), production),
    defaultPolicy: read("DEFAULT_POLICY") ?? "zhengzhou-sme-platform",
    logLevel: readLogLevel(read("LOG_LEVEL") ?? (production ? "info" : "warn")),
    clock: readClock(read("SHIFAN_NOW"), production),
    ...readDemo(read("DEMO") ?? "0", production),
    trustedProxies: readInteger("TRUST_PROXY", read("TRUST_PROXY") ?? "0", 0, 10),
    chatRetentionDays: readInteger("CHAT_RETENTION_DAYS", read("CHAT_RETENTION_DAYS") ?? "180", 1, 3_650),
    filesLocation: readFilesLocation(read("FILES_URL")),
    filesQuota: {
      files: readInteger("FILES_QUOTA_COUNT", read("FILES_QUOTA_COUNT") ?? "1000", 1, 100_000),
      megabytes: readInteger("FILES_QUOTA_MB", read("FILES_QUOTA_MB") ?? "2000", 50, 1_000_000),
    },
    scanner: readScanner(read("CLAMAV_URL")),
    mailServer: readMailServer(read("SMTP_URL")),
    smsGateway: readSmsGateway(read("SMS_URL")),
    wechatAccount: readWechatAccount(read("WECHAT_URL")),
    wecomRobots: readWecomRobots(read("WECOM_URL")),
  };
}

/** What commands need that look at the data without the server. @throws SettingError */
export function readDataSettings(
  environment: Environment,
): Pick<Settings, "dataDirectory" | "databaseUrl" | "auditKeys"> {
  const read = (name: string) => environment[name]?.trim() || null;
  return {
    dataDirectory: resolve(read("DATA_DIR") ?? "./data"),
    databaseUrl: readDatabaseUrl(read("DATABASE_URL")),
    auditKeys: readKeys("AUDIT_KEY", read("AUDIT_KEY"), false),
  };
}

function readInteger(name: string, text: string, from: number, to: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= from && value <= to)) throw new SettingError(name, `应为 ${from} 到 ${to} 的整数，现在是“${text}”`);
  return value;
}

function readPublicUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null || !["http:", "https:"].includes(url.protocol)) {
    throw new SettingError("PUBLIC_URL", `应为 http:// 或 https:// 开头的网址，现在是“${text}”`);
  }
  return url.href.replace(/\/+$/, "");
}

/** The value is not repeated: it may hold a password. */
function readDatabaseUrl(text: string | null): string | null {
  if (text === null) return null;
  const url = URL.parse(text);
  if (url === null || !["postgres:", "postgresql:"].includes(url.protocol)) {
    throw new SettingError(
      "DATABASE_URL",
      "应为 postgres://用户:口令@主机:端口/库名；不设则用 DATA_DIR 里的内置数据库",
    );
  }
  return text;
}

/** The value is not repeated: it may hold a secret. */
function readFilesLocation(text: string | null): FilesLocation | null {
  if (text === null) return null;
  const url = URL.parse(text);
  const endpoint = url?.searchParams.get("endpoint") ?? null;
  const isUsable =
    url?.protocol === "s3:" &&
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.hostname) &&
    (url.username === "") === (url.password === "") &&
    (endpoint === null || ["http:", "https:"].includes(URL.parse(endpoint)?.protocol ?? ""));
  if (url === null || !isUsable) {
    throw new SettingError(
      "FILES_URL",
      "应为 s3://存储桶，可加 ?endpoint=https://…&region=…，凭证可写成 s3://编号:密钥@存储桶；不设则存在 DATA_DIR/files",
    );
  }
  return {
    bucket: url.hostname,
    prefix: url.pathname.replaceAll(/^\/+|\/+$/g, ""),
    endpoint,
    region: url.searchParams.get("region") ?? "us-east-1",
    credentials:
      url.username === ""
        ? null
        : { accessKeyId: decodeURIComponent(url.username), secretAccessKey: decodeURIComponent(url.password) },
  };
}

function readScanner(text: string | null): { host: string; port: number } | null {
  if (text === null) return null;
  const url = URL.parse(text);
  if (url?.protocol !== "tcp:" || url.hostname === "" || url.port === "") {
    throw new SettingError("CLAMAV_URL", `应为 tcp://主机:端口，现在是“${text}”`);
  }
  return { host: url.hostname.replaceAll(/^\[|\]$/g, ""), port: Number(url.port) };
}

/** The value is not repeated: it may hold a password. */
function readMailServer(text: string | null): MailServer | null {
  if (text === null) return null;
  const url = URL.parse(text);
  const secure = url?.protocol === "smtps:";
  const from = url?.searchParams.get("from") ?? "";
  const [user, password] = [decoded(url?.username), decoded(url?.password)];
  const perSecond = readRate(url, 10);
  const isUsable =
    url !== null &&
    perSecond !== null &&
    (secure || url.protocol === "smtp:") &&
    url.hostname !== "" &&
    user !== null &&
    password !== null &&
    (user === "") === (password === "") &&
    /^[^\s@<>,]+@[^\s@<>,]+$/.test(from);
  if (!isUsable) {
    throw new SettingError(
      "SMTP_URL",
      "应为 smtp://用户:口令@主机:端口?from=发信邮箱（全程加密用 smtps://，不用登录的省去用户和口令），可加 &rate=每秒封数；不设则不发邮件",
    );
  }
  return {
    host: url.hostname.replaceAll(/^\[|\]$/g, ""),
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    credentials: user === "" ? null : { user, password },
    from,
    perSecond,
  };
}

const shortestSecret = 16;

function readSecret(name: string, text: string | null, production: boolean): string | null {
  if (text === null) {
    if (production)
      throw new SettingError(name, `在 NODE_ENV=production 时必须设置：至少 ${shortestSecret} 个字符的随机串`);
    return null;
  }
  if (text.length < shortestSecret || !/^[\x21-\x7e]+$/.test(text)) {
    throw new SettingError(name, `应为至少 ${shortestSecret} 个字符的随机串，只含可见的英文字符`);
  }
  return text;
}

/** The value is not repeated. */
function readKeys(name: string, text: string | null, production: boolean): Buffer[] | null {
  const takes = "32个随机字节，写成 base64 或十六进制；换过密钥的，旧的用逗号接在后面";
  if (text === null) {
    if (production) throw new SettingError(name, `在 NODE_ENV=production 时必须设置：${takes}`);
    return null;
  }
  const keys = parseKeys(text);
  if (keys === null) throw new SettingError(name, `应为${takes}`);
  return keys;
}

function readLogLevel(text: string): LogLevel {
  const level = logLevels.find((known) => known === text);
  if (level === undefined) throw new SettingError("LOG_LEVEL", `应为 ${logLevels.join("、")} 之一，现在是“${text}”`);
  return level;
}

function readDemo(text: string, production: boolean): Pick<Settings, "demo" | "demonstrationData"> {
  if (!["0", "1", "accounts"].includes(text)) {
    throw new SettingError("DEMO", `应为 0、1 或 accounts（只要演示账号，不要演示数据），现在是“${text}”`);
  }
  const demo = text !== "0";
  if (demo && production) throw new SettingError("DEMO", `只供演示，NODE_ENV=production 时不能设为 ${text}`);
  return { demo, demonstrationData: text === "1" };
}

function readClock(text: string | null, production: boolean): ClockSetting {
  if (text === null) return { from: "machine" };
  if (production) throw new SettingError("SHIFAN_NOW", "只供演示和测试，NODE_ENV=production 时不能设置");
  const takes = "应为带时区的时刻，例如 2026-06-10T09:30:00+08:00，或 @文件名，文件里写这样一个时刻";
  if (text.startsWith("@")) {
    const file = resolve(text.slice(1));
    if (readInstantFile(file) === null) throw new SettingError("SHIFAN_NOW", `${takes}；文件 ${file} 里没有`);
    return { from: "file", file };
  }
  const instant = parseInstant(text);
  if (instant === null) throw new SettingError("SHIFAN_NOW", `${takes}，现在是“${text}”`);
  return { from: "instant", instant };
}
