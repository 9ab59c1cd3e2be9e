import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../src/browser.ts";
import { visitConsole } from "../src/console.ts";
import { handInCase } from "../src/handed-in-case.ts";
import { read, signIn } from "../src/procedure.ts";
import { type Server, startServer } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";

let server: Server;
let browser: Browser;
let casePath: string;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ settings: { DEMO: "accounts" } }), launchBrowser()]);
  casePath = await handInCase(server.url);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const drawn = (page: Page) => page.getByRole("main").locator("canvas").waitFor();
const dialogOf = (page: Page) => page.getByRole("dialog");

test("an officer finds the case, looks at a paper in the page, finds it wanting, and returns the case for it", async () => {
  const { page, context, offences } = await visitConsole(browser, `${server.url}/admin/applications`, "district");
  const row = page.getByRole("row", { name: /郑州第1服务有限公司/ });
  await row.waitFor();
  expect(await page.getByLabel("推荐部门").count()).toBe(0);
  await expectSound(page, "console-applications");
  await row.click();

  await page.getByRole("heading", { name: /^要看的/ }).waitFor();
  await drawn(page);
  await expectSound(page, "console-case");
  // From a criterion to the material that proves it and back, and to what the form says of it.
  const criterion = page.getByRole("row", { name: /上年末资产总额不低于150万元/ });
  await page.getByRole("button", { name: /已满足/ }).click();
  await criterion
    .getByText(/资产总额 320万元/)
    .first()
    .waitFor();
  await criterion.getByRole("button", { name: /^M06/ }).click();
  await page.getByRole("heading", { name: /^M06 / }).waitFor();
  await expectSound(page, "console-proof");
  await page.getByRole("button", { name: /^↩ 回到“上年末资产总额/ }).click();
  expect(await criterion.evaluate((row) => row === row.ownerDocument.activeElement)).toBe(true);
  await criterion.getByTitle("在申请表里看平台运营管理").first().click();
  await page.getByRole("heading", { level: 2, name: "平台运营管理", exact: true }).waitFor();
  await page.getByRole("tab", { name: "核对" }).click();
  await page.getByRole("button", { name: /^M01 / }).click();
  await drawn(page);
  // What is accepted is done with: the next one opens by itself.
  await page.getByRole("button", { name: "通过", exact: true }).click();
  await page.getByRole("heading", { name: /^M02 / }).waitFor();
  await drawn(page);
  await page.getByRole("button", { name: "有问题", exact: true }).click();
  await dialogOf(page).getByRole("textbox").fill("没有盖章");
  await dialogOf(page).getByRole("button", { name: /^确认/ }).click();
  await dialogOf(page).waitFor({ state: "detached" });

  await page.getByRole("button", { name: "退回", exact: true }).click();
  await dialogOf(page).getByText("没有盖章").waitFor();
  await expectSound(page, "console-return");
  await dialogOf(page).getByRole("radio", { name: /^补正/ }).check();
  await dialogOf(page).getByRole("textbox", { name: "最后一天" }).fill("2026-06-20");
  await dialogOf(page).getByRole("button", { name: "确认退回" }).click();
  await dialogOf(page).waitFor({ state: "detached" });

  const { body } = await read(await signIn(server.url, "district"), casePath);
  expect(body).toMatchObject({
    state: "returned",
    returned: { kind: "correction", until: "2026-06-20", defects: [{ material: "M02", text: "没有盖章" }] },
  });
  await page.getByRole("tab", { name: "文书" }).click();
  await page.getByRole("button", { name: /^补正退回通知书/ }).click();
  await drawn(page);
  await expectSound(page, "console-documents");
  expect(offences).toEqual([]);
  await context.close();
});
