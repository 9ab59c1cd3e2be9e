import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, visit } from "../src/browser.ts";
import type { Session } from "../src/browser-session.ts";
import { officeScreen, signInAtConsole, visitConsole } from "../src/console.ts";
import { act, make, read, signIn } from "../src/procedure.ts";
import { type Server, startServer } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";

let server: Server;
let browser: Browser;
let city: Session;
const title = {
  uscc: "91410100MA9K12344B",
  organizationName: "郑州某某企业服务有限公司",
  district: "410105",
  platformName: "郑州某某中小企业服务平台",
  platformType: "specialized",
  documentNumber: "郑工信〔2025〕9号",
  certificateNumber: "ZZSF-2025-007",
  validFrom: "2025-05-01",
  validTo: "2028-05-01",
  source: "市工信局档案",
};

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ settings: { DEMO: "accounts" } }), launchBrowser()]);
  city = await signIn(server.url, "city");
  await make(city, "/api/v1/certifications/import", { titles: [title] });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function enter(page: Page, mailbox: string): Promise<void> {
  await page.getByLabel("邮箱").fill(`${mailbox}@demo.shifan`);
  await page.getByLabel("密码").fill("demo-shifan-2026");
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

const open = (mailbox: string) => visitConsole(browser, `${server.url}/admin/`, mailbox);

describe("the console", () => {
  test("a wrong password is said so, and what is right opens the first page of the office", async () => {
    const { page, context, offences } = await visit(browser, `${server.url}/admin/`, officeScreen);
    await page.getByLabel("邮箱").fill("city@demo.shifan");
    await page.getByLabel("密码").fill("not the password");
    await page.getByRole("button", { name: "登录", exact: true }).click();
    await page.getByText("邮箱或密码不对").waitFor();
    await expectSound(page, "console-sign-in");
    await enter(page, "city");
    await page.getByRole("heading", { level: 1, name: /^您好。/ }).waitFor();
    await page.getByText("不能缩短、不能减少的").waitFor();
    await expectSound(page, "console-home-city");
    expect(offences).toEqual([]);
    await context.close();
  });

  test("the menu has what the office may read, and nothing else", async () => {
    const { page, context } = await open("expert");
    const menu = page.getByRole("navigation", { name: "主菜单" });
    await menu.getByRole("link", { name: "评审" }).waitFor();
    for (const other of ["取消和撤销", "账号", "监督与投诉"])
      expect(await menu.getByRole("link", { name: other }).count()).toBe(0);
    await context.close();
  });

  test("the second officer finds on the first page what waits, and confirms it with a form that says what happens", async () => {
    const { page, context, offences } = await open("city2");
    const task = page.getByRole("listitem").filter({ hasText: "补录" });
    await task.getByRole("link", { name: /去办/ }).click();
    await page.getByRole("heading", { level: 1, name: "郑州某某中小企业服务平台" }).waitFor();
    await expectSound(page, "console-title");
    await page.getByRole("button", { name: "确认补录", exact: true }).click();
    await page.getByText(/办了以后：确认补录的资格/).waitFor();
    await expectSound(page, "console-dialog");
    await page.getByRole("dialog").getByRole("button", { name: "确认补录" }).click();
    await page.getByText("已确认补录").waitFor();
    const titles = (await read<{ isConfirmed: boolean }[]>(city, "/api/v1/certifications")).body;
    expect(titles.map(({ isConfirmed }) => isConfirmed)).toEqual([true]);
    expect(offences).toEqual([]);
    await context.close();
  });

  test("what was entered wrongly is given up before it is confirmed, and corrected by two persons afterwards", async () => {
    const bring = async (platformName: string) => {
      const titles = [{ ...title, platformName, certificateNumber: null }];
      const made = await make(city, "/api/v1/certifications/import", { titles });
      return `${server.url}/admin/certifications/${(made.body as { ids: string[] }).ids[0]}/show`;
    };
    const [refused, withdrawn] = [await bring("不予确认的平台"), await bring("撤回的平台")];
    const [first, second] = [await open("city"), await open("city2")];
    const giveReason = async (page: Page, name: string, reason: string) => {
      await page.getByRole("button", { name, exact: true }).click();
      await page.getByRole("dialog").getByLabel(/^理由/).fill(reason);
      await page
        .getByRole("dialog")
        .getByRole("button", { name: `确认${name}` })
        .click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
    };
    await second.page.goto(refused);
    await giveReason(second.page, "不予确认", "文号与原件不一致");
    await second.page.getByText(/没有采用，不作为任何依据：文号与原件不一致/).waitFor();
    await first.page.goto(withdrawn);
    await giveReason(first.page, "撤回补录", "录重了");
    await first.page.getByText(/没有采用，不作为任何依据：录重了/).waitFor();

    await first.page.getByRole("link", { name: "示范平台", exact: true }).click();
    await first.page.getByRole("cell", { name: title.platformName }).click();
    const correct = async (documentNumber: string, district: string | null = null) => {
      await first.page.getByRole("button", { name: "更正", exact: true }).click();
      const dialog = first.page.getByRole("dialog");
      await dialog.getByRole("textbox", { name: "认定文号" }).fill(documentNumber);
      await dialog.getByRole("textbox", { name: "理由" }).fill("原件是10号");
      if (district !== null) {
        await dialog.getByRole("combobox", { name: "推荐部门" }).click();
        await first.page.getByRole("option", { name: district }).click();
      }
      await expectSound(first.page, "console-title-correct");
      await dialog.getByRole("button", { name: "确认更正" }).click();
      await dialog.waitFor({ state: "detached" });
      await first.page.getByText("这是您本人提出的，须由另一人确认").waitFor();
    };
    await correct("郑工信〔2025〕11号");
    await giveReason(first.page, "不作更正", "再查一遍");
    await correct("郑工信〔2025〕10号", "郑州高新技术产业开发区");
    await second.page.goto(`${server.url}/admin/`);
    await second.page.getByRole("listitem").filter({ hasText: "更正" }).getByRole("link", { name: /去办/ }).click();
    await second.page.getByRole("row", { name: /文号 郑工信〔2025〕9号 郑工信〔2025〕10号/ }).waitFor();
    await second.page.getByRole("row", { name: /推荐部门 金水区 .*高新/ }).waitFor();
    await expectSound(second.page, "console-title-correction");
    await second.page.getByRole("button", { name: "确认更正", exact: true }).click();
    await second.page.getByRole("dialog").getByRole("button", { name: "确认更正" }).click();
    await second.page.getByText("已确认更正").waitFor();
    const titles = (await read<(typeof title)[]>(city, "/api/v1/certifications")).body;
    const corrected = titles.find(({ platformName }) => platformName === title.platformName);
    expect(corrected?.documentNumber).toBe("郑工信〔2025〕10号");
    expect([...first.offences, ...second.offences]).toEqual([]);
    await Promise.all([first.context.close(), second.context.close()]);
  });

  test("what the server finds wrong stands at its field, and what was typed stays", async () => {
    const { page, context } = await open("city");
    await page.goto(`${server.url}/admin/notices`);
    await page.getByRole("button", { name: "起草公告" }).click();
    await page.getByRole("radio", { name: "其他公告" }).check();
    await page.getByLabel(/^正文/).fill("请各示范平台按时报送。");
    await page.getByRole("button", { name: "确认起草公告" }).click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByLabel(/^标题/).getAttribute("aria-invalid")).toBe("true");
    expect(await page.getByLabel(/^正文/).inputValue()).toBe("请各示范平台按时报送。");
    await page.getByLabel(/^标题/).fill("关于报送的通知");
    await page.getByRole("button", { name: "确认起草公告" }).click();
    await page.getByRole("heading", { level: 1, name: "关于报送的通知" }).waitFor();
    await expectSound(page, "console-notice");
    await context.close();
  });

  test("whoever was slower is shown what changed before they go on", async () => {
    const drafted = await make(city, "/api/v1/notices", { kind: "general", title: "停水通知", text: "一" });
    const path = `/api/v1/notices/${(drafted.body as { id: string }).id}`;
    const { page, context } = await open("city2");
    await page.goto(`${server.url}/admin/notices/${(drafted.body as { id: string }).id}/show`);
    await page.getByRole("button", { name: "发布", exact: true }).click();
    await page.getByRole("button", { name: "确认发布" }).waitFor();
    await act(city, path, "edit", { title: "停水通知（更正）" });
    await page.getByRole("button", { name: "确认发布" }).click();
    await page.getByText("这件事刚刚有人改过").waitFor();
    await page.getByRole("cell", { name: "停水通知（更正）" }).waitFor();
    await expectSound(page, "console-changed");
    await page.getByRole("button", { name: "看过了，接着办" }).click();
    await page.getByRole("button", { name: "确认发布" }).click();
    await page.getByText("已发布", { exact: true }).first().waitFor();
    expect((await read<{ state: string }>(city, path)).body.state).toBe("published");
    await context.close();
  });

  test("a session that has run out loses nothing: the person signs in over the page, and the act is done", async () => {
    const { page, context } = await open("city");
    await page.getByRole("link", { name: "公示和公告", exact: true }).click();
    await page.getByRole("button", { name: "起草公告" }).click();
    await page.getByRole("radio", { name: "其他公告" }).check();
    await page.getByLabel(/^标题/).fill("登录到期也不丢");
    await page.getByLabel(/^正文/).fill("内容");
    await page.goBack();
    await page.getByText("填的内容还没有提交，所以留在这里").waitFor();
    expect(await page.getByLabel(/^正文/).inputValue()).toBe("内容");
    await context.clearCookies();
    await page.getByRole("button", { name: "确认起草公告" }).click();
    await page.getByRole("heading", { name: "登录已到期或换了账号，请重新登录" }).waitFor();
    await expectSound(page, "console-sign-in-again");
    await enter(page, "city");
    await page.getByRole("heading", { level: 1, name: "登录到期也不丢" }).waitFor();
    await context.close();
  });

  test("where somebody else signs in in another tab, nothing is done in their name, and nothing is lost", async () => {
    const { page, context } = await open("city");
    await page.goto(`${server.url}/admin/notices`);
    await page.getByRole("button", { name: "起草公告" }).click();
    await page.getByRole("radio", { name: "其他公告" }).check();
    await page.getByLabel(/^标题/).fill("甲起草的公告");
    await page.getByLabel(/^正文/).fill("内容");
    const other = await context.newPage();
    await context.clearCookies();
    await other.goto(`${server.url}/admin/`);
    await signInAtConsole(other, "city2");
    await page.getByRole("button", { name: "确认起草公告" }).click();
    await page.getByRole("heading", { name: "登录已到期或换了账号，请重新登录" }).waitFor();
    const drafts = await read<{ title: string }[]>(city, "/api/v1/notices");
    expect(drafts.body.map(({ title }) => title)).not.toContain("甲起草的公告");
    await enter(page, "city");
    await page.getByRole("heading", { level: 1, name: "甲起草的公告" }).waitFor();
    await context.close();
  });

  test.each<[string, (page: Page) => Promise<void>]>([
    [
      "chooses",
      async (page) => {
        await page.getByLabel("推荐部门").click();
        await page.getByRole("option", { name: "金水区" }).click();
      },
    ],
    ["writes", (page) => page.getByPlaceholder("名称、编号").fill("某某")],
  ])("whoever %s a filter and opens a record at once is not led back to the list", async (_, filter) => {
    const { page, context, offences } = await open("city");
    await page.goto(`${server.url}/admin/certifications`);
    const row = page.getByRole("row", { name: /郑州某某中小企业服务平台/ });
    await row.waitFor();
    // A slow machine: the filter's time comes between the new address and its page.
    await page.evaluate(`{
      const push = history.pushState.bind(history);
      const sinceStart = () => new Event("look").timeStamp;
      history.pushState = (...state) => {
        push(...state);
        for (const until = sinceStart() + 600; sinceStart() < until; );
      };
    }`);
    await filter(page);
    await row.click();
    await page.getByRole("heading", { level: 1, name: "郑州某某中小企业服务平台" }).waitFor();
    expect(offences).toEqual([]);
    await context.close();
  });
});
