import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../src/browser.ts";
import type { Session } from "../src/browser-session.ts";
import { visitConsole } from "../src/console.ts";
import { handInCase } from "../src/handed-in-case.ts";
import { act, read, signIn } from "../src/procedure.ts";
import { type Server, startServer } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";

let server: Server;
let browser: Browser;
let casePath: string;
let caseId: string;
let sessions: Record<"district" | "city" | "applicant" | "admin", Session>;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ settings: { DEMO: "accounts" } }), launchBrowser()]);
  casePath = await handInCase(server.url);
  caseId = casePath.split("/").at(-1) ?? "";
  sessions = {
    district: await signIn(server.url, "district"),
    city: await signIn(server.url, "city"),
    applicant: await signIn(server.url, "applicant"),
    admin: await signIn(server.url, "admin"),
  };
  const accepted = await act(sessions.district, casePath, "accept");
  if (accepted.status !== 200) throw new Error(`the case is not accepted: ${JSON.stringify(accepted.body)}`);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const words = "审计报告的服务收支在附注第12页，已和单位财务通过电话。";
const caseAddress = () => `${server.url}/admin/applications/${caseId}/show`;
const enter = (mailbox: string, address: string) => visitConsole(browser, address, mailbox);
type Note = { text: string; state: string; allowedActs: string[] };
const notesOf = async (session: Session) => {
  const filter = encodeURIComponent(JSON.stringify({ resource: "applications", recordId: caseId }));
  return (await read<Note[]>(session, `/api/v1/staff-notes?filter=${filter}`)).body;
};

test("an officer reads why an act is not open yet, with the article, and goes to where it is supplied", async () => {
  const { page, context, offences } = await enter("district", caseAddress());
  const shut = page.getByRole("button", { name: "测评完成（还不能办）" });
  await shut.waitFor();
  expect(await page.getByRole("button", { name: "测评完成", exact: true }).count()).toBe(0);
  await shut.focus();
  await page.keyboard.press("Enter");
  const why = page.getByRole("region", { name: "测评完成（第十条）还缺" });
  await why.getByText("测评还没有做完").waitFor();
  expect(await shut.getAttribute("aria-expanded")).toBe("true");
  await expectSound(page, "console-act-shut");
  await why.getByRole("link", { name: "去测评" }).click();
  await page.getByRole("tab", { name: "测评", selected: true }).waitFor();
  await page.getByRole("button", { name: "抽取测评样本" }).waitFor();

  // What the page says is what the server would say.
  const tried = await act(sessions.district, casePath, "complete-survey");
  expect(tried).toMatchObject({ status: 409, body: { code: "survey_incomplete", article: "第十条" } });
  // What the form may make up for is said in the form.
  await page.getByRole("button", { name: "不予推荐" }).click();
  await page.getByRole("dialog").getByText("办这件事还要写明").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "确认不予推荐" }).waitFor();
  await expectSound(page, "console-act-demands");
  await page.getByRole("dialog").getByRole("button", { name: "取消" }).click();
  expect(offences).toEqual([]);
  await context.close();
});

test("a note is left for the colleagues, read by the city, seen by no applicant, and withdrawn by whoever wrote it", async () => {
  const { page, context, offences } = await enter("district", `${caseAddress()}?tab=notes`);
  const tab = page.getByRole("tabpanel");
  await tab.getByText("还没有备注。").waitFor();
  await expectSound(page, "console-notes-empty");
  await tab.getByLabel("写一条备注").fill(words);
  await tab.getByRole("button", { name: "留下备注" }).click();
  await tab.getByRole("listitem").getByText(words).waitFor();
  await page.getByRole("tab", { name: "协作备注（1）" }).waitFor();
  expect(await tab.getByLabel("写一条备注").inputValue()).toBe("");
  await expectSound(page, "console-notes");

  const seen = await enter("city", `${caseAddress()}?tab=notes`);
  await seen.page.getByText(words).waitFor();
  await seen.page.getByText("接下来由区县推荐部门办", { exact: false }).waitFor();
  expect(await seen.page.getByRole("button", { name: "撤回", exact: true }).count()).toBe(0);
  expect(await notesOf(sessions.applicant)).toEqual([]);
  await seen.context.close();

  await tab.getByRole("button", { name: "撤回", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "确认撤回备注" }).click();
  await tab.getByText("已撤回，原文仍留着", { exact: false }).waitFor();
  await expectSound(page, "console-note-withdrawn");
  expect(await notesOf(sessions.city)).toMatchObject([{ text: words, state: "withdrawn", allowedActs: [] }]);
  expect(offences).toEqual([]);
  await context.close();
});

const queriesOf = async (session: Session) =>
  (await read<{ name: string; filter: object }[]>(session, "/api/v1/saved-queries?list=applications")).body;

test("a way of looking at a list is kept by a name, found again at another desk, renamed and removed", async () => {
  const first = await enter("district", `${server.url}/admin/applications`);
  await first.page.getByPlaceholder("名称、编号").fill("没有这家");
  await first.page.getByText("按现在的筛选没有找到。").waitFor();
  await first.page.getByRole("button", { name: "保存现在的查询" }).click();
  await first.page.getByRole("dialog").getByLabel("名称").fill("找不到的");
  await expectSound(first.page, "console-query-saving");
  await first.page.getByRole("dialog").getByRole("button", { name: "保存", exact: true }).click();
  await first.page.getByRole("button", { name: "找不到的", pressed: true }).waitFor();
  expect(await queriesOf(sessions.district)).toMatchObject([{ name: "找不到的", filter: { q: "没有这家" } }]);
  expect(await queriesOf(sessions.city)).toEqual([]);
  await first.context.close();

  const { page, context, offences } = await enter("district", `${server.url}/admin/applications`);
  await page.getByRole("row", { name: /郑州第1服务有限公司/ }).waitFor();
  await page.getByRole("button", { name: "找不到的", pressed: false }).click();
  await page.getByText("按现在的筛选没有找到。").waitFor();
  expect(await page.getByPlaceholder("名称、编号").inputValue()).toBe("没有这家");
  await page.getByRole("button", { name: "整理" }).click();
  await expectSound(page, "console-queries");
  await actOnQuery(page, "改名：找不到的", "确认改名", "还没有的");
  await actOnQuery(page, "删除：还没有的", "确认删除");
  await page.getByRole("dialog").getByText("还没有保存的查询。").waitFor();
  expect(await queriesOf(sessions.district)).toEqual([]);
  expect(offences).toEqual([]);
  await context.close();
});

/** An act on one of the saved queries, in the dialog over the one in which they are listed. */
async function actOnQuery(page: Page, button: string, confirmation: string, name?: string): Promise<void> {
  await page.getByRole("button", { name: button }).click();
  if (name !== undefined) await page.getByRole("dialog").last().getByLabel("名称").fill(name);
  const confirm = page.getByRole("button", { name: confirmation });
  await confirm.click();
  await confirm.waitFor({ state: "detached" });
}

test("where another person has to confirm the page says so beforehand, and whether there is one", async () => {
  const { page, context, offences } = await enter("city", `${server.url}/admin/sanctions`);
  const propose = page.getByRole("button", { name: "提出撤销（第十四条）" });
  const dialog = page.getByRole("dialog");
  await propose.click();
  await dialog.getByText("现在有可以确认的同事", { exact: false }).waitFor();
  await dialog.getByRole("button", { name: "先不办" }).click();

  const users = await read<{ id: string; email: string }[]>(sessions.admin, "/api/v1/users?range=[0,99]");
  const colleague = users.body.find(({ email }) => email === "city2@demo.shifan")?.id ?? "";
  expect((await act(sessions.admin, `/api/v1/users/${colleague}`, "disable")).status).toBe(200);
  await page.reload();
  await propose.click();
  await dialog.getByText("现在没有别的在用账号可以办这一步", { exact: false }).waitFor();
  await expectSound(page, "console-nobody-to-confirm");
  await page.goto(`${server.url}/admin/interpretations`);
  await page.getByRole("main").getByRole("button", { name: /解释/ }).first().click();
  await dialog.getByText("要第二个人确认").waitFor();
  expect(offences).toEqual([]);
  await context.close();
});
