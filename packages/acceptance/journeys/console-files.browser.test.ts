import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../src/browser.ts";
import type { Session } from "../src/browser-session.ts";
import { visitConsole } from "../src/console.ts";
import { hostileDocument } from "../src/hostile-document.ts";
import { enterTitle, planCheck } from "../src/inspecting.ts";
import { read, signIn } from "../src/procedure.ts";
import { type Server, startServer } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";
import { smallPdf } from "../src/uploads.ts";
import { workbookOf } from "../src/workbook.ts";

let folder: string;
let server: Server;
let browser: Browser;
let district: Session;
let check: string;
let organizationId: string;
const pieces = /\/files\/uploads\//;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "shifan-files-"));
  await writeFile(join(folder, "now"), "2026-06-10T09:30:00+08:00");
  const settings = { DEMO: "accounts", SHIFAN_NOW: `@${join(folder, "now")}` };
  [server, browser] = await Promise.all([startServer({ settings }), launchBrowser()]);
  district = await signIn(server.url, "district");
  const title = await enterTitle(await signIn(server.url, "city"), await signIn(server.url, "city2"));
  organizationId = (await read<{ organizationId: string }>(district, title)).body.organizationId;
  check = await planCheck(district, "periodic_inspection", title, "2026-06-10");
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const enter = (mailbox: string, path: string) => visitConsole(browser, `${server.url}/admin${path}`, mailbox);
const pageOfCheck = () => `${check.slice("/api/v1".length)}/show`;
const file = (name: string, bytes: Uint8Array) => ({ name, mimeType: "", buffer: Buffer.from(bytes) });

async function choose(page: Page, ...files: ReturnType<typeof file>[]): Promise<void> {
  const opened = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "选文件" }).click();
  await (await opened).setFiles(files);
}
const lineOf = (page: Page, name: string) => page.getByRole("dialog").getByRole("listitem").filter({ hasText: name });

describe("files of an act", () => {
  test("come over a line that breaks, in words where they cannot be taken, and are handed in with the act", async () => {
    const { page, context, offences } = await enter("district", `/organizations/${organizationId}/show`);
    await page.getByRole("button", { name: "登记变更", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "选文件" }).waitFor();
    // The line is gone behind the first piece, and is back when the officer goes on.
    let isCut = false;
    await page.route(pieces, (route) => (isCut ? route.abort() : route.continue()));
    page.on("response", (response) => {
      if (response.request().method() === "PATCH") isCut = true;
    });
    await choose(page, file("变更登记通知书.pdf", smallPdf("通知书", 1_500_000)), file("录像.mp4", new Uint8Array(9)));
    await lineOf(page, "录像.mp4")
      .getByText(/^这种文件不能收/)
      .waitFor();
    await lineOf(page, "变更登记通知书.pdf")
      .getByText(/连接断了，已传的部分还在/)
      .waitFor();
    expect(await dialog.getByRole("button", { name: "确认登记变更" }).isDisabled()).toBe(true);
    await expectSound(page, "console-files-interrupted");
    await page.unroute(pieces);
    await page.getByRole("button", { name: "接着传" }).click();
    await lineOf(page, "变更登记通知书.pdf").getByText("已上传", { exact: true }).waitFor();
    const renamed = file("改了名的文本.pdf", new TextEncoder().encode("这不是PDF"));
    const names = [
      {
        name: "名单",
        rows: [
          ["单位", "家数"],
          ["<b>甲</b>", "60"],
        ],
      },
      { name: "说明", rows: [["见名单"]] },
    ];
    await choose(page, renamed, file("情况说明.docx", hostileDocument("情况说明全文")));
    await choose(page, file("服务名单.xlsx", workbookOf(names)));
    await lineOf(page, "服务名单.xlsx").getByText("已上传", { exact: true }).waitFor();
    await lineOf(page, renamed.name)
      .getByText(/的内容是文本/)
      .waitFor();
    await lineOf(page, "情况说明.docx").getByText("已上传", { exact: true }).waitFor();
    for (const name of ["录像.mp4", renamed.name]) await page.getByRole("button", { name: `去掉 ${name}` }).click();

    await dialog.getByRole("combobox", { name: "类别" }).click();
    await page.getByRole("option", { name: "法定代表人" }).click();
    for (const [label, words] of Object.entries({ 从哪天起: "2026-06-01", 变更后: "李雷", 依据: "变更登记通知书" })) {
      await dialog.getByRole("textbox", { name: new RegExp(`^${label}`) }).fill(words);
    }
    await dialog.getByRole("button", { name: "确认登记变更" }).click();
    await page.getByRole("heading", { level: 2, name: "材料", exact: true }).waitFor();
    const [change] = (await read<{ fileIds: string[]; state: string }[]>(district, "/api/v1/organization-changes"))
      .body;
    expect([change?.state, change?.fileIds.length]).toEqual(["reported", 3]);
    expect(offences).toEqual([]);
    await context.close();
  });

  test("are seen in the page: a Word document does nothing there, whatever is in it, and a spreadsheet is a plain table", async () => {
    const { page, context, offences } = await enter("city", "/organization-changes");
    await page.getByRole("row").nth(1).click();
    await page.getByRole("main").locator("canvas").waitFor();
    const document = page.getByRole("region", { name: "情况说明.docx" });
    await document.getByText("情况说明全文").waitFor();
    // Where a sheet is drawn smaller, Playwright looks for it where it would stand at its full size.
    await document.getByText("外面的网站").dispatchEvent("click");
    expect(await document.locator("[href], [src^=http], iframe, script").count()).toBe(0);
    expect(await page.evaluate("globalThis.reached")).toBeUndefined();
    // What would lie over the page ends at the edge of its place.
    await page.getByRole("link", { name: "下载 情况说明.docx" }).click({ trial: true });
    await page.getByRole("region", { name: "名单" }).getByRole("row", { name: "2 <b>甲</b> 60" }).waitFor();
    await page.getByRole("tab", { name: "说明" }).click();
    await page.getByRole("region", { name: "说明" }).getByRole("cell", { name: "见名单" }).waitFor();
    await expectSound(page, "console-files-preview");
    expect(offences).toEqual([]);
    await context.close();
  });
});

describe("what is fetched to be kept", () => {
  test("says that it did not come, and comes when it is asked for again", async () => {
    const { page, context, offences } = await enter("district", pageOfCheck());
    const paper = page.getByRole("link", { name: "检查表 PDF" });
    await page.route(/\/papers\/checklist/, (route) => route.abort());
    await paper.click();
    await page.getByText("没有下载完：连接断了。请再试一次。").waitFor();
    await expectSound(page, "console-files-not-saved");
    await page.unroute(/\/papers\/checklist/);
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "再试一次" }).click();
    expect((await saved).suggestedFilename()).toMatch(/\.pdf$/);
    await page.getByText("已下载", { exact: true }).waitFor();
    expect(offences).toEqual([]);
    await context.close();
  });

  test("a list is kept as a spreadsheet, as it is shown", async () => {
    const { page, context, offences } = await enter("city", "/inspections");
    await page.getByRole("row").nth(1).waitFor();
    const saved = page.waitForEvent("download");
    await page.getByRole("link", { name: "导出表格" }).click();
    expect((await saved).suggestedFilename()).toBe("检查_2026-06-10_演示数据.xlsx");
    await page.getByText("已下载", { exact: true }).waitFor();
    await expectSound(page, "console-files-exported");
    expect(offences).toEqual([]);
    await context.close();
  });
});
