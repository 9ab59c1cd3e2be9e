import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { answerAll, answerToAssets, hears, seeResult, tap, write } from "../testing/acts.ts";
import { axeFindings, everyRule } from "../testing/axe-findings.ts";
import { openStage, type Stage } from "../testing/browser.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => {
  stage.server.api.fault = () => null;
});
afterAll(() => stage.close());

const dropped = () => "dropped" as const;

/** Every state a page can be in, and how one gets there. */
const states: [name: string, path: string, reach: (page: Page) => Promise<void>][] = [
  ["first page", "/", (page) => page.getByText("待市工信局确认").waitFor()],
  [
    "first page with a self-check to go on with",
    "/chat",
    async (page) => {
      await answerToAssets(page);
      await page.goto(stage.server.url);
      await tap(page, "重新开始一次");
    },
  ],
  ["articles", "/articles", (page) => page.getByRole("heading", { name: "第六条" }).waitFor()],
  ["accessibility statement", "/accessibility", (page) => page.getByRole("heading", { level: 1 }).waitFor()],
  ["no such page", "/nowhere", (page) => page.getByText("没有找到这个页面").waitFor()],
  ["welcome", "/chat", (page) => hears(page, "您好")],
  ["result before there is one", "/result", (page) => page.getByText("还没有结果").waitFor()],
  [
    "question with several answers",
    "/chat",
    async (page) => {
      await tap(page, "开始自查");
      await tap(page, "专业性平台（有一项特色功能）");
      await hears(page, "哪一天");
      await write(page, "2021年3月15日");
      await tap(page, "管理制度");
      await tap(page, "清除本机记录");
    },
  ],
  [
    "question with an amount",
    "/chat",
    async (page) => {
      await answerToAssets(page);
      await page.getByRole("textbox").fill("1650000");
    },
  ],
  [
    "answer not gone through",
    "/chat",
    async (page) => {
      await answerToAssets(page);
      stage.server.api.fault = dropped;
      await write(page, "165万");
      await page.getByRole("button", { name: /点这里重发/ }).waitFor();
    },
  ],
  [
    "asked to wait",
    "/chat",
    async (page) => {
      await answerToAssets(page);
      stage.server.api.fault = () => ({ status: 429, headers: { "retry-after": "500" } });
      await write(page, "165万");
      await page
        .getByText(/请稍等/)
        .first()
        .waitFor();
    },
  ],
  [
    "self-check gone",
    "/chat",
    async (page) => {
      await answerToAssets(page);
      stage.server.api.sessions.clear();
      await write(page, "165万");
      await page.getByText("这次自查的记录已经不在了").waitFor();
    },
  ],
  [
    "nothing can be read",
    "/chat",
    async (page) => {
      stage.server.api.fault = dropped;
      await page.evaluate(() => localStorage.clear());
      await page.reload();
      await page.getByText("暂时打不开自查").waitFor();
    },
  ],
  [
    "articles cannot be read",
    "/",
    async (page) => {
      stage.server.api.fault = dropped;
      await page.goto(`${stage.server.url}/articles`);
      await page.getByText("办法暂时没有读到").waitFor();
    },
  ],
  ...(["not_met", "undetermined", "met"] as const).map((verdict): [string, string, (page: Page) => Promise<void>] => [
    `result ${verdict}`,
    "/chat",
    async (page) => {
      await answerAll(page, {
        served: verdict === "not_met" ? "52" : "76",
        assets: verdict === "undetermined" ? "" : "165万",
      });
      await seeResult(page);
      await page.getByRole("button", { name: /^展开/ }).click();
    },
  ]),
];

const devices = { phone: { width: 390, height: 844 }, desk: { width: 1366, height: 768 } };

describe("axe finds nothing on a phone and on a desk", () => {
  test.each(states)("%s", async (_name, path, reach) => {
    const { page, context } = await stage.visit(path, { viewport: devices.phone });
    await reach(page);
    for (const [device, viewport] of Object.entries(devices)) {
      await page.setViewportSize(viewport);
      expect(await axeFindings(page, everyRule), device).toEqual([]);
    }
    await context.close();
  });
});
