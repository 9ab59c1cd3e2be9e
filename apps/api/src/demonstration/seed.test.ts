import type { Panel, ReviewSummary } from "@shifan/contract";
import { readDemonstration } from "@shifan/db";
import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createBrowser, signIn } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, policyId, type TestApp, testPersonalKeys } from "../../testing/app.ts";
import { actByTheClock } from "../acts/clock-acts.ts";
import { createPrinter } from "../documents/printer/printer.ts";
import { addDemonstrationAccounts, demonstrationPassword } from "./accounts.ts";
import { castOf } from "./cast.ts";
import type { Answering } from "./person.ts";
import type { Progress } from "./progress.ts";
import { createStageClock, seedDemonstration } from "./seed.ts";

const opened = await openEmbeddedTestDatabase();
const printer = createPrinter();
const clock = createSettableClock(new Date("2026-11-26T09:00:00+08:00"));
const stageClock = createStageClock(clock);
let app: TestApp;
const told: Progress[] = [];

/** Every title of the first round, which plays its part after the certificate; of the rest one case of each kind of end. */
const wanted = [
  "1 certified",
  "1 objection_upheld",
  "1 objection_pending",
  "2 draft",
  "2 accepted",
  "2 returned",
  "2 scoring_overdue",
];
const cases = castOf(["410105", "410172", "410103"]).filter(
  ({ round, goal }, index, all) =>
    `${round} ${goal}` === "0 certified" ||
    (wanted.includes(`${round} ${goal}`) &&
      all.findIndex((each) => each.round === round && each.goal === goal) === index),
);

/** @param steps how many requests the play may make before it is broken off */
async function play(steps = Number.POSITIVE_INFINITY): Promise<void> {
  const { database, catalog } = app;
  const policy = catalog.all().findLast(({ id }) => id === policyId);
  if (policy === undefined) throw new Error("there is no policy");
  let left = steps;
  const asked: Answering = {
    request: (path, init) => {
      left -= 1;
      if (left < 0) throw new Error("broken off");
      return app.app.request(path, init);
    },
  };
  const due = { database, catalog, clock: stageClock, defaultPolicy: policyId, personalKeys: testPersonalKeys };
  const passTime = async () => {
    while ((await actByTheClock(due)) > 0);
  };
  const services = { database, app: asked, stageClock, clock, policy, printer, passTime, cases };
  await seedDemonstration(services, (progress) => told.push(progress));
}

beforeAll(async () => {
  // The product of the play, on the clock of the play.
  app = await createTestApp({ opened, demo: true, clock: { ...stageClock, forward: () => {} } });
  await addDemonstrationAccounts({ database: app.database, clock });
}, 120_000);
afterAll(async () => {
  await printer.close();
  await opened.close();
});

it("is broken off anywhere and goes on to the same end, and is made once", async () => {
  await expect(play(60)).rejects.toThrow("broken off");
  await expect(play(250)).rejects.toThrow("broken off");
  expect((await readDemonstration(app.database))?.finishedAt).toBeNull();
  await play();
  expect(told.at(-1)).toMatchObject({ state: "ready" });
  expect((await readDemonstration(app.database))?.finishedAt).not.toBeNull();
  const city = createBrowser(app);
  await signIn(city, "city@demo.shifan", demonstrationPassword);
  const listed = await city.call("/api/v1/applications?range=[0,99]");
  const states = (listed.body as { year: number; state: string }[]).map(({ year, state }) => `${year} ${state}`);
  expect(states.toSorted()).toEqual([
    "2024 certified",
    "2025 objected",
    "2025 rejected",
    "2026 accepted",
    "2026 received",
    "2026 returned",
  ]);
  // A second start finds it made, and asks for nothing.
  await play(0);
}, 240_000);

it("has a case whose last day for scoring is over, with one sheet awaited and the case open", async () => {
  const today = await createTestApp({ opened, demo: true, clock });
  const city = createBrowser(today);
  await signIn(city, "city@demo.shifan", demonstrationPassword);
  const { body } = await city.call("/api/v1/reviews?range=[0,99]");
  const awaited = (body as ReviewSummary[]).filter(({ state }) => state !== "submitted");
  expect(awaited).toMatchObject([{ state: "assigned", dueOn: "2026-10-28", overdueDays: 29 }]);
  const { body: panel } = await city.call(`/api/v1/applications/${awaited[0]?.applicationId}/panel`);
  const late = (panel as Panel).reviews.map(({ state, overdueDays }) => [state, overdueDays]);
  expect(late.toSorted()).toEqual([
    ["assigned", 29],
    ["submitted", 0],
    ["submitted", 0],
  ]);
});

it("has a certificate that anybody can check, and a draft for whoever tries it", async () => {
  const visitor = createBrowser(app);
  expect((await visitor.call("/api/v1/public/certificates/ZZSF-2024-001")).body).toMatchObject({
    validFrom: "2024-08-28",
  });
  const applicant = createBrowser(app);
  await signIn(applicant, "applicant@demo.shifan", demonstrationPassword);
  expect((await applicant.call("/api/v1/applications")).body).toMatchObject([{ state: "draft", year: 2026 }]);
});
