import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, visit } from "../src/browser.ts";
import { act, make, signIn } from "../src/procedure.ts";
import { type Server, startServer } from "../src/server.ts";
import { devices, expectSoundIn } from "../src/sound.ts";

let server: Server;
let browser: Browser;
const number = "ZZSF-2025-007";

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ settings: { DEMO: "accounts" } }), launchBrowser()]);
  const [city, second] = [await signIn(server.url, "city"), await signIn(server.url, "city2")];
  const title = {
    uscc: "91410100MA9K12344B",
    organizationName: "郑州某某企业服务有限公司",
    district: "410105",
    platformName: "郑州某某中小企业服务平台",
    platformType: "specialized",
    documentNumber: "郑工信〔2025〕9号",
    certificateNumber: number,
    validFrom: "2025-05-01",
    validTo: "2028-05-01",
    source: "市工信局档案",
  };
  const imported = await make(city, "/api/v1/certifications/import", { titles: [title] });
  await act(second, `/api/v1/certifications/${(imported.body as { ids: string[] }).ids[0]}`, "confirm");
  const drafted = await make(city, "/api/v1/notices", {
    kind: "general",
    title: "关于报送2026年上半年服务情况的通知",
    text: "请各示范平台按时报送（第十二条）。",
  });
  await act(city, `/api/v1/notices/${(drafted.body as { id: string }).id}`, "publish");
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe.each(devices)("on $device", ({ widths }) => {
  test("anybody looks a platform up by its name and sees how its title stands", async () => {
    const { page, context, offences } = await visit(browser, server.url, widths[0]);
    await page.getByText("演示数据，不具效力").waitFor();
    await page.goto(`${server.url}/platforms`);
    await page.getByRole("link", { name: "郑州某某中小企业服务平台" }).waitFor();
    await page.getByText("没有查到不等于没有").waitFor();
    await expectSoundIn(widths, page, "register");
    await page.getByRole("textbox").fill("没有这样的名字");
    await page.getByRole("button", { name: "查询" }).click();
    await page.getByText("没有查到。").waitFor();
    await page.getByRole("textbox").fill("某某中小企业");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "郑州某某中小企业服务平台" }).click();
    // Until the page is fetched, the one before stands hidden beside it.
    await page.getByText("以上是2026年6月10日的状态。").waitFor();
    await page.getByText("据纸质文件补录").waitFor();
    expect(page.url()).toBe(`${server.url}/certificates/${number}`);
    await expectSoundIn(widths, page, "certificate");
    expect(offences).toEqual([]);
    await context.close();
  });

  test("a number that is not on record is never called false", async () => {
    const { page, context } = await visit(browser, server.url, widths[0]);
    await page.goto(`${server.url}/certificates`);
    await page.getByRole("textbox").fill("ZZSF-1999-001");
    await page.getByRole("button", { name: "查验" }).click();
    await page.getByText("不能据此判断真假").waitFor();
    await expectSoundIn(widths, page, "certificate-unknown");
    await context.close();
  });

  test("a question in one's own words is answered with the article's, and one that none answers with whom to ask", async () => {
    const { page, context, offences } = await visit(browser, `${server.url}/articles`, widths[0]);
    const ask = async (question: string) => {
      await page.getByLabel("想问什么").fill(question);
      await page.getByRole("button", { name: "查条文" }).click();
    };
    await ask("牌子过期了怎么办");
    await page.getByText(/^第十四条这样写：“示范平台实行动态管理/).waitFor();
    await expectSoundIn(widths, page, "article-told");
    await page.getByRole("link", { name: "看这一条全文" }).click();
    await page.waitForFunction("decodeURIComponent(location.hash) === '#第十四条'");
    await ask("公积金怎么提取");
    await page.getByText(/这个我不知道.*请问推荐部门/).waitFor();
    expect(await page.getByRole("link", { name: "看这一条全文" }).count()).toBe(0);
    await expectSoundIn(widths, page, "article-none");
    await context.route("**/article-answer?**", (route) => route.abort());
    await ask("多久检查一次");
    await page.getByRole("button", { name: "重新读取" }).waitFor();
    await context.unroute("**/article-answer?**");
    await page.getByRole("button", { name: "重新读取" }).click();
    await page.getByText(/^第十三条这样写/).waitFor();
    expect(offences).toEqual([]);
    await context.close();
  });

  test("what the city has announced is read without an account", async () => {
    const { page, context } = await visit(browser, server.url, widths[0]);
    await page.goto(`${server.url}/notices`);
    await page.getByRole("link", { name: /上半年服务情况/ }).waitFor();
    await expectSoundIn(widths, page, "notices");
    await page.getByRole("link", { name: /上半年服务情况/ }).click();
    await page.getByText("请各示范平台按时报送（第十二条）。").waitFor();
    await expectSoundIn(widths, page, "notice");
    await context.close();
  });
});

test.each([
  "",
  "articles",
  "complaints",
  `complaints/${number}`,
  "receipts",
  "accessibility",
  "nowhere",
  "notices/nothing",
])("the page /%s is sound on phones and desks", async (path) => {
  const { page, context } = await visit(browser, `${server.url}/${path}`);
  await page.getByText("演示数据，不具效力").waitFor();
  await page.waitForLoadState("networkidle");
  await expectSoundIn(
    devices.flatMap(({ widths }) => widths),
    page,
    `page-${path.replaceAll("/", "-")}`,
  );
  await context.close();
});
