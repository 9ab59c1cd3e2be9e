import type { ChatAnswer } from "@shifan/contract";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, visit } from "../src/browser.ts";
import type { Session } from "../src/browser-session.ts";
import { expectComfortable } from "../src/comfort.ts";
import { beginCase } from "../src/handed-in-case.ts";
import { request } from "../src/http.ts";
import { type Server, startServer } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";
import { smallPdf } from "../src/uploads.ts";

const SERVICE_TOKEN = "acceptance-service-token";
let server: Server;
let browser: Browser;
let applicant: Session;

beforeAll(async () => {
  [server, browser] = await Promise.all([
    startServer({ settings: { DEMO: "accounts", SERVICE_TOKEN } }),
    launchBrowser(),
  ]);
  applicant = (await beginCase(server.url)).workers.applicant;
  await asBot("/bot", { username: "shifan_test_bot" });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const asBot = (path: string, json: object) =>
  request(`${server.url}/api/v1/channels/telegram${path}`, { json, token: SERVICE_TOKEN });

/** What is said to somebody in a chat of Telegram: all words, and the addresses of their buttons. */
async function hears(chatId: number, input: object): Promise<string> {
  const { status, body } = await asBot(`/chats/${chatId}/inputs`, input);
  if (status !== 200) throw new Error(`the chat is not answered: ${JSON.stringify(body)}`);
  return JSON.stringify((body as ChatAnswer).turn);
}

/** The path of a link for papers, asked for in a chat that is linked by a code. */
async function askForLink(chatId: number): Promise<string> {
  const { body } = await applicant.call("/api/v1/reminders/codes", { json: { channel: "telegram" } });
  await hears(chatId, { text: (body as { code: string }).code, seq: 1 });
  const [path] = /\/upload\/\w+/.exec(await hears(chatId, { action: "r:file", seq: 2 })) ?? [];
  if (path === undefined) throw new Error("the chat gave no link");
  return path;
}

describe.each([360, 1366])("%i pixels wide", (width) => {
  test("a paper is handed in by the link from a chat, without signing in", async () => {
    const { page, context, offences } = await visit(browser, server.url + (await askForLink(width)), width);
    await page.getByText("郑州第1服务有限公司").waitFor();
    await page.getByText(/^链接还有9分\d\d秒有效。$/).waitFor();
    await expectSound(page, `upload-${width}`);
    await expectComfortable(page, `upload-large-${width}`);
    await page.getByRole("button", { name: "上传" }).click();
    await page.getByText("请先选文件。").waitFor();
    await page
      .getByLabel("选文件或拍照")
      .setInputFiles({ name: "不是材料.pdf", mimeType: "application/pdf", buffer: Buffer.from("nothing") });
    await page.getByRole("button", { name: "上传" }).click();
    await page.getByRole("alert").getByText(/不收/).waitFor();
    await expectSound(page, `upload-refused-${width}`);
    const bytes = Buffer.from(smallPdf(`by link ${width}`, 20_000));
    await page
      .getByLabel("选文件或拍照")
      .setInputFiles({ name: "申请报告.pdf", mimeType: "application/pdf", buffer: bytes });
    await page.getByText("已选：申请报告.pdf").waitFor();
    await context.setOffline(true);
    await page.getByRole("button", { name: "上传" }).click();
    await page.getByText("网络断了，这个文件没有传完").waitFor();
    await expectSound(page, `upload-cut-${width}`);
    await context.setOffline(false);
    await page.getByRole("button", { name: "上传" }).click();
    await page.getByText("收到了：申请报告.pdf").waitFor();
    await expectSound(page, `upload-received-${width}`);
    expect(offences).toEqual([]);
    await context.close();
  });

  test("a link that ran out, or was never given, says so and where to get another", async () => {
    const { page, context } = await visit(browser, `${server.url}/upload/nothing`, width);
    await page.getByText("这个链接不能用了").waitFor();
    await expectSound(page, `upload-gone-${width}`);
    await context.close();
  });

  test("a chat of Telegram is linked by scanning, tapping or typing, and the page shows it by itself", async () => {
    const { page, context, offences } = await visit(browser, `${server.url}/reminders`, width);
    await page.getByLabel("电子邮箱").fill("applicant@demo.shifan");
    await page.getByLabel("密码", { exact: true }).fill("demo-shifan-2026");
    await page.getByRole("button", { name: "登录" }).click();
    await page
      .getByRole("button", { name: /Telegram/ })
      .first()
      .waitFor();
    await expectSound(page, `reminders-telegram-offered-${width}`);
    await page.getByRole("button", { name: /^(用Telegram提醒|换一个Telegram账号)$/ }).click();
    const code = (await page.locator(".linking-code").textContent()) ?? "";
    expect(await page.getByRole("link", { name: "打开Telegram" }).getAttribute("href")).toBe(
      `https://t.me/shifan_test_bot?start=${code}`,
    );
    await page.getByRole("img", { name: "连接Telegram的二维码" }).waitFor();
    await expectSound(page, `reminders-telegram-code-${width}`);
    await expectComfortable(page, `reminders-telegram-code-large-${width}`);
    await hears(9_000 + width, { text: code, seq: 1 });
    await page.getByText("Telegram已连接。").waitFor();
    await expectSound(page, `reminders-telegram-linked-${width}`);
    expect(offences).toEqual([]);
    await context.close();
  });
});
