import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, visit } from "../src/browser.ts";
import { signInAtConsole } from "../src/console.ts";
import { act, read } from "../src/procedure.ts";
import { receiveCase } from "../src/published-case.ts";
import { type Expert, openPool } from "../src/reviewing.ts";
import { type Server, startServer } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";

let server: Server;
let browser: Browser;
let expert: Expert;
let reviewId: string;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ settings: { DEMO: "accounts" } }), launchBrowser()]);
  const { city, applicationPath } = await receiveCase(server.url);
  const experts = await openPool(server.url, city);
  const chosen = { expertIds: experts.map(({ id }) => id), reasons: "专业领域相符", dueOn: "2026-07-20" };
  const assigned = await act(city, applicationPath, "assign-experts", { method: "choice", ...chosen });
  expect(assigned.status).toBe(200);
  const [first] = experts;
  if (first === undefined) throw new Error("the pool is empty");
  expert = first;
  const [own] = (await read<{ id: string }[]>(expert.session, "/api/v1/reviews")).body;
  reviewId = own?.id ?? "";
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

type Written = {
  state: string;
  total: number | null;
  scores: { items: Record<string, { points: number | null }>; opinion: string } | null;
  sheet: { fullMarks: number; items: { id: string; title: string; most: number }[] };
};
const written = async () => (await read<Written>(expert.session, `/api/v1/reviews/${reviewId}`)).body;

test("an expert declares on the names alone, scores beside the papers, and hands in what the server has kept", async () => {
  const { page, context, offences } = await visit(browser, `${server.url}/admin/reviews`, 1366);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await signInAtConsole(page, "expert");
  await page.getByRole("row").nth(1).click();
  await page.getByRole("button", { name: "没有利害关系，开始看材料" }).waitFor();
  await expectSound(page, "console-expert-declaration");
  expect(asked.filter((path) => path.includes("/papers"))).toEqual([]);
  await page.getByRole("button", { name: "没有利害关系，开始看材料" }).click();

  await page.getByRole("button", { name: /^M06 / }).click();
  await page.getByRole("figure").first().waitFor();
  await expectSound(page, "console-expert-workbench");
  await page.getByRole("tab", { name: "申请表" }).click();
  await page.getByRole("heading", { level: 3 }).first().waitFor();
  await expectSound(page, "console-expert-form");

  const { sheet } = await written();
  const points = (title: string) => page.getByRole("textbox", { name: `${title}：得分` });
  const [first] = sheet.items;
  if (first === undefined) throw new Error("the sheet is empty");
  // What cannot be is neither kept nor called kept.
  await points(first.title).fill(String(first.most + 1));
  await page.getByText("有一处要改，改好后再保存").waitFor();
  expect((await written()).scores).toBeNull();
  for (const { title, most } of sheet.items) await points(title).fill(String(most));
  await page.getByText("已保存", { exact: true }).waitFor();
  expect((await written()).scores?.items[first.id]).toMatchObject({ points: first.most });

  // What is missing is said by the server too.
  await page.getByText("还差：总的意见").waitFor();
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "提交评分", exact: true }).click();
  await dialog.getByRole("button", { name: "确认提交评分" }).click();
  await dialog.getByText("请写总的意见").waitFor();
  await expectSound(page, "console-expert-missing");
  await dialog.getByRole("button", { name: "取消" }).click();
  await dialog.waitFor({ state: "detached" });

  // Without the server nothing is called kept, and nothing is lost.
  await context.setOffline(true);
  await page.getByRole("textbox", { name: /总的意见/ }).fill("服务成效明显。");
  await page.getByText(/^没有连上服务器，还没有保存/).waitFor();
  await context.setOffline(false);
  await page.getByText("已保存", { exact: true }).waitFor();
  expect((await written()).scores?.opinion).toBe("服务成效明显。");

  await page.getByRole("button", { name: "提交评分", exact: true }).click();
  await dialog.getByRole("button", { name: "确认提交评分" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText(/已锁定$/).waitFor();
  await expectSound(page, "console-expert-submitted");
  expect(await written()).toMatchObject({ state: "submitted", total: sheet.fullMarks });
  expect(offences).toEqual([]);
  await context.close();
});
