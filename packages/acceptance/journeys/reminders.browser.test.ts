import { pushOf, startMailServer, startWechat } from "@shifan/api/testing";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, visit } from "../src/browser.ts";
import { expectComfortable } from "../src/comfort.ts";
import { handInCase } from "../src/handed-in-case.ts";
import { type Server, startServer } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";
import { say } from "../src/visitor.ts";

let mailServer: Awaited<ReturnType<typeof startMailServer>>;
let wechat: Awaited<ReturnType<typeof startWechat>>;
let server: Server;
let mute: Server;
let browser: Browser;

beforeAll(async () => {
  [mailServer, wechat] = await Promise.all([startMailServer(), startWechat()]);
  [server, mute, browser] = await Promise.all([
    startServer({ settings: { DEMO: "accounts", SMTP_URL: mailServer.url, WECHAT_URL: wechat.url } }),
    startServer({ settings: { DEMO: "accounts" } }),
    launchBrowser(),
  ]);
  await handInCase(server.url);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([server.stop(), mute.stop()]);
  await Promise.all([mailServer.stop(), wechat.stop()]);
});

const codeTo = async (mailbox: string) =>
  /验证码：(\d{6})/.exec((await mailServer.next(mailbox)).text ?? "")?.[1] ?? "";

/** Somebody writes to the official account in WeChat, which passes it on. */
async function writeInWechat(openid: string, content: string): Promise<string> {
  const { headers: known } = await fetch(`${server.url}/healthz`);
  const at = new Date(known.get("date") ?? "");
  const { query, body } = pushOf(openid, { MsgType: "text", Content: content }, { at });
  const headers = { "content-type": "text/xml" };
  const answer = await fetch(`${server.url}/api/v1/channels/wechat/messages?${query}`, {
    method: "POST",
    headers,
    body,
  });
  return answer.text();
}

async function signIn(page: Page, mailbox: string): Promise<void> {
  await page.getByLabel("电子邮箱").fill(`${mailbox}@demo.shifan`);
  await page.getByLabel("密码", { exact: true }).fill("demo-shifan-2026");
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByText(`已登录：${mailbox}@demo.shifan`).waitFor();
}

describe.each([360, 1366])("%i pixels wide", (width) => {
  test("somebody with an account signs in where they came for, opens a mailbox by a code, pauses and ends it", async () => {
    const mailbox = `wang-${width}@example.org`;
    const { page, context, offences } = await visit(browser, `${server.url}/reminders`, width);
    await page.getByRole("heading", { name: "登录" }).waitFor();
    await expectSound(page, `reminders-nobody-${width}`);
    await expectComfortable(page, `reminders-nobody-large-${width}`);
    await page.getByLabel("电子邮箱").fill("applicant@demo.shifan");
    await page.getByLabel("密码", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "登录" }).click();
    await page.getByText("邮箱或密码不对").waitFor();
    await expectSound(page, `reminders-wrong-password-${width}`);
    await signIn(page, "applicant");
    await page.getByText("还没有提醒过").waitFor();
    await expectSound(page, `reminders-empty-${width}`);

    await page.getByRole("button", { name: "用邮件提醒" }).click();
    const field = page.getByLabel("提醒发到哪个邮箱");
    expect(await field.inputValue()).toBe("applicant@demo.shifan");
    await field.fill("no mailbox");
    await page.getByRole("button", { name: "发验证码" }).click();
    await page.getByText("请写电子邮箱").waitFor();
    await expectSound(page, `reminders-bad-address-${width}`);
    await field.fill(mailbox);
    await page.getByRole("button", { name: "发验证码" }).click();
    const code = await codeTo(mailbox);
    await page.getByLabel("收到的6位验证码").fill(code === "000000" ? "111111" : "000000");
    await page.getByRole("button", { name: "开通", exact: true }).click();
    await page.getByText("还可以试4次").waitFor();
    await expectSound(page, `reminders-wrong-code-${width}`);
    await expectComfortable(page, `reminders-wrong-code-large-${width}`);
    await page.getByLabel("收到的6位验证码").fill(code);
    await page.keyboard.press("Enter");
    await page.getByText("邮件已开通。").waitFor();
    await page.getByText("wa…@example.org").waitFor();
    await expectSound(page, `reminders-open-${width}`);
    await expectComfortable(page, `reminders-open-large-${width}`);

    await page.getByRole("button", { name: "暂停7天" }).click();
    await page.getByText("已暂停到2026年6月17日，含当天").waitFor();
    await expectSound(page, `reminders-paused-${width}`);
    await page.getByRole("button", { name: "现在恢复" }).click();
    await page.getByRole("button", { name: "暂停7天" }).waitFor();
    await page.getByRole("button", { name: "停用邮件" }).click();
    await expectSound(page, `reminders-ending-${width}`);
    await page.getByRole("button", { name: "停用", exact: true }).click();
    await page.getByText("已停用邮件。").waitFor();
    await page.getByRole("button", { name: "退出登录" }).click();
    await page.getByRole("heading", { name: "登录" }).waitFor();
    expect(offences).toEqual([]);
    await context.close();
  });

  test("an account is linked to WeChat by what its owner writes to the official account, and shown to be", async () => {
    const { page, context, offences } = await visit(browser, `${server.url}/reminders`, width);
    await signIn(page, "platform");
    await page.getByRole("button", { name: "用微信提醒" }).click();
    await page.getByText("用微信关注公众号“郑州工信”").waitFor();
    await expectSound(page, `reminders-wechat-code-${width}`);
    await expectComfortable(page, `reminders-wechat-code-large-${width}`);
    const code = (await page.locator(".linking-code").textContent()) ?? "";
    expect(await writeInWechat(`oReader-${width}`, code)).toContain("已连接");
    await page.getByText("微信已连接。").waitFor();
    await page.getByRole("heading", { name: /^微信/ }).waitFor();
    await expectSound(page, `reminders-wechat-linked-${width}`);
    expect(await writeInWechat(`oReader-${width}`, "解除")).toContain("已解除连接");
    await page.reload();
    await page.getByRole("button", { name: "用微信提醒" }).waitFor();
    expect(offences).toEqual([]);
    await context.close();
  });

  test("whoever acts for a unit reads where its case stands, what comes next and by when", async () => {
    const { page, context, offences } = await visit(browser, `${server.url}/my-matters`, width);
    await page.getByText("登录后看本单位的事项").waitFor();
    await expectSound(page, `matters-nobody-${width}`);
    await signIn(page, "applicant");
    await page.getByRole("article").first().waitFor();
    await expectSound(page, `matters-${width}`);
    await expectComfortable(page, `matters-large-${width}`);
    expect(offences).toEqual([]);
    await context.close();
  });

  test("where nothing can be sent, nothing is offered that could not be kept", async () => {
    const { page, context, offences } = await visit(browser, `${mute.url}/reminders`, width);
    await signIn(page, "applicant");
    await page.getByText("这里还不能往外发提醒").waitFor();
    expect(await page.getByRole("button", { name: "用邮件提醒" }).count()).toBe(0);
    expect(await page.getByText("Telegram").count()).toBe(0);
    await expectSound(page, `reminders-mute-${width}`);
    expect(offences).toEqual([]);
    await context.close();
  });

  test("whoever did a self-check is asked for consent, an address and its code in the chat, and finds the settings without an account", async () => {
    const mailbox = `zhao-${width}@example.org`;
    const { page, context, offences } = await visit(browser, `${server.url}/chat`, width);
    await page.getByRole("log").getByText("您好").waitFor();
    await say(page, { write: "提醒我" });
    await page.getByText("到日子提醒您").waitFor();
    await expectSound(page, `chat-consent-${width}`);
    await say(page, { tap: "发邮件" });
    await say(page, { write: mailbox });
    await expectSound(page, `chat-code-${width}`);
    await say(page, { write: await codeTo(mailbox) });
    await page.getByText("好了，提醒会发邮件到zh…@example.org").waitFor();
    await expectSound(page, `chat-opened-${width}`);
    await page.goto(`${server.url}/reminders`);
    await page.getByText("zh…@example.org").waitFor();
    await expectSound(page, `reminders-prospect-${width}`);
    expect(offences).toEqual([]);
    await context.close();
  });
});
