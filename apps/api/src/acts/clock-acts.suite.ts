import { findApplication, findRound } from "@shifan/db";
import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import { createSettableClock, createTestApp, policyId, type TestApp, testPersonalKeys } from "../../testing/app.ts";
import { addApplication, addOpenRound, addOrganization, putIntoState } from "../../testing/applications.ts";
import { trailOf } from "../../testing/trail.ts";
import { actByTheClock } from "./clock-acts.ts";

type Standing = Record<"round" | "draft" | "returned" | "paper", string | undefined>;

/** What the clock does with a window until 25 September, a draft in it, and an application returned until 30 June. */
export const clockActsSuite = suite("what falls due by itself", (open) => {
  const standings: Record<string, Standing> = {};
  const clock = createSettableClock();
  let app: TestApp;
  let ids: Record<keyof Standing, string>;

  const passBy = (processes = 1) => {
    const { database, catalog } = app;
    const services = { database, catalog, clock, defaultPolicy: policyId, personalKeys: testPersonalKeys };
    return Promise.all(Array.from({ length: processes }, () => actByTheClock(services)));
  };

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock });
    const round = await addOpenRound(app);
    const [draft = "", returned = "", paper = ""] = await Promise.all(
      ["91410100MA0000001A", "91410100MA0000002B", "91410100MA0000003C"].map(async (uscc, at) => {
        const organizationId = await addOrganization(app, uscc, null);
        return addApplication(app, { roundId: round, organizationId, uscc, isPaper: at === 2 });
      }),
    );
    await putIntoState(app, returned, "returned");
    ids = { round, draft, returned, paper };
    // Instants in UTC; the day changes in Shanghai at 16:00 of them.
    for (const instant of [
      "2026-06-30T15:59:59Z",
      "2026-06-30T16:00:00Z",
      "2026-09-25T15:59:59Z",
      "2026-09-25T16:00:00Z",
      "2026-10-15T15:59:59Z",
      "2026-10-15T16:00:00Z",
    ]) {
      clock.set(new Date(instant));
      await passBy(2);
      standings[instant] = {
        round: (await findRound(app.database, ids.round))?.state,
        draft: (await findApplication(app.database, ids.draft))?.state,
        returned: (await findApplication(app.database, ids.returned))?.state,
        paper: (await findApplication(app.database, ids.paper))?.state,
      };
    }
  });

  it("lets a return lapse when its last day is over in Shanghai, and not a second before", () => {
    expect(standings["2026-06-30T15:59:59Z"]).toMatchObject({ round: "open", draft: "draft", returned: "returned" });
    expect(standings["2026-06-30T16:00:00Z"]).toMatchObject({ round: "open", draft: "draft", returned: "lapsed" });
  });

  it("closes the window and lets its drafts lapse when the last day is over", () => {
    expect(standings["2026-09-25T15:59:59Z"]).toMatchObject({ round: "open", draft: "draft", returned: "lapsed" });
    expect(standings["2026-09-25T16:00:00Z"]).toMatchObject({ round: "closed", draft: "lapsed", returned: "lapsed" });
  });

  it("lets what came on paper in time be typed in after the window, until the reviews begin", () => {
    expect(standings["2026-10-15T15:59:59Z"]).toMatchObject({ round: "closed", paper: "draft" });
    expect(standings["2026-10-15T16:00:00Z"]).toMatchObject({ round: "in_review", paper: "lapsed" });
  });

  it("begins the city's review when the districts' days are over", () => {
    expect(standings["2026-10-15T15:59:59Z"]?.round).toBe("closed");
    expect(standings["2026-10-15T16:00:00Z"]?.round).toBe("in_review");
  });

  it("does each once, signed by the system, however many processes pass by", async () => {
    const entries = await Promise.all(Object.values(ids).map((id) => trailOf(app.database, id)));
    const done = entries.flat().filter(({ outcome }) => outcome === "accepted");
    expect(done.map(({ act }) => act).sort()).toEqual(["begin-review", "close", "lapse", "lapse", "lapse"]);
    expect(new Set(done.map(({ role }) => role))).toEqual(new Set(["system"]));
    expect(await passBy()).toEqual([0]);
  });
});
