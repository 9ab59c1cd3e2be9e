import { afterAll, beforeAll, expect, test } from "vitest";
import { type Server, settableClock, startServer } from "../src/server.ts";
import { actsOfPeople } from "../src/two-at-once/acts.ts";
import type { Outcomes } from "../src/two-at-once/contend.ts";
import { contestEveryAct } from "../src/two-at-once/contests.ts";

let server: Server;
let outcomes: Outcomes;
beforeAll(async () => {
  const clock = await settableClock();
  server = await startServer({ settings: { DEMO: "accounts", SHIFAN_NOW: clock.setting } });
  outcomes = await contestEveryAct(server.url, clock.set);
}, 300_000);
afterAll(async () => {
  await server.stop();
});

test("every act of people on a record was tried by two at once", () => {
  expect(Object.keys(outcomes).toSorted()).toEqual(actsOfPeople.toSorted());
});

test.each(actsOfPeople)("%s: of two at the same moment one does it, and the other is told how it stands", (act) => {
  const { statuses, told, present } = outcomes[act] ?? {};
  expect(statuses).toEqual([200, 412]);
  expect(told).toEqual({ code: "stale", ...present });
});
