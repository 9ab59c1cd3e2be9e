import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";

export { axeFindings, launchBrowser } from "@shifan/portal/testing";

/** A visitor with a profile of their own. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests to any other server, refusals by the page's own security policy, and uncaught errors. */
  readonly offences: string[];
}

/** How high a window of this width is, in pixels: that of a phone or that of an office screen. */
export const heightOf = (width: number): number => (width < 800 ? 844 : 768);

/** @param isTouched whether it is glass and fingers instead of a mouse */
export async function visit(browser: Browser, url: string, width = 390, isTouched = false): Promise<Visit> {
  const context = await browser.newContext({
    locale: "zh-CN",
    reducedMotion: "reduce",
    viewport: { width, height: heightOf(width) },
    hasTouch: isTouched,
    isMobile: isTouched,
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const offences: string[] = [];
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== new URL(url).origin) offences.push(request.url());
  });
  page.on("pageerror", (error) => offences.push(String(error)));
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) offences.push(message.text());
  });
  await page.goto(url);
  return { page, context, offences };
}

/** By how many pixels the page is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  ) as Promise<number>;
}

/** Keeps a picture for whoever wants to look: in the folder that SCREENSHOTS names, otherwise nowhere. */
export async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.screenshot({ path: join(folder, `${name}.full.png`), fullPage: true });
}

/** What a person can read on the page as it is laid out now, on the screen or on paper. */
export function visibleText(page: Page): Promise<string> {
  return page.evaluate("document.body.innerText") as Promise<string>;
}
