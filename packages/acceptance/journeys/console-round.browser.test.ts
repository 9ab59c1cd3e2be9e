import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../src/browser.ts";
import type { Session } from "../src/browser-session.ts";
import { confirmAct, doAct, visitConsole } from "../src/console.ts";
import { act, make, read, signIn } from "../src/procedure.ts";
import { untilReview } from "../src/publicity.ts";
import { recommendCase } from "../src/published-case.ts";
import { openPool, type ReviewOfPanel, scoreReviews } from "../src/reviewing.ts";
import { journeyDay, type Server, settableClock, startServer } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";

let server: Server;
let browser: Browser;
let city: Session;
let setClock: (instant: string) => Promise<void>;
beforeAll(async () => {
  const clock = await settableClock();
  setClock = clock.set;
  const settings = { DEMO: "accounts", SHIFAN_NOW: clock.setting };
  [server, browser] = await Promise.all([startServer({ settings }), launchBrowser()]);
  city = await signIn(server.url, "city");
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const stateNow = async (path: string) => (await read<{ state: string }>(city, path)).body.state;

/** Two more experts of the pool: colleagues of the demonstration who are given that role. */
async function addReserves(): Promise<void> {
  const administrator = await signIn(server.url, "admin");
  const users = (await read<{ id: string; email: string }[]>(administrator, "/api/v1/users?range=[0,99]")).body;
  for (const [at, mailbox] of ["city2", "district2"].entries()) {
    const email = `${mailbox}@demo.shifan`;
    const id = users.find((user) => user.email === email)?.id ?? "";
    const grant = { role: "expert", ground: "补充评审专家" };
    expect((await act(administrator, `/api/v1/users/${id}`, "grant-role", grant)).status).toBe(200);
    const expert = { name: `后备专家${at + 1}`, employer: `某某研究院${at + 1}所`, position: "研究员" };
    expect((await make(city, "/api/v1/experts", { ...expert, fields: ["企业管理"], email })).status).toBe(201);
  }
}

/** The act that stands out on a page of the console is done, and the server says what has become of the record. */
async function goOn(page: Page, path: string, name: string, state: string, fields = {}): Promise<void> {
  await doAct(page, name, fields);
  expect([name, await stateNow(path)]).toEqual([name, state]);
}

test("the city takes a round from its notice to the list that the public reads, and on to its end", async () => {
  const { page, offences } = await visitConsole(browser, `${server.url}/admin/rounds`, "city");
  await page.goto(`${server.url}/admin/rounds`);
  await page.getByRole("button", { name: "建立批次" }).click();
  await expectSound(page, "console-round-making");
  await confirmAct(page, "建立批次", {
    年度: "2026",
    申报截止: "6月30日",
    推荐截止: "2026-07-20",
    通知标题: "2026年度申报通知",
  });
  await page.getByRole("button", { name: "开放申报", exact: true }).waitFor();
  const round = page.url();
  const roundPath = `/api/v1/rounds/${round.split("/").at(-2)}`;
  expect((await read(city, roundPath)).body).toMatchObject({ state: "draft", submissionDeadline: "2026-06-30" });
  await goOn(page, roundPath, "开放申报", "open");
  await doAct(page, "延长期限", {
    新的申报截止: "2026-07-03",
    新的推荐截止: "2026-07-22",
    理由: "系统升级",
    延期公告: "申报截止延长到7月3日。",
  });
  expect((await read(city, roundPath)).body).toMatchObject({ state: "open", submissionDeadline: "2026-07-03" });

  const path = await recommendCase(server.url, roundPath.split("/").at(-1) ?? "");
  const applicationPage = `${server.url}${path.replace("/api/v1", "/admin")}/show`;
  const experts = await openPool(server.url, city);
  await addReserves();
  await page.goto(applicationPage);
  await goOn(page, path, "退回推荐部门", "surveyed", { 理由: "推荐意见没有写明依据" });
  const again = { documentNumber: "金工信〔2026〕6号", issuedOn: journeyDay, rank: 1, opinion: "同意推荐。" };
  expect((await act(await signIn(server.url, "district"), path, "recommend", again)).status).toBe(200);
  await page.goto(applicationPage);
  await goOn(page, path, "接收", "received", { 理由: "推荐部门已当面核对原件" });
  await page.getByRole("button", { name: "安排专家", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "直接选定" }).check();
  await dialog.getByRole("combobox", { name: "专家" }).click();
  for (const at of [0, 1, 2, 3, 4]) await page.getByRole("option").nth(at).click();
  await page.keyboard.press("Escape");
  await expectSound(page, "console-assignment");
  await confirmAct(page, "安排专家", { 理由: "专业领域相符", 评分截止: "2026-07-20" });
  const { reviews } = (await read<{ reviews: readonly ReviewOfPanel[] }>(city, `${path}/panel`)).body;
  expect(reviews).toHaveLength(5);
  const reviewPage = (id: string | undefined) => `${server.url}/admin/reviews/${id}/show`;
  for (const { id } of reviews.filter(({ expert }) => !experts.some((known) => known.id === expert.id))) {
    await page.goto(reviewPage(id));
    await goOn(page, `/api/v1/reviews/${id}`, "回避", "recused", { 理由: "曾为申报单位作过咨询" });
  }
  await scoreReviews(experts, reviews, [80, 82, 84]);
  const own = reviews.find(({ expert }) => expert.id === experts[0]?.id);
  await page.goto(reviewPage(own?.id));
  await goOn(page, `/api/v1/reviews/${own?.id}`, "重新打开评分", "scoring", { 理由: "漏看了一份材料" });
  await expectSound(page, "console-review-reopened");
  expect((await act(experts[0]?.session ?? city, `/api/v1/reviews/${own?.id}`, "submit")).status).toBe(200);
  await page.goto(`${applicationPage}?tab=panel`);
  await page.getByText(/最高分和最低分相差4分/).waitFor();
  await expectSound(page, "console-panel");
  await goOn(page, path, "评审结束", "reviewed");

  await setClock("2026-07-27T09:00:00+08:00");
  await untilReview(city, roundPath);
  await page.goto(applicationPage);
  await goOn(page, path, "不列入名单", "not_selected", { 理由: "名额有限" });
  await goOn(page, path, "列入拟认定名单", "proposed");
  await page.goto(round);
  await goOn(page, roundPath, "形成拟认定名单", "list_proposed");
  await goOn(page, roundPath, "收回名单", "in_review");
  await goOn(page, roundPath, "形成拟认定名单", "list_proposed");
  await page.getByRole("button", { name: "公示名单", exact: true }).click();
  await dialog.getByRole("textbox", { name: "标题" }).waitFor();
  await expectSound(page, "console-publication");
  await confirmAct(page, "公示名单", {
    标题: "关于拟认定名单的公示",
    正文: "现将拟认定名单予以公示。",
    开始: "2026-07-27",
    截止: "2026-07-31",
    官网网址: "https://gxj.zhengzhou.gov.cn/notice/1.html",
    官网发布日期: "2026-07-27",
  });
  expect(await stateNow(roundPath)).toBe("in_publicity");
  await setClock("2026-08-03T09:00:00+08:00");
  await page.goto(applicationPage);
  await goOn(page, path, "认定", "certified", { 认定文件文号: "郑工信〔2026〕88号", 认定日期: "2026-08-03" });
  await page.goto(round);
  await goOn(page, roundPath, "本轮办结", "decided");
  await goOn(page, roundPath, "归档", "archived");
  await expectSound(page, "console-round-archived");
  expect(offences).toEqual([]);
}, 180_000);

test("the city sees what was told to whom, and has one of it go again", async () => {
  const { page, offences } = await visitConsole(browser, `${server.url}/admin/deliveries`, "city");
  await page.goto(`${server.url}/admin/deliveries`);
  const told = page.getByRole("row", { name: /只在站内/ }).first();
  await told.waitFor();
  await expectSound(page, "console-deliveries");
  await told.click();
  await page.getByRole("heading", { name: "发出的内容" }).waitFor();
  await expectSound(page, "console-delivery");
  await doAct(page, "再发一次");
  const { body } = await read<{ occasion: string }[]>(city, "/api/v1/deliveries");
  expect(body.map(({ occasion }) => occasion)).toContain("resent-1");
  expect(offences).toEqual([]);
});
