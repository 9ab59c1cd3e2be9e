import { trackedRecords } from "@shifan/db";
import { openEmbeddedTestDatabase } from "@shifan/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDemonstration, type TestDemonstration } from "../../testing/demonstration.ts";
import { verifyRecords } from "../../testing/trail.ts";
import { testDesks } from "./whole-city-desks.suite.ts";
import { testRounds } from "./whole-city-rounds.suite.ts";
import { testSupervision } from "./whole-city-supervision.suite.ts";

/* The proof that plays the whole city; what it has become is looked at by subject. A smaller city stands among the tests (seed.test.ts). */

const opened = await openEmbeddedTestDatabase();
let city: TestDemonstration;

beforeAll(async () => {
  city = await openDemonstration(opened);
  await city.play();
}, 1_800_000);
afterAll(async () => {
  await city.close();
  await opened.close();
});

describe("the rounds of the whole city", () => testRounds(() => city));
describe("the whole city after the certificate", () => testSupervision(() => city));
describe("what waits in the whole city", () => testDesks(() => city));

it("stands whole in the audit trail", async () => {
  const kinds = trackedRecords.map(({ resource }) => resource);
  expect(await verifyRecords(city.database, kinds)).toMatchObject({ sound: true });
}, 600_000);
