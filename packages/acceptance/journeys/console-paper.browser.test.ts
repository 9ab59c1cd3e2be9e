import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, overflowOf, visibleText, visit } from "../src/browser.ts";
import { signInAtConsole, visitConsole } from "../src/console.ts";
import { enterTitle, planCheck } from "../src/inspecting.ts";
import { signInEverybody } from "../src/procedure.ts";
import { journeyDay, type Server, startServer } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";

let server: Server;
let browser: Browser;
let inspectionPath: string;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ settings: { DEMO: "accounts" } }), launchBrowser()]);
  const people = await signInEverybody(server.url);
  const titlePath = await enterTitle(people.city, people.secondCity);
  inspectionPath = await planCheck(people.district, "periodic_inspection", titlePath, journeyDay);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** What there is to be pressed, typed into or gone away by, as it is laid out now. */
const pressable = (page: Page) => page.locator("button:visible, input:visible, nav:visible, [role=tablist]:visible");

/** Wide enough for a page that lies across, without its margins. */
const paperWidth = 1020;

test("a page on paper says what it is and who printed it when, and has nothing to be pressed", async () => {
  const { page, context, offences } = await visit(browser, `${server.url}/admin/`, paperWidth);
  await signInAtConsole(page, "city");
  const address = inspectionPath.replace("/api/v1/", "/admin/");
  for (const [path, heading] of [
    ["/admin/inspections", "检查"],
    ["/admin/certifications", "示范平台"],
    [`${address}/show`, "郑州某某中小企业服务平台：定期检查"],
  ] as const) {
    await page.goto(`${server.url}${path}`);
    await page.getByRole("heading", { name: heading, exact: true }).waitFor();
    await page.getByText("郑州某某中小企业服务平台").first().waitFor();
    await page.emulateMedia({ media: "print" });
    const text = await visibleText(page);
    expect(text).toMatch(/打印：.*市工信局.*，2026年6月10日/);
    expect(text).toContain("演示数据，不具效力");
    expect(text).toContain("郑州某某中小企业服务平台");
    expect(await pressable(page).count()).toBe(0);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await page.emulateMedia({ media: "screen" });
  }
  expect(offences).toEqual([]);
  await context.close();
}, 60_000);

/** A notice as the server describes one, of more cases than anybody has entered. */
function noticeOf(count: number) {
  const empty = { periodGround: null, extendsId: null, supersededById: null, officialUrl: null, reason: null };
  const cases = Array.from({ length: count }, (_, at) => ({
    applicationId: `case-${at + 1}`,
    position: at + 1,
    organizationName: `第${at + 1}家企业服务有限公司`,
    platformName: `第${at + 1}个服务平台`,
    platformType: "comprehensive",
    district: "410105",
    certificateNumber: null,
  }));
  const words = {
    title: "拟认定名单公示",
    text: "公示如下。",
    kind: "publicity",
    state: "published",
    phase: "running",
  };
  const days = { startsOn: "2026-06-01", endsOn: "2026-06-10", officialPublishedOn: null };
  return { id: "long", ...words, ...days, ...empty, cases, allowedActs: [], revision: 1 };
}

test("a list of thousands draws what is in sight, says how long it is, and is whole on paper", async () => {
  const count = 5_000;
  const { page, context, offences } = await visitConsole(browser, `${server.url}/admin/`, "city");
  await page.route("**/api/v1/notices/long", (route) => route.fulfill({ json: noticeOf(count) }));
  await page.goto(`${server.url}/admin/notices/long/show`);
  await page.getByText("第1家企业服务有限公司").waitFor();
  const table = page.getByRole("table", { name: "名单" });
  const rows = table.locator("tbody tr[aria-rowindex]");
  expect(await table.getAttribute("aria-rowcount")).toBe(String(count + 1));
  expect(await rows.count()).toBeLessThan(200);
  await expectSound(page, "console-long-list");
  await page.keyboard.press("End");
  await page.getByText(`第${count}家企业服务有限公司`).waitFor();
  expect(await rows.count()).toBeLessThan(200);
  expect(await rows.last().getAttribute("aria-rowindex")).toBe(String(count + 1));
  await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
  expect(await rows.count()).toBe(count);
  await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
  expect(await rows.count()).toBeLessThan(200);
  expect(offences).toEqual([]);
  await context.close();
}, 120_000);
