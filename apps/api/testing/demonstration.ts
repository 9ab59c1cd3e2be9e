import type { OpenDatabase } from "@shifan/db";
import { actByTheClock } from "../src/acts/clock-acts.ts";
import { addDemonstrationAccounts, demonstrationPassword } from "../src/demonstration/accounts.ts";
import type { DemonstrationCase } from "../src/demonstration/cast.ts";
import type { Answering } from "../src/demonstration/person.ts";
import type { Progress } from "../src/demonstration/progress.ts";
import { createStageClock, seedDemonstration } from "../src/demonstration/seed.ts";
import { createPrinter } from "../src/documents/printer/printer.ts";
import { createBrowser, signIn } from "./accounts.ts";
import { createSettableClock, createTestApp, policyId, testPersonalKeys } from "./app.ts";

/** Tells the request that breaks a play off, from its path and how many went before it. */
export type BreaksOff = (path: string, before: number) => boolean;

/** The demonstration of a test, as a start of the product makes it. */
export type TestDemonstration = Awaited<ReturnType<typeof openDemonstration>>;

/** A demonstration on a database of the test, looked at on 2026-11-26. @param cases by default the whole cast */
export async function openDemonstration(opened: OpenDatabase, cases?: readonly DemonstrationCase[]) {
  const clock = createSettableClock(new Date("2026-11-26T09:00:00+08:00"));
  const stageClock = createStageClock(clock);
  const printer = createPrinter();
  const told: Progress[] = [];
  // The product of the play stands on the clock of the play.
  const stage = await createTestApp({ opened, demo: true, clock: { ...stageClock, forward: () => {} } });
  const { database, catalog } = stage;
  await addDemonstrationAccounts({ database, clock });
  const policy = catalog.all().findLast(({ id }) => id === policyId);
  if (policy === undefined) throw new Error("there is no policy");
  const due = { database, catalog, clock: stageClock, defaultPolicy: policyId, personalKeys: testPersonalKeys };
  const passTime = async () => {
    while ((await actByTheClock(due)) > 0);
  };
  const today = await createTestApp({ opened, demo: true, clock });
  const browserOf = async (mailbox: string) => {
    const browser = createBrowser(today);
    await signIn(browser, `${mailbox}@demo.shifan`, demonstrationPassword);
    return browser;
  };
  return {
    database,
    told,
    today,
    /** Somebody of the demonstration, signed in today. */
    browserOf,
    /** All of a list as somebody sees it today. */
    listOf: async <Row>(mailbox: string, path: string): Promise<readonly Row[]> => {
      const browser = await browserOf(mailbox);
      const rows: Row[] = [];
      for (let from = 0; rows.length === from; from += 100) {
        const separator = path.includes("?") ? "&" : "?";
        const { status, body } = await browser.call(`${path}${separator}range=[${from},${from + 99}]`);
        if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
        rows.push(...(body as Row[]));
      }
      return rows;
    },
    play: async (isLast: BreaksOff = () => false) => {
      let before = 0;
      const app: Answering = {
        request: (path, init) => {
          if (isLast(path, before)) throw new Error("broken off");
          before += 1;
          return stage.app.request(path, init);
        },
      };
      const services = { database, app, stageClock, clock, policy, printer, passTime };
      await seedDemonstration({ ...services, ...(cases === undefined ? {} : { cases }) }, (each) => told.push(each));
    },
    close: () => printer.close(),
  };
}

/** How many rows there are of each word: "revocation published" → 1. */
export function countedBy<Row>(rows: readonly Row[], word: (row: Row) => string): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(rows, word)].map(([each, some]) => [each, some.length]));
}
