import type {
  Inspection,
  Interpretation,
  Obligation,
  OrganizationChange,
  PackageSummary,
  Panel,
  Report,
  ReviewSummary,
  Sanction,
  Title,
} from "@shifan/contract";
import { readDemonstration, trackedRecords } from "@shifan/db";
import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createBrowser, signIn } from "../../testing/accounts.ts";
import { createSettableClock, createTestApp, policyId, type TestApp, testPersonalKeys } from "../../testing/app.ts";
import { verifyRecords } from "../../testing/trail.ts";
import { actByTheClock } from "../acts/clock-acts.ts";
import { createPrinter } from "../documents/printer/printer.ts";
import { addDemonstrationAccounts, demonstrationPassword } from "./accounts.ts";
import { castOf } from "./cast.ts";
import type { Answering } from "./person.ts";
import { parts } from "./play/supervision/titles.ts";
import type { Progress } from "./progress.ts";
import { createStageClock, seedDemonstration } from "./seed.ts";

const opened = await openEmbeddedTestDatabase();
const printer = createPrinter();
const clock = createSettableClock(new Date("2026-11-26T09:00:00+08:00"));
const stageClock = createStageClock(clock);
let app: TestApp;
const told: Progress[] = [];

const districts = ["410105", "410172", "410103"];
/** One case of each kind of end; of the oldest round as many titles as there are parts to play after the certificate. */
const wanted = [
  "1 certified",
  "1 objection_upheld",
  "1 objection_pending",
  "2 draft",
  "2 accepted",
  "2 returned",
  "2 scoring_overdue",
];
const cast = castOf(districts);
const firsts = cast.filter(({ round, goal }) => round === 0 && goal === "certified").slice(0, parts.length);
const cases = [
  ...firsts,
  ...cast.filter(
    ({ round, goal }, index, all) =>
      wanted.includes(`${round} ${goal}`) &&
      all.findIndex((each) => each.round === round && each.goal === goal) === index,
  ),
];

/** @param isLast tells the request that breaks the play off, from its path and how many went before it */
async function play(isLast: (path: string, before: number) => boolean = () => false): Promise<void> {
  const { database, catalog } = app;
  const policy = catalog.all().findLast(({ id }) => id === policyId);
  if (policy === undefined) throw new Error("there is no policy");
  let before = 0;
  const asked: Answering = {
    request: (path, init) => {
      if (isLast(path, before)) throw new Error("broken off");
      before += 1;
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
  const after = (requests: number) => (_: string, before: number) => before >= requests;
  const at = (words: string) => (path: string) => path.includes(words);
  for (const isLast of [after(250), at("/state-case"), at("/spot-check-draws")]) {
    await expect(play(isLast)).rejects.toThrow("broken off");
  }
  expect((await readDemonstration(app.database))?.finishedAt).toBeNull();
  await play();
  expect(told.at(-1)).toMatchObject({ state: "ready" });
  expect((await readDemonstration(app.database))?.finishedAt).not.toBeNull();
  const city = createBrowser(app);
  await signIn(city, "city@demo.shifan", demonstrationPassword);
  const listed = await city.call("/api/v1/applications?range=[0,99]");
  const states = (listed.body as { year: number; state: string }[]).map(({ year, state }) => `${year} ${state}`);
  expect(states.toSorted()).toEqual([
    ...firsts.map(() => "2024 certified"),
    "2025 certified",
    "2025 objected",
    "2025 rejected",
    "2026 accepted",
    "2026 received",
    "2026 returned",
  ]);
  // A second start finds it made, and asks for nothing.
  await play(() => true);
}, 600_000);

/** How many of a list are in which state, as the city sees them at the end: "revocation published" → 1. */
async function countedBy<Row>(path: string, words: (row: Row) => string): Promise<Readonly<Record<string, number>>> {
  const today = await createTestApp({ opened, demo: true, clock });
  const city = createBrowser(today);
  await signIn(city, "city@demo.shifan", demonstrationPassword);
  const listed: Row[] = [];
  for (let from = 0; listed.length === from; from += 100) {
    const { body } = await city.call(`${path}?range=[${from},${from + 99}]`);
    listed.push(...(body as Row[]));
  }
  const grouped = Map.groupBy(listed, words);
  return Object.fromEntries([...grouped].map(([word, rows]) => [word, rows.length]));
}

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

describe("after the certificate", () => {
  it("has titles that stand, ended and expired", async () => {
    const titles = await countedBy<Title>("/api/v1/certifications", ({ standing }) => standing);
    expect(titles).toEqual({ valid: 9, expired: 2, cancelled: 2, revoked: 2 });
  });

  it("has reports in every state, and packages of every district", async () => {
    const reports = await countedBy<Report>("/api/v1/reports", ({ period, state }) => `${period} ${state}`);
    expect(reports).toEqual({
      "2024-H1 received": 1,
      "2024 received": 1,
      "2025-H1 received": 11,
      "2025 received": 9,
      "2026-H1 drafted": 1,
      "2026-H1 forwarded": 2,
      "2026-H1 received": 3,
      "2026-H1 sent_to_district": 2,
    });
    const packages = await countedBy<PackageSummary>("/api/v1/packages", ({ period, state }) => `${period} ${state}`);
    // The one that its district still prepares is not for the city to see.
    expect(packages).toEqual({
      "2024-H1 received": 2,
      "2024 received": 1,
      "2025-H1 received": 4,
      "2025 received": 4,
      "2026-H1 sent": 1,
      "2026-H1 received": 2,
    });
  });

  it("has inspections, spot checks and appraisals, done and to come", async () => {
    const inspections = await countedBy<Inspection>(
      "/api/v1/inspections",
      ({ kind, state, result }) => `${kind} ${state} ${result}`,
    );
    expect(inspections).toEqual({
      "appraisal closed absent": 1,
      "appraisal closed passed": 1,
      "periodic_inspection carried_out passed": 1,
      "periodic_inspection closed passed": 33,
      "periodic_inspection planned null": 1,
      "spot_check carried_out failed": 1,
      "spot_check closed failed": 2,
      "spot_check closed passed": 1,
      "spot_check planned null": 2,
    });
  });

  it("has sanctions, an interpretation, changes and a title put forward to the province", async () => {
    const sanctions = await countedBy<Sanction>("/api/v1/sanctions", ({ kind, state }) => `${kind} ${state}`);
    expect(sanctions).toEqual({
      "cancellation published": 1,
      "cancellation proposed": 1,
      "revocation published": 1,
      "revocation reinstated": 1,
    });
    const interpretations = await countedBy<Interpretation>("/api/v1/interpretations", ({ state }) => state);
    expect(interpretations).toEqual({ issued: 1 });
    const changes = await countedBy<OrganizationChange>(
      "/api/v1/organization-changes",
      ({ kind, state }) => `${kind} ${state}`,
    );
    expect(changes).toEqual({ "legal_representative accepted": 1, "address reported": 1 });
    const recommended = await countedBy<Title>("/api/v1/certifications", ({ recommendations }) =>
      String(recommendations[0]?.result),
    );
    expect(recommended).toMatchObject({ recognized: 1 });
    const draws = await countedBy<{ state: string }>("/api/v1/spot-check-draws", ({ state }) => state);
    expect(draws).toEqual({ drawn: 1 });
  });

  it("has obligations that are done, late with a reason, late and to come", async () => {
    const owed = await countedBy<Obligation>("/api/v1/obligations", ({ kind, standing }) => `${kind} ${standing}`);
    expect(owed).toEqual({
      "annual_package done": 5,
      "annual_package due": 3,
      "annual_report done": 10,
      "annual_report due": 9,
      "annual_report not_applicable": 16,
      "appraisal done": 1,
      "appraisal late": 1,
      "half_year_package done": 8,
      "half_year_package done_late": 1,
      "half_year_package late": 1,
      "half_year_report done": 18,
      "half_year_report done_late": 1,
      "half_year_report late": 4,
      "half_year_report not_applicable": 1,
      "periodic_inspection done": 33,
      "periodic_inspection due": 9,
      "periodic_inspection not_applicable": 16,
      "renewal due": 2,
      "yearly_round done": 1,
      "yearly_round due": 1,
      "yearly_round late": 1,
    });
  });

  it("stands whole in the audit trail", async () => {
    const kinds = trackedRecords.map(({ resource }) => resource);
    expect(await verifyRecords(app.database, kinds)).toMatchObject({ sound: true });
  });
});
