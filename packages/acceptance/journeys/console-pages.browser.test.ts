import { personalColumns } from "@shifan/db/testing";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../src/browser.ts";
import { crawl } from "../src/console/crawl.ts";
import { type ConsolePage, consolePages } from "../src/console/pages.ts";
import { consoleCallers, openPlantedWorld, type PlantedWorld } from "../src/console/planted-world.ts";
import { mayRead, undecided } from "../src/console/readers.ts";
import { sweepConsole } from "../src/console/sweep.ts";
import { Traffic } from "../src/console/traffic.ts";
import { signIn } from "../src/procedure.ts";

const nameOf = ({ resource, view }: ConsolePage) => `${resource} ${view}`;

let world: PlantedWorld;
let browser: Browser;
beforeAll(async () => {
  [world, browser] = await Promise.all([openPlantedWorld(), launchBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await world.stop();
});

/** Everything that somebody is answered, whatever they ask for. */
async function answersTo(mailbox: string): Promise<Traffic> {
  const traffic = new Traffic();
  await crawl(world.server.url, await signIn(world.server.url, mailbox), world.ids, traffic);
  expect(await traffic.settled()).toBeGreaterThan(100);
  return traffic;
}

test("every column of personal data holds a canary, and of every field it is decided who may read it", () => {
  expect(world.sealedColumns.toSorted()).toEqual(personalColumns().toSorted());
  expect(undecided(world.canaries)).toEqual([]);
});

// One who sees what others may not, and one who sees least; `npm run prove -- console` asks as everybody.
const askedAs = consoleCallers.filter(({ role }) => role === "city" || role === "expert");

describe.each(askedAs)("$mailbox", ({ mailbox, role }) => {
  test("is answered with the personal values that the access table gives, and with no other", async () => {
    const seen = (await answersTo(mailbox)).seenOf(world.canaries);
    const places = [...new Set(world.canaries.map(({ keptIn }) => keptIn))];
    expect(seen.filter(({ keptIn }) => !mayRead(role, keptIn))).toEqual([]);
    expect([...new Set(seen.map(({ keptIn }) => keptIn))].toSorted()).toEqual(
      places.filter((place) => mayRead(role, place)).toSorted(),
    );
    // Where the table gives a part of the records alone, of those alone.
    const complaints = seen.filter(({ keptIn }) => keptIn.startsWith("complaints."));
    expect(new Set(complaints.map(({ record }) => record)).size).toBe(role === "city" || role === "auditor" ? 1 : 0);
    const experts = seen.filter(({ keptIn }) => keptIn === "experts.name");
    expect(experts.length).toBe({ city: 3, auditor: 3, expert: 1 }[role as string] ?? 0);
  });
});

test("a district is answered with nothing of another's", async () => {
  expect((await answersTo("district2")).seenOf(world.canaries)).toEqual([]);
});

test("no page of the console is wrong for axe, wider than an office screen, or in words of programs", async () => {
  // A third of the pages, always the same; all of them, and all their states, are looked at by `npm run prove -- console`.
  const chosen = new Set((await consolePages()).filter((_, at) => at % 3 === 0).map(nameOf));
  const isLookedAt = (page: ConsolePage) => chosen.has(nameOf(page));
  const sweep = { mailbox: "city", states: ["loaded"], withDialogs: false, isLookedAt } as const;
  const { looks, findings } = await sweepConsole(browser, world.server.url, sweep);
  expect(looks.length).toBeGreaterThan(8);
  expect(findings).toEqual([]);
}, 240_000);
