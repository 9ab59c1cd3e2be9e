import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Server, startServer } from "../src/server.ts";

let server: Server;
let browser: Browser;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

beforeAll(async () => {
  server = await startServer();
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** A visitor with an empty profile; requests that leave the server are noted. */
async function visit(width: number): Promise<{ page: Page; elsewhere: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http") && host !== new URL(server.url).host) elsewhere.push(request.url());
  });
  await page.goto(`${server.url}/`);
  await page
    .getByRole("link", { name: "开始自查" })
    .or(page.getByRole("button", { name: "开始自查" }))
    .first()
    .click();
  await page.getByRole("textbox").waitFor();
  return { page, elsewhere };
}

/** Types an answer and waits until the conversation has answered it. */
async function say(page: Page, text: string): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().endsWith("/inputs") && response.ok());
  await page.getByRole("textbox").fill(text);
  await page.keyboard.press("Enter");
  await answered;
}

async function violations(page: Page): Promise<string[]> {
  // The page's own policy forbids foreign scripts; the checker is handed to the browser, not to the page.
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: axe });
  const checked = await session.send("Runtime.evaluate", {
    expression: "axe.run().then((found) => found.violations.map((each) => each.id + ': ' + each.nodes.length))",
    awaitPromise: true,
    returnByValue: true,
  });
  return checked.result.value as string[];
}

const strong = [
  "开始",
  "没定",
  "专业性平台",
  "只有信息服务",
  "都有",
  "中小企业服务机构",
  "注册2019年3月18日，没有迁过，注册当天就运营",
  "320万，210万",
  "没有不良记录",
  "标准无保留意见",
  "是正的",
];
const rest = [
  "2025年96家，2024年81家，2023年70家，没有个体工商户",
  "满意93，不满意3",
  "自有0，租用420，合作8家",
  "2028年12月31日",
  "都有",
  "次",
  "总量400，公益70，低收费40，重复0",
  "是",
  "16人，其中15人，两项都有的13人",
  "都有",
  "80家，9次",
  "从未认定过",
  "都没有",
  "都没有",
];

describe("an office manager with a phone", () => {
  test("goes from the first page to the result in words, also across a reload, and no request leaves the server", async () => {
    const { page, elsewhere } = await visit(390);
    expect(await violations(page)).toEqual([]);
    for (const text of strong) await say(page, text);
    await page.reload();
    await page.getByText("2025年（上年度）服务了多少家中小企业").last().waitFor();
    for (const text of rest) await say(page, text);
    await page.getByText("可以核对的条件都满足").first().waitFor();
    expect(await page.getByText("办法是否现行有效").count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate<number>("document.documentElement.scrollWidth - window.innerWidth")).toBeLessThanOrEqual(
      0,
    );
    expect(elsewhere).toEqual([]);
    await page.close();
  });

  test("corrects an answer after the result and gets another verdict", async () => {
    const { page } = await visit(1366);
    for (const text of [...strong, ...rest]) await say(page, text);
    await say(page, "资产改成140万");
    await page.getByText("暂不符合条件，差1项").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});
