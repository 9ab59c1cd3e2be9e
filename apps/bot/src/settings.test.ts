import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readSettings, SettingError } from "./settings.ts";

const token = { TELEGRAM_BOT_TOKEN: "870:abc_DEF-1" };

test.each([{}, { TELEGRAM_BOT_TOKEN: "" }, { TELEGRAM_BOT_TOKEN: "  ", TELEGRAM_MODE: "nonsense" }])(
  "without a token there is no bot: %j",
  (environment) => {
    expect(readSettings(environment)).toBeNull();
  },
);

test("a token alone is enough", () => {
  expect(readSettings(token)).toEqual({
    telegram: { token: "870:abc_DEF-1", apiRoot: "https://api.telegram.org" },
    intake: { mode: "polling" },
    host: "127.0.0.1",
    port: 3001,
    apiUrl: "http://127.0.0.1:3000",
    serviceToken: { file: resolve("data/service-token") },
    logLevel: "warn",
  });
});

test("the API is looked for where it is told to listen", () => {
  expect(readSettings({ ...token, PORT: "8080" })?.apiUrl).toBe("http://127.0.0.1:8080");
  expect(readSettings({ ...token, PORT: "8080", API_URL: "http://api:3000/" })?.apiUrl).toBe("http://api:3000");
});

describe("a malformed setting stops the start with one line that names it", () => {
  test.each([
    ["TELEGRAM_BOT_TOKEN", { TELEGRAM_BOT_TOKEN: "a b" }],
    ["TELEGRAM_BOT_TOKEN", { TELEGRAM_BOT_TOKEN: "../x" }],
    ["TELEGRAM_API_ROOT", { TELEGRAM_API_ROOT: "api.telegram.org" }],
    ["TELEGRAM_API_ROOT", { TELEGRAM_API_ROOT: "ftp://x" }],
    ["TELEGRAM_MODE", { TELEGRAM_MODE: "push" }],
    ["TELEGRAM_WEBHOOK_SECRET", { TELEGRAM_MODE: "webhook" }],
    ["TELEGRAM_WEBHOOK_SECRET", { TELEGRAM_MODE: "webhook", TELEGRAM_WEBHOOK_SECRET: "with space" }],
    ["TELEGRAM_WEBHOOK_SECRET", { TELEGRAM_MODE: "webhook", TELEGRAM_WEBHOOK_SECRET: "x".repeat(257) }],
    ["PUBLIC_URL", { TELEGRAM_MODE: "webhook", TELEGRAM_WEBHOOK_SECRET: "s", PUBLIC_URL: "shifan.example" }],
    ["BOT_PORT", { BOT_PORT: "65536" }],
    ["BOT_PORT", { BOT_PORT: "http" }],
    ["PORT", { PORT: "-1" }],
    ["API_URL", { API_URL: "::" }],
    ["SERVICE_TOKEN", { NODE_ENV: "production" }],
    ["SERVICE_TOKEN", { SERVICE_TOKEN: "short" }],
    ["SERVICE_TOKEN", { SERVICE_TOKEN: "口令口令口令口令口令口令口令口令" }],
    ["LOG_LEVEL", { LOG_LEVEL: "loud" }],
  ])("%s", (name, environment) => {
    const read = () => readSettings({ ...token, ...environment });
    expect(read).toThrow(SettingError);
    expect(read).toThrow(new RegExp(`^环境变量 ${name} .+$`));
  });
});

test("webhook mode keeps the secret and the public address", () => {
  const environment = { ...token, TELEGRAM_MODE: "webhook", TELEGRAM_WEBHOOK_SECRET: "x".repeat(256) };
  expect(readSettings(environment)?.intake).toEqual({ mode: "webhook", secret: "x".repeat(256), publicUrl: null });
  expect(readSettings({ ...environment, PUBLIC_URL: "https://shifan.example/" })?.intake).toMatchObject({
    publicUrl: "https://shifan.example",
  });
});
