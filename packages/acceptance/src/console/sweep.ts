import { resourceAtAddress } from "@shifan/contract/labels";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { axeFindings, overflowOf, visibleText } from "../browser.ts";
import { visitConsole } from "../console.ts";
import { technicalWords } from "../technical-words.ts";
import { addressOf, type ConsolePage, consolePages } from "./pages.ts";
import { type PageState, putInto } from "./states.ts";

/** What is looked at: as whom, in which states of the server, and whether each act's dialog is opened as well. */
export interface Sweep {
  readonly mailbox: string;
  readonly states: readonly PageState[];
  readonly withDialogs: boolean;
  /** By default every page that the person may open. */
  readonly isLookedAt?: (page: ConsolePage) => boolean;
  /** Told of every page before it is looked at, to listen to what it is answered. */
  readonly onPage?: (page: Page) => void;
}

/** What was looked at, and what was found wrong there. */
export interface Swept {
  readonly looks: readonly string[];
  readonly findings: readonly string[];
}

const patience = 30_000;
/** So many pages are looked at at once: while one waits for the server, another is drawn. */
const atOnce = 3;

interface Look {
  readonly name: string;
  readonly address: string;
  readonly view: ConsolePage["view"];
  readonly state: PageState;
}

/** Looks at every page that a person of the demonstration may open, on the screen of an office. */
export async function sweepConsole(browser: Browser, url: string, sweep: Sweep): Promise<Swept> {
  const first = await visitConsole(browser, `${url}/admin/`, sweep.mailbox);
  const { context, offences } = first;
  try {
    const waiting = await looksOf(context, url, sweep);
    const looks = waiting.map(({ name, state }) => `${name}, ${state}`);
    const findings: string[] = [];
    const work = async (page: Page) => {
      sweep.onPage?.(page);
      for (let look = waiting.shift(); look !== undefined; look = waiting.shift()) {
        findings.push(...(await lookAt(page, `${url}/admin`, look)));
        if (sweep.withDialogs && look.state === "loaded") findings.push(...(await openDialogs(page, look, looks)));
      }
    };
    const others = Array.from({ length: atOnce - 1 }, () => context.newPage());
    await Promise.all([first.page, ...(await Promise.all(others))].map(work));
    return { looks, findings: [...findings, ...offences].map((finding) => `${sweep.mailbox}: ${finding}`) };
  } finally {
    await context.close();
  }
}

/** Every page that the person may open, with the tabs of one that has some. */
async function looksOf(context: BrowserContext, url: string, { states, isLookedAt }: Sweep): Promise<Look[]> {
  const read = async <Body>(path: string) => {
    const answer = await context.request.get(`${url}${path}`);
    return answer.ok() ? ((await answer.json()) as Body) : null;
  };
  const acts = (await read<{ acts: Record<string, string[]> }>("/api/v1/me"))?.acts ?? {};
  const addresses: Omit<Look, "state">[] = [{ name: "home", address: "/", view: "list" }];
  for (const page of (await consolePages()).filter(isLookedAt ?? (() => true))) {
    if (!(acts[resourceAtAddress(page.resource)] ?? []).includes("read")) continue;
    const { resource, view } = page;
    const records =
      view === "list" || view === "create"
        ? [{ id: "" }]
        : await read<{ id: string; state?: string }[]>(`/api/v1/${resource}?range=[0,24]`);
    // One record of each state: what may be done, and with it the page, is another one.
    const ofEachState = new Map((records ?? []).map((record) => [record.state, record.id]));
    for (const [state, id] of ofEachState) {
      const name = [resource, view, state].filter(Boolean).join(" ");
      addresses.push({ name, address: addressOf(page, id), view });
    }
  }
  return addresses.flatMap((each) => states.map((state) => ({ ...each, state })));
}

/** What stands where something is still being fetched. */
const outline = "main [role=status], main [role=progressbar]";

async function settle(page: Page, state: PageState): Promise<void> {
  if (state === "loading") return page.locator(outline).first().waitFor({ timeout: patience });
  await page.locator("main h1, main [role=alert]").first().waitFor({ timeout: patience });
  await page.waitForLoadState("networkidle");
  const waits = page.locator('main [role=status][aria-label="正在打开…"], main [role=progressbar]');
  await waits.first().waitFor({ state: "detached", timeout: patience });
}

async function lookAt(page: Page, root: string, { name, address, state }: Look): Promise<string[]> {
  const release = await putInto(page, state);
  try {
    await page.goto(`${root}${address}`);
    await settle(page, state);
    return await soundness(page, `${name}, ${state}`);
  } catch (cause) {
    return [`${name}, ${state}: ${String(cause).split("\n")[0]}`];
  } finally {
    await release();
  }
}

async function soundness(page: Page, where: string): Promise<string[]> {
  const found = await axeFindings(page);
  if ((await overflowOf(page)) > 0) found.push("wider than its window");
  found.push(...technicalWords(await visibleText(page)).map((word) => `a word of programs: ${word}`));
  return found.map((each) => `${where}: ${each}`);
}

/** What opens the dialog of an act: on a list the making of a record, on a record what may be done to it. Other pages have forms of their own. */
const opensDialog: Partial<Record<ConsolePage["view"], string>> = {
  list: ".MuiButton-contained[type=button]:not(:disabled)",
  show: '[role=group][aria-label="可以办的事"] button',
};

/** Opens the dialog of every act that has a button on the page, or what says why it is not open yet, and leaves it again. */
async function openDialogs(page: Page, { name, view }: Look, looks: string[]): Promise<string[]> {
  const findings: string[] = [];
  const opens = opensDialog[view];
  if (opens === undefined) return findings;
  const buttons = page.getByRole("main").locator(opens);
  const labels = [...new Set(await buttons.allInnerTexts())].filter((label) => label !== "");
  for (const label of labels) {
    const where = `${name}, dialog ${label}`;
    try {
      const button = buttons.filter({ hasText: new RegExp(`^\\s*${label.replaceAll(/[()]/g, "\\$&")}\\s*$`) }).first();
      // What is not open yet unfolds why below its button.
      const reasons = await button.getAttribute("aria-controls");
      const dialog = page.getByRole("dialog");
      await button.click();
      if (reasons === null) await dialog.locator("form, [role=alert]").first().waitFor({ timeout: patience });
      else await page.locator(`[id="${reasons}"]`).waitFor({ timeout: patience });
      await page.waitForLoadState("networkidle");
      looks.push(where);
      findings.push(...(await soundness(page, where)));
      if (reasons === null) await page.keyboard.press("Escape");
      else await button.click();
      await dialog.waitFor({ state: "detached" });
    } catch (cause) {
      findings.push(`${where}: ${String(cause).split("\n")[0]}`);
      await page.reload();
    }
  }
  return findings;
}
