import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerAll, answerToAssets, hears, seeResult, tap, write } from "../testing/acts.ts";
import { openStage, type Stage } from "../testing/browser.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const pages: [name: string, path: string, reach: (page: Page) => Promise<void>][] = [
  ["first page", "/", (page) => page.getByText("待市工信局确认").waitFor()],
  ["articles", "/articles", (page) => page.getByRole("heading", { name: "第六条" }).waitFor()],
  ["question of several", "/chat", reachToggles],
  ["question of an amount", "/chat", answerToAssets],
  ["result", "/chat", reachResult],
];

async function reachToggles(page: Page): Promise<void> {
  await answerToAssets(page);
  await tap(page, "上一题");
  await hears(page, "回到上一题");
}

async function reachResult(page: Page): Promise<void> {
  await answerAll(page, { assets: "" });
  await seeResult(page);
}

/** How far the page can be pushed sideways, in pixels. */
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Controls smaller than so many pixels; a link inside a sentence is no control of its own. */
const smallControls = (page: Page, least: number) =>
  page.evaluate(
    (pixels) =>
      Array.from(document.querySelectorAll<HTMLElement>("button, textarea, summary, a"))
        .filter((control) => control.offsetParent !== null && control.closest(".skip-link, p:not(.actions p)") === null)
        .filter((control) => !control.matches(".article-reference, .button + .article-reference"))
        .map((control) => ({ control, box: control.getBoundingClientRect() }))
        .filter(({ box }) => box.width < pixels - 0.5 || box.height < pixels - 0.5)
        .map(({ control, box }) => `${control.outerHTML.slice(0, 80)} ${box.width}×${box.height}`),
    least,
  );

/** Text smaller than so many pixels, as it is drawn. */
const smallTexts = (page: Page, least: number) =>
  page.evaluate((pixels) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const small: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || node.textContent?.trim() === "" || parent.closest("script, style, noscript") !== null)
        continue;
      if (Number.parseFloat(getComputedStyle(parent).fontSize) < pixels) small.push(node.textContent ?? "");
    }
    return small;
  }, least);

/** Names in the list of answers that a long answer has pressed into a column. */
const pressedNames = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>(".answers-given dt"))
      .filter((name) => name.offsetWidth < 4 * Number.parseFloat(getComputedStyle(name).fontSize))
      .map((name) => name.textContent),
  );

const widths = [320, 360, 390, 768, 1366];

describe(`at widths of ${widths.join(", ")} pixels`, () => {
  test.each(pages)("%s fits, with controls of 44 and text of 16 pixels", async (_name, path, reach) => {
    const { page, context } = await stage.visit(path, { viewport: { width: 320, height: 740 } });
    await reach(page);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 740 });
      expect(await sideways(page), `${width}`).toBeLessThanOrEqual(0);
      expect(await pressedNames(page), `${width}`).toEqual([]);
      expect(await smallControls(page, 44), `${width}`).toEqual([]);
      expect(await smallTexts(page, 16), `${width}`).toEqual([]);
    }
    await context.close();
  });
});

describe("大字版", () => {
  test.each(pages)("%s fits a small phone, with controls of 60 and text of 18 pixels", async (_name, path, reach) => {
    const { page, context } = await stage.visit(path, { viewport: { width: 320, height: 740 } });
    await tap(page, "大字版");
    await reach(page);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    expect(await smallControls(page, 60)).toEqual([]);
    expect(await smallTexts(page, 18)).toEqual([]);
    await context.close();
  });

  test("stays chosen on the next visit", async () => {
    const { page } = await stage.visit("/");
    await tap(page, "大字版");
    await page.reload();
    await page.getByRole("button", { name: "大字版" }).and(page.locator("[aria-pressed=true]")).waitFor();
  });
});

test("at 200 % on a small laptop, nothing needs to be pushed sideways and no bar stays over the text", async () => {
  const { page } = await stage.visit("/chat", { viewport: { width: 683, height: 384 } });
  await answerToAssets(page);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  const positions = await page.evaluate(() =>
    [".composer", ".progress"].map((bar) => getComputedStyle(document.querySelector(bar) as Element).position),
  );
  expect(positions).toEqual(["static", "static"]);
});

describe("the keyboard and the place of the reader", () => {
  test("the first stop is the way past the header, and it leads there", async () => {
    const { page } = await stage.visit("/");
    await page.getByText("待市工信局确认").waitFor();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("跳到正文");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
  });

  test("a whole question can be answered with the keyboard alone, and the reader is taken to the next", async () => {
    const { page } = await stage.visit("/chat", { viewport: { width: 1366, height: 768 } });
    await page.getByRole("button", { name: "开始自查" }).focus();
    await page.keyboard.press("Enter");
    await hears(page, "哪一种平台");
    await page.locator(".choices:focus").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await hears(page, "哪一天注册成立");
    // With a keyboard at hand, an answer to be written is written at once.
    await page.locator("textarea:focus").waitFor();
    await page.keyboard.type("2021年3月15日");
    await page.keyboard.press("Enter");
    await hears(page, "哪几样");
    await page.locator("textarea:focus").waitFor();
  });

  test("a new answer is announced politely, and its buttons are not part of the announcement", async () => {
    const { page } = await stage.visit("/chat");
    const log = page.getByRole("log");
    expect(await log.getAttribute("role")).toBe("log");
    expect(await log.getByRole("button").count()).toBe(0);
  });

  test("going to another page takes the reader to its heading and names it", async () => {
    const { page } = await stage.visit("/");
    await page.getByRole("link", { name: "无障碍说明" }).click();
    await page.locator("h1:focus").waitFor();
    expect(await page.title()).toBe("无障碍说明 - 郑州市中小企业公共服务示范平台");
    expect(await page.locator("h1").count()).toBe(1);
  });

  test("an article named in the result is where the link leads", async () => {
    const { page } = await stage.visit("/chat");
    await reachResult(page);
    await page.getByRole("link", { name: "（第六条（二））" }).first().click();
    await page.getByRole("heading", { name: "第六条" }).and(page.locator(":focus")).waitFor();
  });

  test("the way back leads to the place one came from", async () => {
    const { page } = await stage.visit("/chat");
    await reachResult(page);
    const link = page.getByRole("link", { name: "（第九条（三））" });
    await link.scrollIntoViewIfNeeded();
    const place = await page.evaluate(() => window.scrollY);
    await link.click();
    await page.locator("h1", { hasText: "办法条文" }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: /不能下结论/ }).waitFor();
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeCloseTo(place, -1);
  });
});

test("after an answer longer than the window one sees what was replied to it", async () => {
  const { page } = await stage.visit("/chat", { viewport: { width: 390, height: 740 } });
  await answerToAssets(page);
  await write(page, "很长的回答".repeat(200));
  await hears(page, "服务了多少家");
  await expect
    .poll(() =>
      page
        .locator(".entry")
        .last()
        .locator(".bubble:not(.own)")
        .first()
        .evaluate((reply) => {
          const { top, bottom } = reply.getBoundingClientRect();
          return bottom > 0 && top < window.innerHeight;
        }),
    )
    .toBe(true);
});

test("a conversation of five hundred answers opens and takes an answer without delay", async () => {
  const { page } = await stage.visit("/chat");
  await tap(page, "开始自查");
  await hears(page, "哪一种平台");
  const session = Array.from(stage.server.api.sessions.values()).at(-1);
  const last = session?.transcript.at(-1);
  if (session === undefined || last === undefined) throw new Error("The service has no session");
  const many = Array.from({ length: 500 }, (_, n) => ({ ...last, n: n + 2, said: `第${n}句` }));
  session.transcript = [...session.transcript, ...many];
  await page.reload();
  await page.getByText("第499句").waitFor();
  expect(await page.locator(".entry").count()).toBeLessThan(60);
  await tap(page, "显示更早的462段对话");
  await page.getByText("第0句", { exact: true }).waitFor();
  const milliseconds = await page.evaluate(async () => {
    const bubbles = () => document.querySelectorAll(".bubble.own").length;
    const [before, begun] = [bubbles(), performance.now()];
    Array.from(document.querySelectorAll("button"))
      .find((one) => one.textContent?.startsWith("专业性"))
      ?.click();
    while (bubbles() === before) await new Promise(requestAnimationFrame);
    return performance.now() - begun;
  });
  expect(milliseconds).toBeLessThan(1_000);
});
