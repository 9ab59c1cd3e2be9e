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
