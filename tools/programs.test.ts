import { expect, test } from "vitest";
import { productPrograms, withDemonstration } from "./programs.mjs";

const programs = (environment: Record<string, string>) =>
  productPrograms({ root: "/repo", node: "/node", environment, built: true });

test("without a token the bot does not start", () => {
  expect(programs({}).map(({ args }) => args)).toEqual([["/repo/apps/api/dist/main.js"]]);
});

test("with a token the bot starts beside the API and is told where it listens", () => {
  const [, bot] = programs({ TELEGRAM_BOT_TOKEN: "1:a", PORT: "4000" });
  expect(bot?.args).toEqual(["/repo/apps/bot/dist/main.js"]);
  expect(bot?.env?.API_URL).toBe("http://127.0.0.1:4000");
});

test("no setting of the user's is changed", () => {
  const environment = { TELEGRAM_BOT_TOKEN: "1:a", API_URL: "http://api.test", PORT: "4000", DATA_DIR: "/d" };
  for (const { env } of programs(environment)) expect(env).toMatchObject(environment);
});

test("the demonstration is on by default, off where the user says so, and never on in production", () => {
  expect(withDemonstration({ PORT: "4000" })).toEqual({ PORT: "4000", DEMO: "1" });
  expect(withDemonstration({ DEMO: "0" }).DEMO).toBe("0");
  expect(withDemonstration({ NODE_ENV: "production" }).DEMO).toBe("0");
});
