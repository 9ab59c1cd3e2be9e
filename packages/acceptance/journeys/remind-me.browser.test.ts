import { startMailServer } from "@shifan/api/testing";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, visit } from "../src/browser.ts";
import { act, make, signIn } from "../src/procedure.ts";
import { type Server, settableClock, startServer } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";
import { say } from "../src/visitor.ts";

let mailServer: Awaited<ReturnType<typeof startMailServer>>;
let clock: Awaited<ReturnType<typeof settableClock>>;
let server: Server;
let browser: Browser;

beforeAll(async () => {
  mailServer = await startMailServer();
  clock = await settableClock();
  [server, browser] = await Promise.all([
    startServer({ settings: { DEMO: "accounts", SMTP_URL: mailServer.url, SHIFAN_NOW: clock.setting } }),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await mailServer.stop();
});

test("whoever asked in the web chat is told by mail when the round opens, and finds it on the page it leads to", async () => {
  const mailbox = "asked@example.org";
  const { page, context, offences } = await visit(browser, `${server.url}/chat`);
  await page.getByRole("log").getByText("您好").waitFor();
  await say(page, { write: "提醒我" });
  await say(page, { tap: "发邮件" });
  await say(page, { write: mailbox });
  const [, code = ""] = /验证码：(\d{6})/.exec((await mailServer.next(mailbox)).text ?? "") ?? [];
  await say(page, { write: code });
  await page.getByText("好了，提醒会发邮件到as…@example.org").waitFor();

  const city = await signIn(server.url, "city");
  const round = { year: 2026, submissionDeadline: "2026-08-31", recommendationDeadline: "2026-09-30" };
  const made = await make(city, "/api/v1/rounds", { ...round, noticeTitle: "2026年度申报通知" });
  const opened = await act(city, `/api/v1/rounds/${(made.body as { id: string }).id}`, "open");
  expect(opened.status).toBe(200);
  // The next morning at the latest, whatever time of the day it was opened at.
  await clock.set("2026-06-11T09:00:30+08:00");
  const told = await mailServer.next(mailbox);
  expect(told.subject).toContain("2026年度申报开始了");
  expect(told.text).toContain("第九条");
  const paths = [...(told.text ?? "").matchAll(/https?:\/\/[^/\s]+(\/\S*)/g)].map(([, path = ""]) => path);
  expect(paths).toEqual(["/chat", "/reminders"]);
  for (const path of paths) {
    await page.goto(server.url + path);
    await page.getByRole("heading", { level: 1 }).waitFor();
  }
  const inbox = page.getByRole("listitem").filter({ hasText: "2026年度申报开始了" });
  await inbox.getByText("邮件已发出").waitFor();
  await expectSound(page, "reminders-told");
  await inbox.getByRole("button", { name: "明天再提醒" }).click();
  await inbox.getByText(/再提醒您/).waitFor();
  await inbox.getByRole("button", { name: "不再提醒此事" }).click();
  await page.getByRole("heading", { name: "不再提醒的事" }).waitFor();
  await expectSound(page, "reminders-stopped");
  await page.getByRole("button", { name: "恢复提醒" }).click();
  await page
    .getByText(/恢复提醒。/)
    .first()
    .waitFor();
  expect(offences).toEqual([]);
  await context.close();
});
