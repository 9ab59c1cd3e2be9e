import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../src/browser.ts";
import type { Session } from "../src/browser-session.ts";
import { visitConsole } from "../src/console.ts";
import { handInCase } from "../src/handed-in-case.ts";
import { act, read, signIn } from "../src/procedure.ts";
import { journeyDay, type Server, startServer } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";

interface Survey {
  readonly sampled: readonly { place: number; state: string; rating: string | null; replacedReason: string | null }[];
  readonly progress: { readonly answered: number; readonly minimum: number };
  readonly assessment: { readonly finding: readonly { article: string; met: string }[] } | null;
}

let server: Server;
let browser: Browser;
let district: Session;
let casePath: string;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ settings: { DEMO: "accounts" } }), launchBrowser()]);
  casePath = await handInCase(server.url);
  district = await signIn(server.url, "district");
  expect((await act(district, casePath, "accept")).status).toBe(200);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const dialogOf = (page: Page) => page.getByRole("dialog");
const surveyNow = async () => (await read<Survey>(district, `${casePath}/survey`)).body;

/** Those who are not asked at the page, so that the journey stays short. */
async function answerTheOthers(): Promise<void> {
  const waiting = (await surveyNow()).sampled.filter(({ state }) => state === "drawn");
  const answer = { interviewee: "赵六", position: "经理", phone: "13700000000", method: "telephone" };
  for (const { place } of waiting) {
    const json = { ...answer, place, rating: "very_satisfied", answeredOn: journeyDay };
    expect((await act(district, casePath, "record-answer", json)).status).toBe(200);
  }
}

test("an officer draws, calls, replaces, assesses and completes the survey, and recommends the case in a letter", async () => {
  const address = casePath.replace("/api/v1/applications/", "/admin/applications/");
  const { page, context, offences } = await visitConsole(
    browser,
    `${server.url}${address}/show?tab=survey`,
    "district",
  );
  await page.goto(`${server.url}${address}/show?tab=survey`);
  await page.getByText("还没有抽取测评样本。").waitFor();
  await page.getByRole("button", { name: "抽取测评样本" }).click();
  await dialogOf(page).getByRole("button", { name: "确认抽取测评样本" }).click();

  const form = page.getByRole("region", { name: "联系单" });
  await form.getByRole("heading", { name: /^1\. / }).waitFor();
  await dialogOf(page).waitFor({ state: "detached" });
  await expectSound(page, "console-survey");
  await form.getByRole("textbox", { name: "被访人" }).fill("王小明");
  await form.getByRole("textbox", { name: "职务" }).fill("总经理");
  await form.getByRole("textbox", { name: "电话" }).fill("12");
  await form.getByRole("radio", { name: "基本满意" }).check();
  await form.getByRole("button", { name: "确认记录答复" }).click();
  await form.locator("[aria-invalid=true]").waitFor();
  await expectSound(page, "console-answer-refused");
  await form.getByRole("textbox", { name: "电话" }).fill("13800138000");
  await form.getByRole("button", { name: "确认记录答复" }).click();
  await form.getByRole("heading", { name: /^2\. / }).waitFor();
  await page.getByText("已答1家，至少10家").waitFor();

  await form.getByRole("button", { name: "问不到，换一家" }).click();
  await dialogOf(page).getByRole("textbox", { name: "理由" }).fill("电话停机，上门无人");
  await expectSound(page, "console-replace");
  await dialogOf(page).getByRole("button", { name: "确认换一家" }).click();
  await form.getByRole("heading", { name: /^3\. / }).waitFor();
  const [first, second] = (await surveyNow()).sampled;
  expect(first).toMatchObject({ state: "answered", rating: "basically_satisfied" });
  expect(second).toMatchObject({ state: "replaced", replacedReason: "电话停机，上门无人" });
  await answerTheOthers();

  await page.reload();
  await page.getByText("家数已够。").waitFor();
  await page.getByRole("button", { name: "写测评意见" }).click();
  const assessment = page.getByRole("region", { name: "测评意见" });
  for (const label of ["平台运营情况", "服务业绩", "影响和作用"]) {
    await assessment.getByRole("textbox", { name: label }).fill("与申报一致。");
  }
  for (const article of ["第六条", "第七条", "第八条"]) {
    const finding = assessment.getByRole("group", { name: article });
    await finding.getByRole("radio", { name: "符合", exact: true }).check();
    await finding.getByRole("textbox", { name: "意见" }).fill("已逐项核对材料。");
  }
  await expectSound(page, "console-assessment");
  await assessment.getByRole("button", { name: "确认写测评意见" }).click();
  await assessment.getByRole("button", { name: "修改测评意见" }).waitFor();
  expect((await surveyNow()).assessment?.finding).toHaveLength(3);
  await page.getByRole("button", { name: "测评完成", exact: true }).click();
  await dialogOf(page).getByRole("button", { name: "确认测评完成" }).click();
  await dialogOf(page).waitFor({ state: "detached" });
  expect((await read(district, casePath)).body).toMatchObject({ state: "surveyed" });

  await page.goto(`${server.url}/admin/applications`);
  await page.getByRole("link", { name: "出具推荐文件" }).click();
  await page.getByRole("textbox", { name: "推荐文件文号" }).fill("金工信〔2026〕5号");
  await page.getByRole("checkbox", { name: /^推荐郑州第1服务有限公司/ }).check();
  await page.getByRole("textbox", { name: "推荐意见" }).fill("同意推荐。");
  await page.getByRole("textbox", { name: "仍然推荐的理由" }).fill("已核对原件。");
  await expectSound(page, "console-letter");
  await page.getByRole("button", { name: "确认出具推荐文件" }).click();
  await page.getByText("已推荐", { exact: true }).waitFor();
  const letter = await page.getByRole("link", { name: "下载推荐文件（PDF）" }).getAttribute("href");
  expect((await district.call(letter ?? "")).headers.get("content-type")).toBe("application/pdf");
  expect((await read(district, casePath)).body).toMatchObject({ state: "recommended" });
  await expectSound(page, "console-letter-results");

  await page.getByRole("link", { name: "推荐文件", exact: true }).click();
  await page.getByRole("row", { name: /金工信〔2026〕5号/ }).click();
  await page.getByRole("heading", { name: "推荐文件 金工信〔2026〕5号" }).waitFor();
  await page.getByRole("link", { name: /^郑州第1服务有限公司/ }).waitFor();
  expect(offences).toEqual([]);
  await context.close();
}, 120_000);
