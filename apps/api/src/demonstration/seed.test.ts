import { readDemonstration, trackedRecords } from "@shifan/db";
import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type BreaksOff, countedBy, openDemonstration, type TestDemonstration } from "../../testing/demonstration.ts";
import { verifyRecords } from "../../testing/trail.ts";
import { castOf } from "./cast.ts";

/* A smaller city, because it is begun again and again: one case of each kind of end, and one title of the oldest round. */
const wanted = ["0 certified", "1 certified", "1 objection_pending", "2 draft", "2 returned", "2 scoring_overdue"];
const cast = castOf(["410105", "410172", "410103"]);
const cases = wanted.flatMap((word) => cast.find(({ round, goal }) => `${round} ${goal}` === word) ?? []);

const opened = await openEmbeddedTestDatabase();
let city: TestDemonstration;

beforeAll(async () => {
  city = await openDemonstration(opened, cases);
}, 120_000);
afterAll(async () => {
  await city.close();
  await opened.close();
});

it("is broken off anywhere and goes on to the same end, and is made once", async () => {
  const after = (requests: number) => (_: string, before: number) => before >= requests;
  const at = (words: string) => (path: string) => path.includes(words);
  const breaks: readonly BreaksOff[] = [after(150), at("/applications/acts"), at("/spot-check-draws"), at("/reply")];
  for (const isLast of breaks) await expect(city.play(isLast)).rejects.toThrow("broken off");
  expect((await readDemonstration(city.database))?.finishedAt).toBeNull();
  await city.play();
  expect(city.told.at(-1)).toMatchObject({ state: "ready" });
  expect((await readDemonstration(city.database))?.finishedAt).not.toBeNull();
  const applications = await city.listOf<{ year: number; state: string }>("city", "/api/v1/applications");
  expect(countedBy(applications, ({ year, state }) => `${year} ${state}`)).toEqual({
    "2024 certified": 1,
    "2025 certified": 1,
    "2025 objected": 1,
    "2026 received": 1,
    "2026 returned": 1,
  });
  const complaints = await city.listOf<{ state: string }>("city", "/api/v1/complaints");
  expect(countedBy(complaints, ({ state }) => state)).toEqual({ open: 2, closed: 1 });
  const kinds = trackedRecords.map(({ resource }) => resource);
  expect(await verifyRecords(city.database, kinds)).toMatchObject({ sound: true });
  // A second start finds it made, and asks for nothing.
  await city.play(() => true);
}, 900_000);
