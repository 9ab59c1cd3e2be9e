import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../src/browser.ts";
import type { Session } from "../src/browser-session.ts";
import { confirmAct, doAct, visitConsole } from "../src/console.ts";
import { enterTitle, failedTwice } from "../src/inspecting.ts";
import { read, signIn } from "../src/procedure.ts";
import { type Server, settableClock, startServer } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";

let server: Server;
let browser: Browser;
let city: Session;
let titleId: string;
let path: string;
let setClock: (instant: string) => Promise<void>;
const platform = "郑州某某中小企业服务平台";

beforeAll(async () => {
  const clock = await settableClock();
  setClock = clock.set;
  await setClock("2026-06-10T09:30:00+08:00");
  const settings = { DEMO: "accounts", SHIFAN_NOW: clock.setting };
  [server, browser] = await Promise.all([startServer({ settings }), launchBrowser()]);
  city = await signIn(server.url, "city");
  const titlePath = await enterTitle(city, await signIn(server.url, "city2"), failedTwice);
  titleId = titlePath.split("/").at(-1) ?? "";
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const enter = (mailbox: string) => visitConsole(browser, `${server.url}/admin/`, mailbox);

describe("cancellation and revocation are two acts", () => {
  test("a cancellation is proposed with its consequence and the four ways in view", async () => {
    const { page, offences } = await enter("city");
    await page.getByRole("link", { name: "取消和撤销" }).click();
    await page.getByText("还没有。").waitFor();
    await expectSound(page, "console-sanctions-empty");

    // The other act is another form: it offers none of the grounds of the first.
    await page.getByRole("button", { name: "提出撤销（第十四条）" }).click();
    await page.getByText("这是撤销，不是取消。").waitFor();
    expect(await page.getByRole("dialog").getByRole("radio").count()).toBe(1);
    await page.getByRole("dialog").getByRole("button", { name: "先不办" }).click();

    await page.getByRole("button", { name: "提出取消（第十三条）" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("这是取消，不是撤销。").waitFor();
    await dialog.getByText("要第二个人确认").waitFor();
    await dialog.getByRole("list", { name: "材料不实：四种处理对照" }).waitFor();
    expect(await dialog.getByRole("list").getByRole("listitem").count()).toBe(4);
    await dialog.getByRole("combobox", { name: "资格" }).fill("某某中小");
    await page.getByRole("option", { name: new RegExp(platform) }).click();
    await dialog.getByText("对这项资格，今天可以走").first().waitFor();
    await dialog.getByRole("radio", { name: "连续两次抽查或考核不合格" }).check();
    await dialog.getByLabel("查明情况").fill("两次抽查不合格");
    await dialog.getByLabel("证据").fill("抽查通报两份");
    await expectSound(page, "console-sanction-proposing");
    await dialog.getByRole("button", { name: /^确认/ }).click();
    await page.getByRole("heading", { level: 1, name: `取消：${platform}` }).waitFor();
    await page.getByText("抽查　2025年9月1日　不合格").waitFor();
    await expectSound(page, "console-sanction");

    const id = page.url().split("/").at(-2) ?? "";
    path = `/api/v1/sanctions/${id}`;
    expect((await read(city, path)).body).toMatchObject({ kind: "cancellation", certificationId: titleId });
    await doAct(page, "告知单位");
    await page.getByRole("link", { name: "事先告知书 PDF" }).waitFor();
    expect((await read(city, path)).body).toMatchObject({ state: "notified" });
    await page.goto(`${server.url}/admin/certifications/${titleId}/show`);
    await page
      .getByText("按现有记录", { exact: false })
      .or(page.getByText("成立", { exact: true }))
      .first()
      .waitFor();
    await page.getByRole("link", { name: "取消", exact: true }).waitFor();
    await expectSound(page, "console-title");
    expect(offences).toEqual([]);
  });

  test("nobody ends a title alone: who decided is told so, and another person reads the consequence and confirms", async () => {
    await setClock("2026-07-10T10:00:00+08:00");
    city = await signIn(server.url, "city");
    const address = `${server.url}/admin/sanctions/${path.split("/").at(-1)}/show`;
    const first = await enter("city");
    await first.page.goto(address);
    await doAct(first.page, "记录听取情况", { 听取情况: "期满没有陈述" });
    await first.page.getByRole("button", { name: "作出决定", exact: true }).click();
    await first.page.getByText("要第二个人确认").waitFor();
    await first.page.getByRole("button", { name: "先不办" }).click();
    await doAct(first.page, "作出决定", { 决定: "取消资格。", 文号: "〔2026〕3号" });
    await expectSound(first.page, "console-sanction-decided");
    expect((await read(city, path)).body).toMatchObject({ state: "decided", effectiveOn: null });

    const { page } = await enter("city2");
    await page.goto(address);
    await page.getByRole("button", { name: "第二人确认", exact: true }).click();
    await page.getByRole("dialog").getByText("取消：您确认以后当天生效").waitFor();
    await page.getByRole("dialog").getByText("这一步不能退回", { exact: false }).waitFor();
    await expectSound(page, "console-sanction-confirming");
    await page.getByRole("button", { name: "确认第二人确认" }).click();
    await page.getByRole("link", { name: "决定书 PDF" }).waitFor();
    expect((await read(city, path)).body).toMatchObject({ state: "effective", effectiveOn: "2026-07-10" });
    expect((await read(city, `/api/v1/certifications/${titleId}`)).body).toMatchObject({ state: "cancelled" });

    await page.getByRole("button", { name: "记录送达", exact: true }).click();
    await page.getByRole("dialog").getByRole("radio", { name: "直接送达" }).check();
    await confirmAct(page, "记录送达", { 送达日期: "2026-07-10", 送达回证: "回证第1号" });
    const url = "https://gxj.zhengzhou.gov.cn/notice/3.html";
    await doAct(page, "记录公布", { 官网网址: url, 公布日期: "2026-07-10" });
    expect((await read(city, path)).body).toMatchObject({ state: "published" });
    await doAct(page, "撤回决定", { 理由: "复核后查明抽查记录有误", 文号: "郑工信〔2026〕60号" });
    expect((await read(city, path)).body).toMatchObject({ state: "reinstatement_decided" });
  });
});
