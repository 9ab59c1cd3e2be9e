import { launchBrowser } from "../browser.ts";
import { crawl } from "../console/crawl.ts";
import { consoleCallers, openPlantedWorld } from "../console/planted-world.ts";
import { mayRead } from "../console/readers.ts";
import { pageStates } from "../console/states.ts";
import { sweepConsole } from "../console/sweep.ts";
import { Traffic } from "../console/traffic.ts";
import { signIn } from "../procedure.ts";

export interface ConsoleFindings {
  readonly roles: readonly { readonly mailbox: string; readonly looks: number; readonly answers: number }[];
}

/**
 * Looks at every page of the console as everybody in office: loaded, empty, refused, unreachable and still loading, with every act's dialog; and
 * searches all that they are answered meanwhile for personal values that they may not read.
 *
 * @throws Error with what is wrong, and where
 */
export async function proveConsole(say: (line: string) => void = () => {}): Promise<ConsoleFindings> {
  const [world, browser] = await Promise.all([openPlantedWorld(), launchBrowser()]);
  try {
    const roles = [];
    const wrong: string[] = [];
    for (const { mailbox, role } of consoleCallers) {
      const traffic = new Traffic();
      await crawl(world.server.url, await signIn(world.server.url, mailbox), world.ids, traffic);
      const { looks, findings } = await sweepConsole(browser, world.server.url, {
        mailbox,
        states: pageStates,
        withDialogs: true,
        onPage: (page) => traffic.listen(page),
      });
      const answers = await traffic.settled();
      const leaks = traffic.seenOf(world.canaries).filter(({ keptIn }) => !mayRead(role, keptIn));
      wrong.push(...findings, ...leaks.map(({ keptIn, addresses }) => `${mailbox}: ${keptIn} from ${addresses}`));
      say(`${mailbox}: ${looks.length} looks, ${answers} answers, ${findings.length + leaks.length} wrong`);
      roles.push({ mailbox, looks: looks.length, answers });
    }
    if (wrong.length > 0) throw new Error([...new Set(wrong)].join("\n"));
    return { roles };
  } finally {
    await browser.close();
    await world.stop();
  }
}
