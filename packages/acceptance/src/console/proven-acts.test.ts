import { existsSync, readFileSync } from "node:fs";
import { accessRows, staffRoles } from "@shifan/rules";
import { expect, test } from "vitest";
import { tasks } from "../proofs/tasks.ts";
import { fileOfRepository } from "../repository.ts";
import { actsOfJourneys, consequences, papers } from "./proven-acts.ts";
import { buttonOf } from "./tasks/do-task.ts";

const isStaff = (role: string) => (staffRoles as readonly string[]).includes(role);
const ofStaff = accessRows().filter(({ role, act }) => isStaff(role) && !act.startsWith("read"));
const open = [...new Set(ofStaff.map(({ resource, act }) => `${resource}.${act}`))];
const journeys = Object.entries(actsOfJourneys);
const doneBy = (journey: string) =>
  (actsOfJourneys[journey] ?? []).map((each) =>
    typeof each === "string" ? { act: each, words: null } : { act: each[0], words: each[1] },
  );
const done = new Set(journeys.flatMap(([journey]) => doneBy(journey).map(({ act }) => act)));
const ofTasks = tasks.map(({ act }) => act);
const proven = [...done, ...ofTasks, ...consequences, ...papers];

test("of everything that somebody in office may do it is said once or more by what it is proved at the console", () => {
  expect(open.filter((act) => !proven.includes(act))).toEqual([]);
  expect(proven.filter((act) => !open.includes(act))).toEqual([]);
  expect([...ofTasks, ...consequences, ...papers].filter((act) => done.has(act))).toEqual([]);
});

test.each(journeys)("%s is there, and does through the pages what is said of it", (name) => {
  const path = fileOfRepository(`packages/acceptance/journeys/${name}.browser.test.ts`);
  expect(existsSync(path)).toBe(true);
  const text = readFileSync(path, "utf8");
  const silent = doneBy(name).filter(({ act, words }) => !text.includes(words ?? buttonOf(act)));
  expect(silent).toEqual([]);
});
