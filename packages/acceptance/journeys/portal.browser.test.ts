import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings, launchBrowser, photograph, visibleText, visit } from "../src/browser.ts";
import { request } from "../src/http.ts";
import type { Reply, Subject } from "../src/person.ts";
import { type Server, startServer } from "../src/server.ts";
import { expectSound } from "../src/sound.ts";
import { technicalWords } from "../src/technical-words.ts";
import { answerUntil, begin, lastWords, openResult, reply, say, verdictWords } from "../src/visitor.ts";

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const ending = new RegExp(
  Object.values(verdictWords)
    .map(({ source }) => source)
    .join("|"),
);
const tooFew: Partial<Record<Subject, Reply>> = {
  served: { write: "去年52家，前年41家，大前年30家，没有个体户" },
  satisfaction: { write: "50家满意，2家不满意" },
};
const noFigures: Partial<Record<Subject, Reply>> = { money: { tap: "不清楚" } };

describe.each([
  ["met_pending_review", 390, {}],
  ["not_met", 320, tooFew],
  ["undetermined", 1366, noFigures],
] as const)("a new visitor reaches the result %s, %i pixels wide", (verdict, width, changed) => {
  test("by typing and tapping; axe is silent everywhere and no request leaves the server", async () => {
    const { page, context, offences } = await visit(browser, server.url, width);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.getByText("待市工信局确认").first().waitFor();
    await expectSound(page, `first-page-${width}`);
    await begin(page);
    await answerUntil(page, /资产总额是多少/, changed);
    await expectSound(page, `question-${width}`);
    await answerUntil(page, /下面各项，有的选上/, changed);
    await page.getByRole("button", { name: "管理制度", exact: true }).click();
    await page
      .getByRole("button", { name: "管理制度", exact: true })
      .and(page.locator("[aria-pressed=true]"))
      .waitFor();
    await expectSound(page, `many-question-${width}`);
    await page.reload();
    await page
      .getByRole("button", { name: "管理制度", exact: true })
      .and(page.locator("[aria-pressed=true]"))
      .waitFor();
    await answerUntil(page, ending, changed);
    expect(await lastWords(page)).toMatch(verdictWords[verdict]);
    await expectSound(page, `end-${verdict}-${width}`);
    await openResult(page);
    await expectSound(page, `result-${verdict}-${width}`);
    expect(await page.locator("#result-headline").textContent()).toMatch(verdictWords[verdict]);
    await page.emulateMedia({ media: "print" });
    await photograph(page, `print-${verdict}`);
    expect(await page.getByText("具有独立法人资格").and(page.locator(":visible")).count()).toBeGreaterThan(0);
    expect(await page.getByRole("textbox").isVisible()).toBe(false);
    expect(technicalWords(await visibleText(page))).toEqual([]);
    expect(offences).toEqual([]);
    await context.close();
  });
});

test("from the result an answer is corrected, and the result follows", async () => {
  const { page, context } = await visit(browser, server.url, 1366);
  await begin(page);
  await answerUntil(page, ending, tooFew);
  await page.locator("#result-headline", { hasText: "暂不符合" }).waitFor();
  await say(page, { write: "改服务企业" });
  await say(page, { write: "2025年96家，2024年81家，2023年70家" });
  await say(page, { write: "满意93家，不满意30家" });
  expect(await lastWords(page)).toMatch(/对不上/);
  await photograph(page, "contradiction");
  await say(page, { write: "不满意3家" });
  await answerUntil(page, ending);
  await page.locator("#result-headline", { hasText: "可以核对的条件都满足" }).waitFor();
  await page.reload();
  await page.locator("#result-headline", { hasText: "可以核对的条件都满足" }).waitFor();
  await context.close();
});

/** How often an answer stands in the conversation as the server keeps it, told by the device's own key. */
async function countKept(page: Parameters<typeof lastWords>[0], said: string): Promise<number> {
  const kept = Object.values((await page.evaluate("({ ...localStorage })")) as Record<string, string>)
    .filter((value) => value.startsWith("{"))
    .map((value) => JSON.parse(value) as { id?: string; token?: string })
    .find(({ token }) => token !== undefined);
  const { body } = await request(`${server.url}/api/v1/chat/sessions/${kept?.id}`, { token: kept?.token ?? "" });
  return (body as { transcript: { said: string }[] }).transcript.filter((entry) => entry.said === said).length;
}

test("an answer given without a network waits and is taken once when the network is back", async () => {
  const { page, context } = await visit(browser, server.url);
  await begin(page);
  await answerUntil(page, /资产总额是多少/);
  await context.setOffline(true);
  await reply(page, { write: "总资产320万，服务收入210万" });
  await page.getByRole("button", { name: /网络断开了，您的回答还在/ }).waitFor();
  await photograph(page, "network-cut");
  expect(await axeFindings(page)).toEqual([]);
  await context.setOffline(false);
  const resend = page.getByRole("button", { name: /点这里重发/ });
  // Coming back online sends it by itself; whoever taps first must not send it twice.
  await resend.click({ timeout: 2_000 }).catch(() => undefined);
  await page.getByRole("log").getByText("信用状况").last().waitFor();
  expect(await page.locator(".bubble.own", { hasText: "总资产320万" }).count()).toBe(1);
  expect(await countKept(page, "总资产320万，服务收入210万")).toBe(1);
  await context.close();
});

test("a server that is killed and comes back finds the visitor where they were, and takes the answer once", async () => {
  const { page, context } = await visit(browser, server.url);
  await begin(page);
  await answerUntil(page, /资产总额是多少/);
  await server.kill();
  await reply(page, { write: "总资产320万，服务收入210万" });
  await page.getByRole("button", { name: /点这里重发/ }).waitFor();
  server = await server.again();
  await page.getByRole("button", { name: /点这里重发/ }).click();
  await page.getByRole("log").getByText("信用状况").last().waitFor();
  expect(await countKept(page, "总资产320万，服务收入210万")).toBe(1);
  await context.close();
});
