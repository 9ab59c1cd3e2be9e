import { startMailServer } from "@shifan/api/testing";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings, launchBrowser, overflowOf, photograph, visibleText, visit } from "../src/browser.ts";
import { openSession } from "../src/browser-session.ts";
import { type Server, startServer } from "../src/server.ts";
import { technicalWords } from "../src/technical-words.ts";

let mailServer: Awaited<ReturnType<typeof startMailServer>>;
let server: Server;
let mute: Server;
let browser: Browser;
const password = "a-long-enough-password";

beforeAll(async () => {
  mailServer = await startMailServer();
  [server, mute, browser] = await Promise.all([
    startServer({ settings: { SMTP_URL: mailServer.url } }),
    startServer(),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([server.stop(), mute.stop()]);
  await mailServer.stop();
});

const signIn = (email: string, as: string) =>
  openSession(server.url).call("/api/v1/auth/sign-in/email", { json: { email, password: as } });

/** What must hold of every state of the page, however narrow. */
async function expectSound(page: Page, where: string): Promise<void> {
  expect(await axeFindings(page), where).toEqual([]);
  expect(await overflowOf(page), where).toBeLessThanOrEqual(0);
  expect(technicalWords(await visibleText(page)), where).toEqual([]);
  await photograph(page, where);
}

/** The link of the next message, on the server as this machine reaches it: the message has the address of PUBLIC_URL. */
async function linkTo(email: string): Promise<string> {
  const { text } = await mailServer.next(email);
  const [, path = ""] = /https?:\/\/[^/]+(\/\S+)/.exec(text ?? "") ?? [];
  return server.url + path;
}

describe.each([320, 1366])("%i pixels wide", (width) => {
  test("whoever forgot the password sets a new one by a link that is sent, and the link is used up", async () => {
    const email = `forgets-${width}@example.org`;
    const registered = openSession(server.url);
    await registered.call("/api/v1/auth/sign-up/email", { json: { name: "王五", email, password } });
    const { page, context, offences } = await visit(browser, server.url, width);
    await page.goto(`${server.url}/forgot-password`);
    await page.getByRole("textbox", { name: "电子邮箱" }).waitFor();
    await expectSound(page, `forgotten-password-${width}`);
    await page.getByRole("textbox", { name: "电子邮箱" }).fill(email);
    await page.getByRole("button", { name: "发送链接" }).click();
    await page.getByText("信已经发出").waitFor();
    await expectSound(page, `forgotten-password-sent-${width}`);

    const link = await linkTo(email);
    await page.goto(link);
    const field = page.getByLabel("新密码");
    await field.fill("short-one");
    await page.getByRole("button", { name: "设置新密码" }).click();
    await page.getByText("密码至少10个字符").waitFor();
    await expectSound(page, `new-password-${width}`);
    await page.getByRole("checkbox", { name: "显示密码" }).check();
    expect(await field.getAttribute("type")).toBe("text");
    await field.fill("another-long-password");
    await page.getByRole("button", { name: "设置新密码" }).click();
    await page.getByText("新密码已经生效").waitFor();
    expect(page.url()).toBe(`${server.url}/forgot-password`);
    await expectSound(page, `new-password-set-${width}`);
    expect((await registered.call("/api/v1/me")).status).toBe(401);
    expect((await signIn(email, password)).status).toBe(401);
    expect((await signIn(email, "another-long-password")).status).toBe(200);

    await page.goto("about:blank");
    await page.goto(link);
    await page.getByLabel("新密码").fill("a-third-long-password");
    await page.getByRole("button", { name: "设置新密码" }).click();
    await page.getByText("这个链接不能用了").waitFor();
    await page.getByRole("button", { name: "重新申请链接" }).click();
    await page.getByRole("textbox", { name: "电子邮箱" }).waitFor();
    expect((await signIn(email, "another-long-password")).status).toBe(200);
    expect(offences).toEqual([]);
    await context.close();
  });

  test("where no mail goes out the page says whom to ask, and offers nothing else", async () => {
    const { page, context } = await visit(browser, mute.url, width);
    await page.goto(`${mute.url}/forgot-password`);
    await page.getByText("请找管理员重新邀请").waitFor();
    expect(await page.getByRole("textbox").count()).toBe(0);
    await expectSound(page, `forgotten-password-no-mail-${width}`);
    await context.close();
  });
});
