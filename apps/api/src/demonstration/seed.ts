import { type Database, finishDemonstration, readDemonstration, startDemonstration } from "@shifan/db";
import type { Policy } from "@shifan/rules";
import { type Clock, dayInShanghai } from "../clock.ts";
import { heading, paragraph } from "../documents/description/build.ts";
import type { Printer } from "../documents/printer/printer.ts";
import { addBackgroundAccounts, demonstrationPassword, officerMailbox } from "./accounts.ts";
import { demonstrationCalendar } from "./calendar.ts";
import { castOf, type DemonstrationCase } from "./cast.ts";
import { type Answering, openBrowser, type Person, signIn } from "./person.ts";
import { openPool, pool } from "./play/city.ts";
import { playRound } from "./play/round.ts";
import type { Stage } from "./play/stage.ts";
import { playFirstYear } from "./play/supervision/first-year.ts";
import { playPaperYear } from "./play/supervision/paper-year.ts";
import { playPresent } from "./play/supervision/present.ts";
import { supervisedTitles } from "./play/supervision/titles.ts";
import { imported, importTitles } from "./play/titles.ts";
import type { Progress } from "./progress.ts";

/** A clock that the play sets; the machine's time stays the machine's. */
export type StageClock = Clock & { set(instant: Date): void };

export function createStageClock(real: Clock): StageClock {
  let instant = real.now();
  return {
    now: () => instant,
    today: () => dayInShanghai(instant),
    machine: real.machine,
    isReal: false,
    set: (to) => {
      instant = to;
    },
  };
}

export type SeedServices = {
  readonly database: Database;
  /** The product as people see it, on the stage's clock. */
  readonly app: Answering;
  readonly stageClock: StageClock;
  /** The product's own clock. */
  readonly clock: Clock;
  readonly policy: Policy;
  readonly printer: Printer;
  /** What the clock does by itself, at the stage's time. */
  passTime(): Promise<unknown>;
  /** By default the whole cast. */
  readonly cases?: readonly DemonstrationCase[];
};

/**
 * Fills the demonstration's city: some sixty organizations in every district over three rounds, all through the product's own acts, as a function of the
 * month in which it first ran. Broken off, it goes on where it was; finished, it does nothing.
 *
 * @throws Error when the product refuses a step: then the play does not fit the product
 */
export async function seedDemonstration(services: SeedServices, report: (progress: Progress) => void): Promise<void> {
  const { database, clock, policy } = services;
  const known = await readDemonstration(database);
  if (known?.finishedAt) return report({ state: "ready", done: 1, total: 1 });
  const startedOn = known?.startedOn ?? clock.today();
  if (known === null) await startDemonstration(database, startedOn);
  const calendar = demonstrationCalendar(startedOn);
  const districts = policy.document.districts.map(({ id }) => id);
  const cases = services.cases ?? castOf(districts);
  await addBackgroundAccounts(services, {
    districts,
    experts: pool.map(({ mailbox }) => mailbox).slice(3),
    applicants: [imported.mailbox, ...cases.map(({ organization }) => organization.mailbox)],
  });
  const stage = stageOf(services);
  // Handing in, the district, the review, and for the rounds that are over the publicity; then the three times after the certificate.
  const total = cases.reduce((sum, { round }) => sum + (calendar.rounds[round]?.selection === null ? 3 : 4), 3);
  let done = 0;
  const onDone = () => {
    done += 1;
    report({ state: "preparing", done, total });
  };
  report({ state: "preparing", done, total });
  const first = calendar.rounds[0];
  const last = calendar.rounds.at(-1);
  if (first === undefined || last === undefined) throw new Error("the demonstration has no round");
  stage.setTime(first.opens);
  await openPool(stage);
  const expiring = await importTitles(stage, first.year);
  for (const [index, days] of calendar.rounds.entries()) {
    const own = cases.filter(({ round }) => round === index);
    await playRound(stage, days, own, onDone);
    if (days.year === first.year) {
      await playPaperYear(stage, { year: days.year, expiring });
      onDone();
    }
    // Once the second round has its certificates, and before the last one opens.
    if (days.year === first.year + 1) {
      await playFirstYear(stage, await supervisedTitles(stage, cases), days.year);
      onDone();
    }
  }
  await playPresent(stage, await supervisedTitles(stage, cases), last);
  onDone();
  await finishDemonstration(database, clock.now());
  report({ state: "ready", done: total, total });
}

function stageOf({ app, stageClock, printer, passTime, clock }: SeedServices): Stage {
  const people = new Map<string, Promise<Person>>();
  const papers = new Map<string, Promise<Uint8Array>>();
  const person = (mailbox: string) => {
    const known = people.get(mailbox) ?? signIn(app, `${mailbox}@demo.shifan`, demonstrationPassword);
    people.set(mailbox, known);
    return known;
  };
  const print = (label: string) => {
    const blocks = [heading(1, label), paragraph([`这是“${label}”的示例。演示数据，不具效力。`])];
    const document = { title: label, sheets: [{ title: label, part: "", blocks }], stamp: null, demonstration: true };
    return printer.print({ ...document, madeOn: clock.today() }, "pdf");
  };
  return {
    // In the middle of the morning, by the minute: nothing of the play falls into the same instant as an end of a day.
    setTime: (day, hour = 10) => stageClock.set(new Date(`${day}T${String(hour).padStart(2, "0")}:00:00+08:00`)),
    passTime: async () => {
      await passTime();
    },
    person,
    visitor: openBrowser(app),
    officerOf: (district) => person(officerMailbox(district)),
    paper: (label) => {
      const known = papers.get(label) ?? print(label);
      papers.set(label, known);
      return known;
    },
  };
}
