import { startWecom } from "@shifan/api/testing";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../src/browser.ts";
import type { Session } from "../src/browser-session.ts";
import { visitConsole } from "../src/console.ts";
import { takeMandate } from "../src/inspecting.ts";
import { act, make, read, signIn } from "../src/procedure.ts";
import { type Server, settableClock, startServer } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";
import { workbookOf } from "../src/workbook.ts";

let server: Server;
let wecom: Awaited<ReturnType<typeof startWecom>>;
let browser: Browser;
let setClock: (instant: string) => Promise<void>;

beforeAll(async () => {
  const clock = await settableClock();
  setClock = clock.set;
  wecom = await startWecom();
  const settings = { DEMO: "accounts", SHIFAN_NOW: clock.setting, WECOM_URL: wecom.url };
  [server, browser] = await Promise.all([startServer({ settings }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await wecom.stop();
});

async function enter(mailbox: string): Promise<{ page: Page; leave: () => Promise<void> }> {
  const { page, context, offences } = await visitConsole(browser, `${server.url}/admin/`, mailbox);
  const leave = async () => {
    expect(offences).toEqual([]);
    await context.close();
  };
  return { page, leave };
}
const menu = (page: Page, name: string) => page.getByRole("navigation").getByRole("link", { name, exact: true });
const dialogOf = (page: Page) => page.getByRole("dialog").first();

type Title = { id: string; platformName: string; isConfirmed: boolean; organizationId: string };
const titlesOf = async (session: Session) => (await read<Title[]>(session, "/api/v1/certifications")).body;

const unit = { code: "91410100MA9K12344B", name: "郑州某某企业服务有限公司" };
const row = {
  统一社会信用代码: unit.code,
  单位名称: unit.name,
  推荐部门: "金水区",
  平台名称: "某某服务平台",
  平台类型: "专业性平台",
  认定文号: "郑工信〔2024〕1号",
  有效期起: "2024年11月15日",
  有效期止: "2027-11-15",
  现状: "有效",
  补录依据: "市工信局档案，2024年第3盒",
};
const bookOf = (own: Readonly<Record<string, string>>) => {
  const written = { ...row, ...own };
  return workbookOf([{ name: "资格", rows: [Object.keys(written), Object.values(written)] }]);
};

describe("the records behind the procedure", () => {
  test("titles that exist already are checked cell by cell, looked at, entered, and confirmed by another officer", async () => {
    const { page, leave } = await enter("city");
    await menu(page, "示范平台").click();
    await page.getByRole("link", { name: "补录已有的资格" }).click();
    await page.getByRole("heading", { name: "补录已有的资格" }).waitFor();
    await expectSound(page, "console-import-empty");
    const choose = async (content: Buffer) => {
      const file = { name: "补录.xlsx", mimeType: "application/octet-stream", buffer: content };
      await page.locator("input[type=file]").setInputFiles(file);
    };
    await choose(bookOf({ 有效期止: "2024-01-01" }));
    await page.getByText("有1处要改，现在什么都没有录入。").waitFor();
    await page.getByRole("cell", { name: "第2行 H列" }).waitFor();
    await expectSound(page, "console-import-faults");
    const city = await signIn(server.url, "city");
    expect(await titlesOf(city)).toEqual([]);
    await choose(bookOf({ 多余的一列: "不认得" }));
    await page.getByText("核对通过：会录入1项资格、0次检查。").waitFor();
    await page.getByText("不会录入：多余的一列").waitFor();
    await expectSound(page, "console-import-preview");
    expect(await titlesOf(city)).toEqual([]);
    await page.getByRole("button", { name: "录入1项，等另一人确认" }).click();
    await page.getByText("已录入1项，等另一人确认。").waitFor();
    expect(await titlesOf(city)).toMatchObject([{ platformName: "某某服务平台", isConfirmed: false }]);
    await leave();

    const second = await enter("city2");
    await second.page.goto(`${server.url}/admin/certifications/create`);
    await second.page.getByRole("link", { name: "某某服务平台" }).click();
    await second.page.getByRole("button", { name: "确认补录" }).click();
    await dialogOf(second.page).getByText("确认以后不能撤回").waitFor();
    await expectSound(second.page, "console-import-confirm");
    await dialogOf(second.page).getByRole("button", { name: /^确认/ }).click();
    await dialogOf(second.page).waitFor({ state: "detached" });
    expect(await titlesOf(city)).toMatchObject([{ isConfirmed: true }]);
    const [title] = await titlesOf(city);
    await second.page.goto(`${server.url}/admin/organizations/${title?.organizationId}/show`);
    for (const name of ["用过的名称", "历年申报", "资格", "检查、抽查、考核", "取消、撤销和不得再次申报", "变更记录"]) {
      await second.page.getByRole("heading", { name, exact: true }).waitFor();
    }
    await expectSound(second.page, "console-organization");
    await second.leave();
  });

  test("a report stands beside last time and the others, and what is late is told by district", async () => {
    const [city, district, applicant] = await Promise.all(
      ["city", "district", "applicant"].map((mailbox) => signIn(server.url, mailbox)),
    );
    if (city === undefined || district === undefined || applicant === undefined) throw new Error("nobody signed in");
    await takeMandate(applicant, district);
    await setClock("2026-07-03T09:30:00+08:00");
    const [title] = await titlesOf(city);
    const begun = await make(applicant, "/api/v1/reports", {
      ...{ certificationId: title?.id, kind: "half_year_report", period: "2026-H1" },
    });
    const path = `/api/v1/reports/${(begun.body as { id: string }).id}`;
    const values = {
      ...{ smes_served: 40, satisfied: 38, unsatisfied: 2, service_income: "60.05", commissioned_tasks: 1 },
      ...{ service_volume_unit: "次", total_service_volume: "200", public_service_volume: "50" },
      ...{ low_fee_service_volume: "0", work_done: "举办政策宣讲三次。", public_service_work: "免费诊断五十次。" },
      ...{ commissioned_work: "承办摸底。", charges: "小微企业八折。", next_plans: "增加设备共享。" },
    };
    expect((await act(applicant, path, "edit", { values })).status).toBe(200);
    expect((await act(applicant, path, "submit")).status).toBe(200);

    const { page, leave } = await enter("district");
    await menu(page, "工作总结").click();
    await page.getByRole("heading", { name: "2026年下半年各推荐部门报送情况" }).waitFor();
    await expectSound(page, "console-reports");
    await page.getByRole("cell", { name: "某某服务平台" }).click();
    const figures = page.getByRole("table", { name: "各项数据" });
    await figures.getByRole("row", { name: /^服务收入（万元） 60.05/ }).waitFor();
    await page.getByRole("list", { name: "服务中小企业数（家）" }).waitFor();
    await expectSound(page, "console-report");
    await leave();
  });

  test("a year's days off are read from the notice, looked at for what they change, and recorded once", async () => {
    const { page, leave } = await enter("admin");
    await menu(page, "节假日").click();
    await page.getByRole("heading", { name: "2026年放假安排" }).waitFor();
    await expectSound(page, "console-holidays");
    await page.getByRole("textbox", { name: "年份" }).fill("2027");
    await page.getByRole("button", { name: "开始录入" }).click();
    const notice = "一、元旦：1月1日（周五）至3日（周日）放假，共3天。1月9日（周六）上班。";
    await page.getByRole("textbox", { name: "粘贴通知原文，自动读出日子" }).fill(notice);
    await page.getByRole("button", { name: "读出日子" }).click();
    await page.getByText("读出放假3天、周末上班1天").waitFor();
    await page.getByRole("button", { name: "看有什么要变" }).click();
    await page.getByText("正在进行的公示、异议都不受影响。").waitFor();
    await expectSound(page, "console-holidays-record");
    await page.getByRole("button", { name: "确认录入2027年" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "看2027年的安排" }).click();
    await page.getByRole("cell", { name: "1月1日至3日" }).waitFor();
    const anybody = await signIn(server.url, "city");
    expect((await read(anybody, "/api/v1/holidays?year=2027")).body).toMatchObject({
      isAnnounced: true,
      revision: 1,
      source: "国务院办公厅关于2027年部分节假日安排的通知",
      days: [{}, {}, {}, { day: "2027-01-09", kind: "working", name: "元旦" }],
    });
    await leave();
  });

  test("an office is reminded in its group: its robot is entered, tried, found to be gone, and taken away", async () => {
    const { page, leave } = await enter("admin");
    await menu(page, "部门群").click();
    const rowOf = (office: string) => page.getByRole("row", { name: new RegExp(`^${office}`) });
    await rowOf("市工信局").waitFor();
    await expectSound(page, "console-office-groups");
    const connect = async (robot: string) => {
      await rowOf("金水区").getByRole("button", { name: "接入群机器人" }).click();
      const dialog = dialogOf(page);
      await dialog.getByRole("textbox", { name: "机器人的Webhook地址" }).fill(robot);
      await dialog.getByRole("textbox", { name: "群的名称" }).fill("金水区工信局企业科");
      return dialog;
    };
    const dialog = await connect("https://qyapi.weixin.qq.com/cgi-bin/webhook/send");
    await dialog.getByRole("button", { name: "确认接入群机器人" }).click();
    await dialog.getByText("请贴群机器人的Webhook地址").waitFor();
    await expectSound(page, "console-office-groups-refused");
    const address = (key: string) => `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}`;
    await dialog
      .getByRole("textbox", { name: "机器人的Webhook地址" })
      .fill(address("693a91f6-7a0c-4bc4-97a0-0ec2b1fa5aaa"));
    await dialog.getByRole("button", { name: "确认接入群机器人" }).click();
    await dialog.waitFor({ state: "detached" });
    await rowOf("金水区").getByText("已接入").waitFor();
    await page.getByRole("button", { name: "给金水区的群发一条试试" }).click();
    await page.getByText("企业微信已收下").waitFor();
    expect(wecom.received).toMatchObject([{ content: expect.stringContaining("群机器人已接通") }]);
    await expectSound(page, "console-office-groups-tried");
    await (await connect(address("removed-from-the-group"))).getByRole("button", { name: "确认接入群机器人" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "给金水区的群发一条试试" }).click();
    await page.getByText("没有发成：群机器人已移除").waitFor();
    await rowOf("金水区").getByRole("button", { name: "停用" }).click();
    await dialogOf(page).getByRole("button", { name: "确认停用" }).click();
    await rowOf("金水区").getByText("已停用").waitFor();
    expect(wecom.received).toHaveLength(1);
    await leave();

    const district = await enter("district");
    await menu(district.page, "部门群").click();
    await district.page.getByRole("row", { name: /^金水区/ }).waitFor();
    expect(await district.page.getByRole("row").count()).toBe(2);
    await district.leave();
  });

  test("an officer is stood in for from day to day, and hands a role over: people by their names, days as they are written", async () => {
    const { page, leave } = await enter("admin");
    await menu(page, "账号").click();
    await page.getByRole("textbox", { name: "名称、编号" }).fill("city2");
    await page.getByRole("cell", { name: "city2@demo.shifan" }).click();
    await page.getByRole("heading", { name: "代管" }).waitFor();
    await expectSound(page, "console-account");
    await page.getByRole("button", { name: "安排代管" }).click();
    const dialog = dialogOf(page);
    const until = dialog.getByRole("textbox", { name: "最后一天" });
    await dialog.getByRole("combobox", { name: "代管的人" }).fill("district2");
    await page.getByRole("option", { name: /district2@demo.shifan/ }).click();
    await until.fill("7月33日");
    await dialog.getByRole("textbox", { name: "理由" }).fill("出差");
    await dialog.getByText("没有认出是哪一天").waitFor();
    for (const written of ["2026-07-31", "20260731", "7月31日"]) {
      await until.fill(written);
      await dialog.getByText("2026年7月31日 星期五").waitFor();
    }
    // By keys alone: open, a week on, choose.
    await until.press("ArrowDown");
    const calendar = page.getByRole("dialog", { name: "选日期" });
    await calendar.getByRole("button", { name: "2026年7月31日 星期五" }).waitFor();
    await expectSound(page, "console-calendar");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await dialog.getByText("2026年8月7日 星期五").waitFor();
    await dialog.getByRole("button", { name: "确认安排代管" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "结束代管" }).waitFor();
    await page.getByRole("button", { name: "交接" }).click();
    await dialog.getByRole("combobox", { name: "接手的人" }).fill("expert2");
    await page.getByRole("option", { name: /expert2@demo.shifan/ }).click();
    await expectSound(page, "console-hand-over");
    await dialog.getByRole("button", { name: "确认交接" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("cell", { name: "已结束" }).waitFor();
    const admin = await signIn(server.url, "admin");
    const found = async (q: string) => {
      const filter = encodeURIComponent(JSON.stringify({ q: `${q}@demo` }));
      return (await read<{ grants: object[]; standIns: object[] }[]>(admin, `/api/v1/users?filter=${filter}`)).body[0];
    };
    expect(await found("city2")).toMatchObject({
      grants: [{ role: "city", endedAt: expect.any(String) }],
      standIns: [{ until: "2026-08-07", endedAt: null }],
    });
    expect((await found("expert2"))?.grants).toContainEqual(expect.objectContaining({ role: "city", endedAt: null }));
    await leave();
  });
});
