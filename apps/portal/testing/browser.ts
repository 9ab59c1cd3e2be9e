import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { inject } from "vitest";
import { launchBrowser } from "./launch-browser.ts";
import { type PortalServer, servePortal } from "./server.ts";

/** A visit: a fresh browser profile on the served portal, and everything that went wrong or went elsewhere in it. */
export type Visit = {
  page: Page;
  context: BrowserContext;
  /** Requests to any other server, refusals by the content security policy, and uncaught errors. */
  readonly offences: string[];
};

export type Stage = {
  server: PortalServer;
  visit(path: string, options?: BrowserContextOptions): Promise<Visit>;
  close(): Promise<void>;
};

/** A browser beside a served portal; each visit has a profile of its own. */
export async function openStage(): Promise<Stage> {
  const server = await servePortal(inject("portalFolder"));
  const browser = await launchBrowser();
  return {
    server,
    visit: async (path, options = {}) => {
      const context = await browser.newContext({
        locale: "zh-CN",
        reducedMotion: "reduce",
        viewport: { width: 390, height: 844 },
        ...options,
      });
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      const offences: string[] = [];
      page.on("request", (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol.startsWith("http") && origin !== server.url) offences.push(request.url());
      });
      page.on("pageerror", (error) => offences.push(String(error)));
      page.on("console", (message) => {
        if (/content security policy/i.test(message.text())) offences.push(message.text());
      });
      await page.goto(server.url + path);
      return { page, context, offences };
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What axe finds on a page, one line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  // The page's own policy forbids added scripts; evaluating comes from the debugger and is not bound by it.
  await page.evaluate(readFileSync(axePath, "utf8"));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ""}`),
    );
  });
}
