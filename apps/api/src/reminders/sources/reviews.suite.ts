import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import { createSettableClock, createTestApp, morning, type TestApp } from "../../../testing/app.ts";
import { addOpenRound } from "../../../testing/applications.ts";
import { addOfficer } from "../../../testing/cases.ts";
import { createTeller, linesOf } from "../../../testing/reminders.ts";
import { actOnPanel, addExpert, addReceivedCase, panelOf, score } from "../../../testing/reviews.ts";
import { addShippedHolidayYears } from "../../holidays/shipped-years.ts";

/** Until when experts score. */
export const reviewSourcesSuite = suite("reminders of scoring", (open) => {
  const clock = createSettableClock(morning);
  let app: TestApp;
  let teller: ReturnType<typeof createTeller>;

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    await addShippedHolidayYears({ database: app.database, clock });
    teller = createTeller(app, clock, ["scoring_deadline"]);
  });

  it("go to each expert who has a sheet to hand in, and to the city with all that are missing", async () => {
    const roundId = await addOpenRound(app);
    const city = await addOfficer(app, "city@scoring.example", "city");
    const experts = [
      await addExpert(app, city, { name: "评审甲" }),
      await addExpert(app, city, { name: "评审乙" }),
      await addExpert(app, city, { name: "评审丙" }),
    ];
    const path = await addReceivedCase(app, { roundId, uscc: "914101000000000201" });
    const expertIds = experts.map(({ id }) => id);
    const body = { method: "choice", expertIds, reasons: "专业相符", dueOn: "2026-06-26" };
    const { reviews } = panelOf(await actOnPanel(city, path, "assign-experts", body));
    expect(await teller.pass("2026-06-19T09:00")).toEqual([]);
    const all = await teller.pass("2026-06-22T09:00");
    expect(all.filter(({ to }) => to.endsWith("@expert.example")).map(({ text }) => text)).toEqual(
      experts.map(() => "【评分6月26日截止】还有4天。还有1份没有交评分表（第十一条）。"),
    );
    expect(all.filter(({ paths }) => reviews.some(({ id }) => paths[0] === `/admin/reviews/${id}/show`))).toHaveLength(
      3,
    );
    expect(linesOf(all)).toContainEqual([
      "city@scoring.example",
      "【评分6月26日截止】还有4天。还差3张评分表（第十一条）。",
    ]);
    const [first] = experts;
    if (first === undefined) throw new Error("no expert");
    const own = reviews.find(({ expert }) => expert.id === first.id);
    await score(first.browser, `/api/v1/reviews/${own?.id}`, 80);
    const rest = await teller.pass("2026-06-24T09:00");
    expect(rest.filter(({ to }) => to.endsWith("@expert.example"))).toHaveLength(2);
    expect(linesOf(rest)).toContainEqual([
      "city@scoring.example",
      "【评分6月26日截止】还有2天。还差2张评分表（第十一条）。",
    ]);
    for (const expert of experts.slice(1)) {
      const left = reviews.find((each) => each.expert.id === expert.id);
      await score(expert.browser, `/api/v1/reviews/${left?.id}`, 80);
    }
    expect(await teller.pass("2026-06-25T09:00")).toEqual([]);
    expect(teller.untold()).toEqual([]);
  });
});
