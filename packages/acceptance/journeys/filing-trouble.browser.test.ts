import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, type Visit, visit } from "../src/browser.ts";
import type { Session } from "../src/browser-session.ts";
import { fillIn, receiptNumberOn } from "../src/filer.ts";
import { read, signIn } from "../src/procedure.ts";
import { type Server, startServer } from "../src/server.ts";
import { devices, expectSound, expectSoundIn } from "../src/sound.ts";

let server: Server;
let browser: Browser;
let city: Session;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ settings: { DEMO: "accounts" } }), launchBrowser()]);
  city = await signIn(server.url, "city");
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const words = "材料受理窗口没有公布电话。";
const send = (page: Page) => page.getByRole("button", { name: "提交" }).click();

/** A complaint that is written and not yet sent. `about` is its own, so that it is found again. */
async function write(about: string): Promise<Visit> {
  const visited = await visit(browser, `${server.url}/complaints`);
  await visited.page.getByRole("radio", { name: "认定工作" }).check();
  await fillIn(visited.page, { 哪一件事: about, 反映什么: words });
  return visited;
}

async function expectWritten(page: Page): Promise<void> {
  expect(await page.getByRole("textbox", { name: "反映什么" }).inputValue()).toBe(words);
  expect(await page.getByRole("radio", { name: "认定工作" }).isChecked()).toBe(true);
}

/** How often a complaint is on record. */
async function countFiled(about: string): Promise<number> {
  const { body } = await read<{ target: string }[]>(city, "/api/v1/complaints");
  return body.filter(({ target }) => target === about).length;
}

test("a network that breaks while the form is sent loses nothing, not even over a reload", async () => {
  const { page, context } = await write("断网");
  await context.setOffline(true);
  await send(page);
  await page.getByRole("alert").getByText("网络不通，没有收到回音。内容还在").waitFor();
  await expectWritten(page);
  await expectSound(page, "filing-offline");
  await context.setOffline(false);
  await page.reload();
  await expectWritten(page);
  await send(page);
  await receiptNumberOn(page);
  expect(await countFiled("断网")).toBe(1);
  await context.close();
});

test("an answer that is lost on its way is no second complaint: sent again, the first one's number comes", async () => {
  const { page, context } = await write("回音丢失");
  await page.route(
    "**/public/complaints",
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await send(page);
  await page.getByRole("alert").getByText("已经收到的不会重复").waitFor();
  await expectWritten(page);
  await send(page);
  await receiptNumberOn(page);
  expect(await countFiled("回音丢失")).toBe(1);
  await context.close();
});

test("on a slow network it says that it is sending, stays as it was sent, and is sent once however often one taps", async () => {
  const { page, context } = await write("网速慢");
  const network = await context.newCDPSession(page);
  const slow = { offline: false, latency: 1_500, downloadThroughput: 20_000, uploadThroughput: 10_000 };
  await network.send("Network.emulateNetworkConditions", slow);
  await send(page);
  const sending = page.getByRole("button", { name: "正在提交……" });
  await sending.and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "反映什么" }).press("End");
  await page.keyboard.insertText("后来写的");
  await expectWritten(page);
  await receiptNumberOn(page);
  expect(await countFiled("网速慢")).toBe(1);
  await context.close();
});

test.each(devices)(
  "what has to stand there is named at its field, and nothing is sent for it: on $device",
  async ({ widths }) => {
    const { page, context } = await visit(browser, `${server.url}/complaints`, widths[0]);
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST") sent.push(request.url());
    });
    await send(page);
    await page.getByText("还没有提交：请改一下“反映谁的问题”、“具体对象”、“反映什么”。").waitFor();
    expect(await page.getByText("这一项还没有填").count()).toBe(3);
    expect(await page.locator(":focus").getAttribute("value")).toBe("platform");
    await expectSoundIn(widths, page, "filing-empty");
    expect(sent).toEqual([]);
    await context.close();
  },
);

test("a page that does not come over the network says so and comes when it is asked for again; what was written is there", async () => {
  const { page, context } = await write("换页");
  await page.route("**/assets/receipts-*.js", (route) => route.abort(), { times: 1 });
  await page.getByRole("link", { name: "已经反映过，查办理情况" }).click();
  await page.getByText("这一页没有打开，可能是网络不通。").waitFor();
  await page.getByRole("button", { name: "重新读取" }).click();
  const number = page.getByRole("textbox", { name: "查询编号" });
  await number.fill("1111-2222-3333-4444");
  await context.setOffline(true);
  await page.getByRole("button", { name: "查询" }).click();
  await page.getByRole("alert").getByText("可能是网络不通").waitFor();
  await expectSound(page, "receipt-offline");
  expect(await number.inputValue()).toBe("1111-2222-3333-4444");
  await context.setOffline(false);
  await page.getByRole("button", { name: "重新读取" }).click();
  await page.getByText("没有查到这个编号。").waitFor();
  await page.goto(`${server.url}/complaints`);
  await expectWritten(page);
  await context.close();
});

test("whoever sends too often is told how long to wait, and keeps what was written", async () => {
  const { page, context } = await write("太快");
  for (let tries = 0; tries < 10; tries += 1) await city.call("/api/v1/public/complaints", { json: {} });
  await send(page);
  await page.getByText(/^提交得太快了，请过\d+秒再点一次；内容还在。$/).waitFor();
  await expectWritten(page);
  await expectSound(page, "filing-too-fast");
  await context.close();
});
