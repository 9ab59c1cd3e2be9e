import { suite } from "@shifan/db/testing";
import { beforeAll, expect, it } from "vitest";
import { createSettableClock, createTestApp, type TestApp } from "../../../testing/app.ts";
import { addOrganization, signUp } from "../../../testing/applications.ts";
import { addOfficer } from "../../../testing/cases.ts";
import { createTeller } from "../../../testing/reminders.ts";
import { addTitle } from "../../../testing/titles.ts";
import { addShippedHolidayYears } from "../../holidays/shipped-years.ts";
import { planObligations } from "../../obligations/plan.ts";

const subjects = [
  "periodic_inspection",
  "half_year_report",
  "annual_report",
  "half_year_package",
  "annual_package",
  "appraisal",
  "yearly_round",
];

/** What is owed under the supervision, by its reader. */
export const obligationSourcesSuite = suite("reminders of obligations", (open) => {
  const clock = createSettableClock(new Date("2026-06-01T09:00:00+08:00"));
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp({ opened: open(), clock, demo: true });
    await addShippedHolidayYears({ database: app.database, clock });
  });

  it("have every value that their words ask for, for every reader, and go to no other district", async () => {
    const { userId } = await signUp(app, "holder@owed.example");
    const organizationId = await addOrganization(app, "91410100MA0000001A", userId);
    const titleId = await addTitle(app, { organizationId, validFrom: "2025-03-01", validTo: "2028-03-01" });
    await addOfficer(app, "jinshui@owed.example", "district", "410105");
    await addOfficer(app, "erqi@owed.example", "district", "410103");
    await addOfficer(app, "city@owed.example", "city");
    const teller = createTeller(app, clock, subjects);
    await app.database.execute(`insert into obligations (id, kind, subject, period, holder, certification_id, organization_id, district, state, is_binding, due_on, created_at, revision)
      values ('appraisal', 'appraisal', '${titleId}', 'check', 'platform', '${titleId}', '${organizationId}', '410105', 'due', true, '2026-08-20', '2026-06-01T01:00:00Z', 1)`);
    const told = [];
    for (const day of [
      "2026-06-30",
      "2026-07-03",
      "2026-07-16",
      "2026-08-05",
      "2026-11-02",
      "2026-12-31",
      "2027-01-18",
    ]) {
      teller.at(`${day}T08:00`);
      await planObligations(teller.services);
      told.push(...(await teller.pass(`${day}T09:00`)));
    }
    expect(teller.untold()).toEqual([]);
    expect(told.filter(({ to }) => to === "erqi@owed.example")).toEqual([]);
  });
});
