import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { handInCase, launchBrowser, signInAtConsole, startServer, visit } from "@shifan/acceptance/measured";
import { openDatabase } from "@shifan/db";
import { fillApplications } from "@shifan/db/testing";
import { compare, median } from "./compare.ts";
import type { Findings } from "./report.ts";

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
type Page = Awaited<ReturnType<typeof visit>>["page"];

const SMALL = 1_000;
const LARGE = 100_000;
const ROUNDS = 21;
const LIST_LIMIT = 1.5;
const CASE_RUNS = 11;
const CASE_LIMIT_SECONDS = 1.5;
const officeScreen = 1366;

/** How soon an officer can work on a case once it is asked for, and how much longer a list takes among a hundred times as many; with the built console in Chromium. */
export async function benchConsole(): Promise<Findings> {
  const folder = mkdtempSync(join(tmpdir(), "shifan-bench-"));
  const browser = await launchBrowser({ isWhole: true });
  try {
    const cases = await benchCase(browser, join(folder, "case"));
    const lists = await benchList(browser, folder);
    return {
      bench: `console: a case until its acts can be chosen and its verdict is read, medians of ${CASE_RUNS} runs; the list among ${LARGE} applications and among ${SMALL}, medians of ${ROUNDS} rounds`,
      times: [...cases.times, ...lists.times],
      limits: [...cases.limits, ...lists.limits],
      notes: [...cases.notes, ...lists.notes],
    };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Figures = Pick<Findings, "times" | "limits" | "notes">;

/** An officer's case, asked for by its address in a browser that has never seen the console, in one that has, and from the list. */
async function benchCase(browser: Browser, dataDirectory: string): Promise<Figures> {
  const server = await startServer({ dataDirectory, settings: { DEMO: "accounts" } });
  try {
    const id = (await handInCase(server.url)).split("/").at(-1);
    const list = `${server.url}/admin/applications`;
    const address = `${list}/${id}/show`;
    const { page, context } = await visit(browser, `${server.url}/admin/`, officeScreen);
    await signInAtConsole(page, "district");
    const storageState = await context.storageState();
    const fresh = async () => {
      const other = await browser.newContext({ storageState, viewport: { width: officeScreen, height: 768 } });
      const first = await other.newPage();
      const seconds = await secondsUntilWorkable(first, () => first.goto(address));
      await other.close();
      return seconds;
    };
    const again = () => secondsUntilWorkable(page, () => page.goto(address));
    const fromList = async () => {
      await page.goto(list);
      const row = page.locator("main tbody tr").first();
      await row.waitFor();
      await page.waitForLoadState("networkidle");
      return secondsUntilWorkable(page, () => row.click());
    };
    const ways = [
      ["by its address, for the first time", fresh],
      ["by its address", again],
      ["from the list", fromList],
    ] as const;
    const taken = new Map<string, number[]>(ways.map(([way]) => [way, []]));
    // In turns, so that whatever else the machine does weighs on all of them alike.
    for (let run = 0; run < CASE_RUNS; run += 1) for (const [way, go] of ways) taken.get(way)?.push(await go());
    return {
      times: [],
      limits: [...taken].map(([way, seconds]) => ({
        what: `a case ${way}`,
        figure: median(seconds),
        bound: "at most",
        limit: CASE_LIMIT_SECONDS,
        unit: " s",
      })),
      notes: [...taken].map(([way, seconds]) => `${way}: ${seconds.map((each) => each.toFixed(2)).join(", ")} s`),
    };
  } finally {
    await server.stop();
  }
}

/** From the asking until every act has its button and the verdict of the rules can be read. */
async function secondsUntilWorkable(page: Page, ask: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  const asked = ask();
  const act = page.getByRole("group", { name: "可以办的事" }).locator("button:enabled").first();
  await Promise.all([act.waitFor(), page.getByRole("heading", { name: /^要看的/ }).waitFor()]);
  const seconds = (performance.now() - began) / 1_000;
  await asked;
  await page.waitForLoadState("networkidle");
  return seconds;
}

/** The first page of the city's list of applications, from the asking for it until its rows can be read. */
async function benchList(browser: Browser, folder: string): Promise<Figures> {
  const served = [];
  try {
    for (const count of [SMALL, LARGE]) {
      const dataDirectory = join(folder, String(count));
      const { database, close } = await openDatabase({ directory: join(dataDirectory, "database") });
      await fillApplications(database, count);
      await close();
      // Before the first deadline of the rounds that are filled: nothing falls due meanwhile.
      const settings = { DEMO: "accounts", SHIFAN_NOW: "2022-06-10T09:30:00+08:00" };
      const server = await startServer({ dataDirectory, settings });
      served.push(server);
    }
    const contenders = [];
    for (const [at, { url }] of served.entries()) {
      const { page } = await visit(browser, `${url}/admin/`, officeScreen);
      await signInAtConsole(page, "city");
      const turn = async () => {
        await page.goto(`${url}/admin/applications`);
        await page.locator("main tbody tr").nth(24).waitFor();
        return 1;
      };
      contenders.push({ name: at === 0 ? "small" : "large", turn });
    }
    const comparison = await compare(contenders, { rounds: ROUNDS, leastMilliseconds: 1 });
    return {
      times: [{ what: `the list, of ${LARGE}`, microseconds: comparison.medianMicroseconds("large") }],
      limits: [
        {
          what: `the list: ${LARGE} ÷ ${SMALL}`,
          figure: comparison.medianRatio("large", "small"),
          bound: "at most",
          limit: LIST_LIMIT,
          unit: "×",
        },
      ],
      notes: [],
    };
  } finally {
    for (const server of served) await server.stop();
  }
}
