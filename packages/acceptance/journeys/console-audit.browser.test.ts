import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../src/browser.ts";
import { visitConsole } from "../src/console.ts";
import { handInCase } from "../src/handed-in-case.ts";
import { act, read, signIn } from "../src/procedure.ts";
import { type Server, startServer } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";

let server: Server;
let browser: Browser;
let casePath: string;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ settings: { DEMO: "accounts" } }), launchBrowser()]);
  casePath = await handInCase(server.url);
  const district = await signIn(server.url, "district");
  const judge = (body: object) => act(district, casePath, "judge-material", { material: "M06", ...body });
  await judge({ verdict: "defective", reason: "缺服务收支" });
  await judge({ verdict: "accepted" });
  // Nobody has recommended it yet: refused, and in the trail all the same.
  expect((await act(await signIn(server.url, "city"), casePath, "receive")).status).toBe(409);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const drawerOf = (page: Page) => page.getByRole("dialog");

test("an auditor finds who decided what, sees old and new in the history of the case, checks the trail and takes the proof", async () => {
  const { page, context, offences } = await visitConsole(browser, `${server.url}/admin/audit`, "auditor");
  await page
    .getByRole("row", { name: /核对材料/ })
    .first()
    .waitFor();
  await expectSound(page, "console-audit");

  await page.getByRole("button", { name: "全面核验" }).click();
  await page.getByText("完整", { exact: true }).waitFor();
  await page.getByLabel("结果").click();
  await page.getByRole("option", { name: "没有办成" }).click();
  await page
    .getByRole("row", { name: /核对材料/ })
    .first()
    .waitFor({ state: "detached" });
  await page.getByRole("row", { name: /接收/ }).first().waitFor();
  await expectSound(page, "console-audit-refused");

  await page.getByRole("row", { name: /接收/ }).first().getByRole("link", { name: "申报" }).click();
  await page.getByRole("button", { name: "历史" }).click();
  const drawer = drawerOf(page);
  await drawer.getByText("内容完整").waitFor();
  const changed = drawer.getByRole("row", { name: "核对意见 有问题 通过" });
  await changed.waitFor();
  await drawer.getByText("缺服务收支").first().waitFor();
  await expectSound(page, "console-history");

  const saving = page.waitForEvent("download");
  await drawer.getByRole("link", { name: "打印证明" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^审计证明_申报_.*\.pdf$/);
  expect((await readFile(await saved.path())).subarray(0, 5).toString()).toBe("%PDF-");
  await page.keyboard.press("Escape");
  await drawer.waitFor({ state: "detached" });

  const auditor = await signIn(server.url, "auditor");
  const { body } = await read<{ verification: { isSound: boolean } }>(auditor, "/api/v1/audit/standing");
  expect(body.verification.isSound).toBe(true);
  expect(offences).toEqual([]);
  await context.close();
});
