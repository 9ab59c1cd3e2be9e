import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, visit } from "../src/browser.ts";
import { doAct } from "../src/console.ts";
import { startProgram } from "../src/program.ts";
import { bundles } from "../src/repository.ts";
import { journeyInstant, type Server, startServer } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";
import { totpOf } from "../src/totp.ts";

const password = "a-long-enough-password";
let folder: string;
let server: Server;
let browser: Browser;
let firstLink: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "shifan-console-accounts-"));
  const dataDirectory = join(folder, "data");
  // As in a real installation: nobody is there but whom the command has invited.
  const setup = startProgram(bundles.setup, { DATA_DIR: dataDirectory, SHIFAN_NOW: journeyInstant }, [
    "管理员",
    "first@example.org",
  ]);
  [firstLink] = await setup.says(/http\S+/);
  await setup.ended;
  [server, browser] = await Promise.all([startServer({ dataDirectory, settings: { DEMO: "0" } }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** From the link to the first page: a password, a second factor, the console. */
async function takeUp(page: Page, link: string, email: string, where: string): Promise<void> {
  // The link is opened over a console that has just found nobody signed in and is on its way to the door.
  await page.goto("about:blank");
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/api/v1/auth/sign-out", async (route) => {
    await answered;
    await route.continue();
  });
  const asked = page.waitForRequest("**/api/v1/auth/sign-out");
  await page.goto(`${server.url}/admin/`);
  await asked;
  await page.goto(`${server.url}/admin/${link.slice(link.indexOf("#"))}`);
  const told = page.waitForResponse("**/api/v1/auth/sign-out");
  answer();
  await told;
  await page.getByLabel(/^新密码/).fill(password);
  await page.getByLabel(/^再输一次/).fill(`${password}!`);
  await page.getByText("两次不一样").waitFor();
  await page.getByLabel(/^再输一次/).fill(password);
  await expectSound(page, `${where}-invitation`);
  await page.getByRole("button", { name: "设置密码" }).click();
  await page.getByLabel("邮箱").fill(email);
  await page.getByLabel(/^密码/).fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.getByRole("heading", { name: "设置验证器" }).waitFor();
  await page.getByRole("img", { name: "验证器的二维码" }).waitFor();
  expect(await page.getByRole("list", { name: "恢复码" }).getByRole("listitem").count()).toBe(10);
  await expectSound(page, `${where}-second-factor`);
  const secret = ((await page.locator("code").first().textContent()) ?? "").replaceAll(" ", "");
  const date = (await page.request.get(`${server.url}/healthz`)).headers().date ?? "";
  await page.getByLabel("恢复码已经打印或抄好").check();
  await page.getByLabel(/^验证器里现在/).fill(totpOf(`otpauth://totp/x?secret=${secret}`, Date.parse(date)));
  await page.getByRole("button", { name: "③ 验证并进入" }).click();
  await page.getByRole("navigation", { name: "主菜单" }).waitFor();
}

test("a real installation's people come in by their links, and the link of an invitation is shown until it is put away", async () => {
  const first = await visit(browser, `${server.url}/admin/`, 1366);
  await takeUp(first.page, firstLink, "first@example.org", "console-first");
  await first.page.getByRole("link", { name: "账号" }).click();
  await first.page.getByRole("button", { name: "邀请工作人员" }).click();
  await first.page.getByLabel(/^姓名/).fill("李四");
  await first.page.getByLabel(/^邮箱/).fill("officer@example.org");
  // What was typed is not lost by a key.
  await first.page.keyboard.press("Escape");
  expect(await first.page.getByLabel(/^姓名/).inputValue()).toBe("李四");
  await first.page.getByRole("button", { name: "加一项" }).click();
  await first.page.getByRole("radio", { name: "市工信局" }).check();
  await first.page.getByRole("button", { name: "确认邀请工作人员" }).click();
  await first.page.getByText("已邀请李四").waitFor();
  await expectSound(first.page, "console-invited");
  const link = (await first.page.getByRole("dialog").locator("code").textContent()) ?? "";
  const second = await visit(browser, `${server.url}/admin/`, 1366);
  await takeUp(second.page, link, "officer@example.org", "console-officer");
  await second.page.getByRole("link", { name: "批次" }).waitFor();
  await first.page.getByRole("dialog").getByRole("button", { name: "关闭" }).click();
  await first.page.getByRole("link", { name: "账号" }).click();
  await first.page.getByRole("cell", { name: "officer@example.org" }).click();
  await doAct(first.page, "重置二次验证", { 理由: "验证器丢失" });
  await first.page.getByRole("button", { name: "重置二次验证" }).waitFor({ state: "detached" });
  expect([...first.offences, ...second.offences]).toEqual([]);
  await first.context.close();
  await second.context.close();
});
