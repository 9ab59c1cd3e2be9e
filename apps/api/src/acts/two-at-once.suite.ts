import { holdCommits, suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import { verifyRecords } from "../../testing/trail.ts";
import { allActs, contestedActs, nameOf, reasonFor } from "../../testing/two-at-once/acts.ts";
import { contestBeginnings } from "../../testing/two-at-once/beginnings.ts";
import { contestChecks } from "../../testing/two-at-once/checks.ts";
import type { Outcome } from "../../testing/two-at-once/contest.ts";
import {
  contestComplaints,
  contestInterpretations,
  contestOrganizationChanges,
  contestSanctions,
} from "../../testing/two-at-once/decisions.ts";
import { contestReporting } from "../../testing/two-at-once/reporting.ts";
import { contestPublicity, contestReviews } from "../../testing/two-at-once/selection.ts";
import { buildWorld, type World } from "../../testing/two-at-once/world.ts";

const creations = contestedActs.filter(({ isCreation }) => isCreation).map(nameOf);

const refusal = (code: string) => ({ statuses: [201, 409], codes: [code] });
/** What there may be one of, and with what the second is refused. */
const refusedSecond: Readonly<Record<string, Pick<Outcome, "statuses" | "codes">>> = {
  "applications create": refusal("application_exists"),
  "certifications import": { statuses: [201, 422], codes: ["invalid_input"] },
  "packages create": refusal("package_exists"),
  "reports create": refusal("report_exists"),
  "rounds create": refusal("round_exists"),
  "sanctions propose": refusal("sanction_exists"),
};

/** Two people do the same act at the same moment, for every act that the tables of the lifecycle know. */
export const twoAtOnceSuite = suite("of two who do the same at the same moment", (open) => {
  let world: World;
  let outcomes: Readonly<Record<string, Outcome>> = {};

  beforeAll(async () => {
    world = await buildWorld(holdCommits(open()));
    await contestBeginnings(world);
    await contestChecks(world);
    await contestReporting(world);
    await contestSanctions(world);
    await contestInterpretations(world);
    await contestOrganizationChanges(world);
    await contestComplaints(world);
    await contestReviews(world);
    await contestPublicity(world);
    outcomes = world.contests.outcomes;
  }, 300_000);

  it("every act of the tables is tried, or it is said why not", () => {
    const open = allActs.filter((act) => reasonFor(act) === null).map(nameOf);
    expect(Object.keys(outcomes).toSorted()).toEqual([...new Set(open)].toSorted());
  });

  it.each(contestedActs.filter(({ isCreation }) => !isCreation).map(nameOf))(
    "%s: one does it, the other is told how it stands, and it stands in the trail once",
    (name) => {
      const told = { codes: ["stale"], isToldPresent: true };
      expect(outcomes[name]).toEqual({ statuses: [200, 412], ...told, written: 1, records: 1 });
    },
  );

  it.each(creations.filter((name) => !(name in refusedSecond)))(
    "%s: one call that arrives twice makes one record",
    (name) => {
      expect(outcomes[name]).toMatchObject({ statuses: [201, 201], codes: [], written: 1, records: 1 });
    },
  );

  it.each(creations.filter((name) => name in refusedSecond))(
    "%s: there may be one, and whoever wants another is told so",
    (name) => {
      expect(outcomes[name]).toMatchObject({ ...refusedSecond[name], written: 1, records: 1 });
    },
  );

  it("the trail is whole", async () => {
    const kinds = [...new Set(contestedActs.map(({ resource }) => resource))];
    // Cases and units that the world began with stand in no trail.
    const own = kinds.filter((kind) => !["applications", "certifications", "organizations", "rounds"].includes(kind));
    expect(await verifyRecords(world.app.database, own)).toMatchObject({ sound: true });
  });
});
