import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, visibleText, visit } from "../src/browser.ts";
import { fillIn, keptOn, lookUp, receiptNumberOn, tabTo } from "../src/filer.ts";
import { act, read } from "../src/procedure.ts";
import { handleObjection, objectionsTo } from "../src/publicity.ts";
import { type PublishedCase, publicityEnds, publishCase } from "../src/published-case.ts";
import { type Server, settableClock, startServer } from "../src/server.ts";
import { devices, expectSound, expectSoundIn } from "../src/sound.ts";

let server: Server;
let browser: Browser;
let published: PublishedCase;
let setClock: (instant: string) => Promise<void>;

beforeAll(async () => {
  const clock = await settableClock();
  setClock = clock.set;
  const settings = { DEMO: "accounts", SHIFAN_NOW: clock.setting };
  [server, browser] = await Promise.all([startServer({ settings }), launchBrowser()]);
  published = await publishCase(server.url, setClock);
}, 300_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const objector = { name: "赵铁柱", phone: "13837123456" };
const told = { content: "该单位上年度实际服务企业不到三十家。", evidence: "附服务台账照片三张。" };
const objection = {
  您的姓名或单位名称: objector.name,
  联系电话: objector.phone,
  具体事实: told.content,
  "证据，或从哪里可以查到": told.evidence,
};
const hidden = [...Object.values(objector), ...Object.values(told)];

async function choosePublished(page: Page): Promise<void> {
  await page.getByRole("combobox", { name: "对哪一家" }).selectOption({ label: `1. ${published.platformName}` });
}

/** Nobody's name, number or words, neither on the page nor in what the page has kept. */
async function expectNobody(page: Page): Promise<void> {
  const shown = (await visibleText(page)) + (await keptOn(page));
  for (const words of hidden) expect(shown).not.toContain(words);
}

test("an objection in the publicity: filed, followed by its receipt, dismissed, and its reply read; nobody learns who objects", async () => {
  const { page, context, offences } = await visit(browser, server.url);
  await page.getByText("正在公示，到2026年7月31日24:00，还有4天").waitFor();
  await expectSound(page, "first-page-in-publicity");
  await page.getByRole("link", { name: "关于拟认定名单的公示" }).click();
  await page.getByText("正在公示，到2026年7月31日24:00，还有4天").waitFor();
  await expectSound(page, "publicity");
  await choosePublished(page);
  await fillIn(page, { ...objection, 联系电话: "12345" });
  await page.getByRole("button", { name: "提交异议" }).click();
  await page.getByText("还没有提交：请改一下“联系电话”。").waitFor();
  const phone = page.getByRole("textbox", { name: "联系电话", description: /应为手机号、带区号的电话/ });
  expect(await phone.and(page.locator("[aria-invalid=true]:focus")).count()).toBe(1);
  await expectSound(page, "objection-phone");
  await phone.fill(objector.phone);
  await page.getByRole("button", { name: "提交异议" }).click();
  const number = await receiptNumberOn(page);
  await expectSound(page, "objection-received");
  await expectNobody(page);

  await page.locator(".received").getByRole("link", { name: "查办理情况" }).click();
  await lookUp(page, number, /^已收到，正在决定是否受理$/);
  await expectSound(page, "objection-filed");
  const [filed] = await objectionsTo(published.city, published.applicationId);
  const handle = async (name: string, json: object) =>
    expect((await handleObjection(published.city, filed?.id ?? "", name, json)).status).toBe(200);
  await handle("admit", { extract: "有反映称服务企业数与申报不符。" });
  await lookUp(page, number, /^已受理，正在听取申报单位的说明$/);
  await handle("dismiss", { finding: "经查，名单中的企业均有服务记录。" });
  await lookUp(page, number, /^经查证不成立，将书面答复$/);
  const reply = "您反映的问题已经查证：名单中的企业均有服务记录。\n感谢您的监督。";
  await handle("reply", { reply });
  await lookUp(page, number.replaceAll("-", ""), /^已书面答复：经查证不成立$/);
  expect(await page.getByRole("region", { name: "答复内容" }).textContent()).toContain(reply);
  await expectSound(page, "objection-replied");
  await expectNobody(page);
  expect(page.url()).not.toContain(number);
  await page.goto(`${server.url}/notices/${published.noticeId}`);
  await page.getByText("已经收到").waitFor();
  await expectNobody(page);
  expect(offences).toEqual([]);
  await context.close();
});

test.each(devices)("a publicity is read and objected to on $device", async ({ widths }) => {
  const { page, context } = await visit(browser, `${server.url}/notices`, widths[0]);
  await page.getByRole("link", { name: "关于拟认定名单的公示" }).waitFor();
  await expectSoundIn(widths, page, "notices");
  await page.getByRole("link", { name: "关于拟认定名单的公示" }).click();
  await page.getByRole("button", { name: "提交异议" }).click();
  await page.getByText("这一项还没有填").first().waitFor();
  await expectSoundIn(widths, page, "publicity");
  await context.close();
});

test("an objection needs no mouse: every place is reached and seen, and the number comes under the reader's eyes", async () => {
  const { page, context } = await visit(browser, `${server.url}/notices/${published.noticeId}`, 1366);
  await page.getByRole("heading", { name: "对名单有异议" }).waitFor();
  await tabTo(page, page.getByRole("link", { name: "跳到正文" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("combobox", { name: "对哪一家" }));
  await page.keyboard.press("ArrowDown");
  for (const [label, value] of Object.entries(objection)) {
    await tabTo(page, page.getByRole("textbox", { name: label }));
    await page.keyboard.insertText(value);
  }
  await tabTo(page, page.getByRole("button", { name: "提交异议" }));
  await page.keyboard.press("Enter");
  await receiptNumberOn(page);
  await page.locator(":focus", { hasText: "已经收到" }).waitFor();
  await expectSound(page, "objection-received-1366");
  await context.close();
});

test("a complaint without a name: filed from the first page, answered, and its reply read by the receipt", async () => {
  const { page, context, offences } = await visit(browser, server.url);
  await page.getByRole("main").getByRole("link", { name: "监督与投诉" }).click();
  await page.getByRole("radio", { name: "认定工作" }).check();
  await fillIn(page, { 哪一件事: "2026年度推荐", 反映什么: "材料受理窗口没有公布电话。" });
  await expectSound(page, "complaint-filled");
  await page.getByRole("button", { name: "提交" }).click();
  const number = await receiptNumberOn(page);
  expect(await keptOn(page)).not.toContain("受理窗口");
  await page.locator(".received").getByRole("link", { name: "查办理情况" }).click();
  await lookUp(page, number, /^已收到，正在办理$/);
  const [row] = (await read<{ id: string }[]>(published.city, "/api/v1/complaints")).body;
  const reply = "受理窗口电话已在市工信局网站公布。";
  expect((await act(published.city, `/api/v1/complaints/${row?.id}`, "reply", { reply })).status).toBe(200);
  await lookUp(page, number, /^已答复$/);
  await page.getByRole("region", { name: "答复内容" }).getByText(reply).waitFor();
  expect(await visibleText(page)).not.toContain("没有公布电话");
  await expectSound(page, "complaint-replied");
  expect(offences).toEqual([]);
  await context.close();
});

test("a number that was copied wrongly is not found, and says what to look at", async () => {
  const { page, context } = await visit(browser, `${server.url}/receipts`);
  await page.getByRole("textbox", { name: "查询编号" }).fill("1111-2222-3333-4444");
  await page.keyboard.press("Enter");
  await page.getByText("请核对16位数字有没有抄错").waitFor();
  await expectSound(page, "receipt-unknown");
  await context.close();
});

test("whoever sends a minute too late is told so, keeps what was written, and is shown what remains open", async () => {
  await setClock(`${publicityEnds}T23:50:00+08:00`);
  const { page, context } = await visit(browser, `${server.url}/notices/${published.noticeId}`);
  await page.getByText("今天是最后一天").waitFor();
  await choosePublished(page);
  await fillIn(page, objection);
  await setClock("2026-08-01T00:00:30+08:00");
  await page.getByRole("button", { name: "提交异议" }).click();
  await page.getByText("截止时间是2026年7月31日24:00。").waitFor();
  expect(await page.getByRole("textbox", { name: "具体事实" }).inputValue()).toBe(told.content);
  await expectSound(page, "objection-late");
  await page.getByRole("alert").getByRole("link", { name: "监督与投诉" }).click();
  await page.getByRole("heading", { level: 1, name: "监督与投诉" }).waitFor();
  await context.close();
});
