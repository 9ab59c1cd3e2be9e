import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../browser.ts";
import { serveConsoleWorld } from "../console/served-world.ts";
import { administratorTasks } from "../console/tasks/administrator-tasks.ts";
import { cityTasks } from "../console/tasks/city-tasks.ts";
import { districtTasks } from "../console/tasks/district-tasks.ts";
import { doTask } from "../console/tasks/do-task.ts";
import { laterTasks } from "../console/tasks/later-tasks.ts";
import { type Office, openOffice } from "../console/tasks/office.ts";
import type { Task } from "../console/tasks/task.ts";
import { visitConsole } from "../console.ts";

/** Every task, in the order in which they are done. */
export const tasks: readonly Task[] = [...districtTasks, ...cityTasks, ...administratorTasks, ...laterTasks];

export interface TasksFindings {
  readonly done: readonly string[];
}

/** Everybody's tasks in a world of their own. @throws Error with every task that could not be done, and why */
export async function proveTasks(say: (line: string) => void = () => {}): Promise<TasksFindings> {
  const [world, browser] = await Promise.all([serveConsoleWorld(), launchBrowser()]);
  try {
    return { done: await doTasks(await openOffice({ ...world, url: world.server.url }), browser, tasks, say) };
  } finally {
    await browser.close();
    await world.stop();
  }
}

/**
 * Does tasks of those in office through the pages of the console, one after the other.
 *
 * @returns the acts that were done
 * @throws Error with every task that could not be done, and why
 */
export async function doTasks(
  office: Office,
  browser: Browser,
  wanted: readonly Task[],
  say: (line: string) => void = () => {},
): Promise<readonly string[]> {
  const pages = new Map<string, Promise<Page>>();
  const failed: string[] = [];
  for (const task of wanted) {
    const line = await pageOf(pages, browser, office.url, task.by)
      .then((page) => doTask(page, office, task))
      .then(
        () => `${task.act}: done`,
        (cause: Error) => {
          failed.push(`${task.act}: ${cause.message}`);
          return failed.at(-1) as string;
        },
      );
    say(line);
  }
  for (const page of pages.values()) await (await page).context().close();
  if (failed.length > 0) throw new Error(failed.join("\n"));
  return wanted.map(({ act }) => act);
}

/** Everybody stays signed in at one page. */
function pageOf(pages: Map<string, Promise<Page>>, browser: Browser, url: string, mailbox: string): Promise<Page> {
  const open = pages.get(mailbox) ?? visitConsole(browser, `${url}/admin/`, mailbox).then(({ page }) => page);
  pages.set(mailbox, open);
  return open;
}
