import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { createPersonalKeys, type Database, findTelegramBot, openDatabase, readHolidayCalendar } from "@shifan/db";
import { fillObligations, fillReaders, listTold, recipientOf, startPostgresql } from "@shifan/db/testing";
import { shippedPolicies } from "@shifan/rules/shipped";
import { startProgram } from "../program.ts";
import { drawFrom } from "../random.ts";
import { bundles } from "../repository.ts";
import { settableClock, startServer } from "../server.ts";
import type { CountOfChanges } from "./year/changes.ts";
import { firstDay, foundCity, lastDay } from "./year/city.ts";
import { Expectation } from "./year/expectation.ts";
import { type Lateness, measureLateness } from "./year/lateness.ts";
import { perSecond, startProviders } from "./year/providers.ts";
import { type DayGone, Walk } from "./year/walk.ts";
import { addDays, isWorked, nextWorked } from "./year/working-days.ts";

export interface YearProof {
  /** Organizations, each with a title and somebody who acts for it. */
  readonly size: number;
  readonly seed: number;
  /** How many days pass between two on which the server and the bot are killed; as many between storms. */
  readonly killEvery: number;
  /** Every day is gone through, with somebody who is told something on each; otherwise only those on which something is due or changes. */
  readonly isDaily: boolean;
}

export interface YearFindings {
  readonly organizations: number;
  readonly days: { readonly goneThrough: number; readonly stormy: number };
  readonly kills: { readonly server: number; readonly bot: number };
  readonly reminders: number;
  readonly messages: number;
  /** Messages that came more than once, each because nobody heard that it had been taken. */
  readonly repeated: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly changes: CountOfChanges;
  readonly lateness: Lateness;
}

/** How many messages must have left within ten seconds, where the provider and its limit did not keep them. */
const shareInTime = 0.99;

/**
 * Lets the server and the bot live through a year of reminders, with its providers failing, with kills, and with duties that are met, moved and stopped. What is to
 * be told on each day is counted out a second time.
 *
 * @throws Error at the first reminder that is missing, doubled or not to be told
 */
export async function proveYear(
  { size, seed, killEvery, isDaily }: YearProof,
  say: (line: string) => void = () => {},
): Promise<YearFindings> {
  const draw = drawFrom(seed);
  const postgresql = await startPostgresql();
  const providers = await startProviders(draw);
  const [policy] = shippedPolicies.toReversed();
  if (policy === undefined) throw new Error("no policy is shipped");
  const city = foundCity(
    size,
    policy.districts.map(({ id }) => id),
    { isDaily, hasBot: true },
  );
  const url = await postgresql.createDatabase();
  const opened = await openDatabase({ url });
  const clock = await settableClock();
  try {
    const key = randomBytes(32);
    const at = new Date(`${firstDay}T00:00:00+08:00`);
    await fillReaders(opened.database, city.readers, { keys: createPersonalKeys([key]), at });
    await fillObligations(opened.database, city.obligations, at);
    const { database } = opened;
    // The first day of work is known to be the fourth or fifth; whatever was missed before is told then.
    await clock.set(`${firstDay}T00:00:00+08:00`);
    const SERVICE_TOKEN = randomBytes(16).toString("hex");
    const settings = { SHIFAN_NOW: clock.setting, DATA_KEY: key.toString("hex"), SERVICE_TOKEN, ...providers.settings };
    // Without a channel it could only leave things in the inbox: it brings the calendar and is stopped again.
    const calendarServer = await startServer({ databaseUrl: url, settings: { SHIFAN_NOW: clock.setting } });
    await calendarServer.stop();
    const days = await readHolidayCalendar(database, [2025, 2026, 2027]);
    const expectation = new Expectation(policy.reminders.rules, days, city.duties);
    let day = nextWorked(firstDay, days);
    await clock.set(`${day}T08:00:00+08:00`);
    const server = await startServer({ databaseUrl: url, settings });
    const startBot = () =>
      startProgram(bundles.bot, { ...providers.settingsOfBot, API_URL: server.url, SERVICE_TOKEN, BOT_PORT: "0" });
    const walk = new Walk({ server, startBot, database, setClock: clock.set, city, expectation, providers, draw });
    try {
      await botAtWork(database);
      const gone: DayGone[] = [];
      let busyDays = 0;
      let bigDays = 0;
      for (;;) {
        const tellings = expectation.on(day).length;
        const isBusy = tellings > 0;
        if (isBusy) busyDays += 1;
        // In full, of the days on which most are told something one has a storm, one a kill, and of one the server's own pace is seen.
        const isBig = isDaily && tellings > size / 2;
        if (isBig) bigDays += 1;
        const plan = {
          isKilled: isBig ? bigDays % 3 === 2 : isBusy && busyDays % killEvery === 0,
          isStormy: isBig ? bigDays % 3 === 1 : isBusy && busyDays % killEvery === Math.floor(killEvery / 2),
          stopsBefore: isBusy && draw(3) === 0,
          hasEvening: isBusy && draw(3) === 0,
        };
        const dayAfter = nextWorked(day, days);
        gone.push(await walk.goThrough(day, dayAfter, plan));
        say(
          `${day}: ${gone.at(-1)?.receipts.length} messages${plan.isKilled ? ", killed" : ""}${plan.isStormy ? ", storm" : ""}`,
        );
        const next = isDaily || plan.hasEvening ? dayAfter : expectation.nextDay(day);
        if (next === null || next > lastDay) break;
        if (isDaily)
          for (let off = addDays(day, 1); off < next; off = addDays(off, 1))
            if (!isWorked(off, days)) await walk.passOver(off);
        day = next;
      }
      await requireLedger(database, expectation);
      const { receipts } = providers;
      const ids = new Set(receipts.map(({ id }) => id));
      const lateness = measureLateness(gone, perSecond);
      if (isDaily && lateness.shareWithinTenSeconds < shareInTime)
        throw new Error(`too late: ${JSON.stringify(lateness)}`);
      return {
        organizations: size,
        days: { goneThrough: gone.length, stormy: gone.filter(({ plan }) => plan.isStormy).length },
        kills: {
          server: walk.absences.filter(({ of }) => of === "server").length,
          bot: walk.absences.filter(({ of }) => of === "bot").length,
        },
        reminders: expectation.told.size,
        messages: ids.size,
        repeated: receipts.length - ids.size,
        faults: providers.faults,
        changes: walk.changes,
        lateness,
      };
    } finally {
      await walk.bot.kill();
      await walk.server.stop();
    }
  } finally {
    await opened.close();
    await providers.stop();
    await postgresql.stop();
  }
}

/** Waits until a bot has told its name: before, nobody is reached by it. */
async function botAtWork(database: Database): Promise<void> {
  while ((await findTelegramBot(database, new Date(0))) === null) await wait(100);
}

/** The ledger says of each reminder that it was sent, and of no other; no message was given up. */
async function requireLedger(database: Database, expectation: Expectation): Promise<void> {
  const recipients = new Map(expectation.duties.map(({ reader }) => [recipientOf(reader), reader]));
  const told = (await listTold(database)).map(({ subject, recordId, recipient, occasion, dueOn, messageState }) => {
    const record = subject === "yearly_round" ? subject : recordId;
    const key = `${subject} | ${record} | ${recipients.get(recipient)} | ${occasion} | ${dueOn}`;
    if (messageState !== "sent") throw new Error(`${key} is ${messageState}`);
    return key;
  });
  const once = new Set(told);
  if (once.size !== told.length) throw new Error(`${told.length - once.size} reminders were told twice`);
  const missing = [...expectation.told].filter((key) => !once.has(key));
  const unasked = told.filter((key) => !expectation.told.has(key));
  if (missing.length + unasked.length > 0)
    throw new Error(
      `${missing.length} are missing, as ${missing[0]}; ${unasked.length} nobody expects, as ${unasked[0]}`,
    );
}
