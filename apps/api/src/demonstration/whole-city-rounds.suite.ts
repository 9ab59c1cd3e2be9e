import type { ApplicationSummary, Panel, ReviewSummary } from "@shifan/contract";
import { expect, it } from "vitest";
import { createBrowser } from "../../testing/accounts.ts";
import { countedBy, type TestDemonstration } from "../../testing/demonstration.ts";

/** What has become of the applications of the three rounds. */
export function testRounds(city: () => TestDemonstration): void {
  it("have cases at every place of the procedure that an open round has, and at every end", async () => {
    const applications = await city().listOf<ApplicationSummary>("city", "/api/v1/applications");
    expect(countedBy(applications, ({ year, state }) => `${year} ${state}`)).toEqual({
      "2024 certified": 12,
      "2024 not_recommended": 2,
      "2024 not_selected": 3,
      "2024 withdrawn": 1,
      "2025 certified": 11,
      "2025 in_publicity": 1,
      "2025 not_recommended": 2,
      "2025 not_selected": 3,
      "2025 objected": 1,
      "2025 rejected": 1,
      "2026 accepted": 3,
      "2026 not_recommended": 1,
      "2026 received": 4,
      "2026 recommended": 3,
      "2026 returned": 2,
      "2026 reviewed": 1,
      "2026 submitted": 4,
      "2026 surveyed": 2,
      "2026 withdrawn": 1,
    });
  });

  it("have a case whose last day for scoring is over, with one sheet awaited and the case open", async () => {
    const reviews = await city().listOf<ReviewSummary>("city", "/api/v1/reviews");
    const overdue = reviews.filter(({ overdueDays }) => overdueDays > 0);
    expect(overdue).toMatchObject([{ state: "assigned", dueOn: "2026-10-28", overdueDays: 29 }]);
    const officer = await city().browserOf("city");
    const { body } = await officer.call(`/api/v1/applications/${overdue[0]?.applicationId}/panel`);
    const sheets = (body as Panel).reviews.map(({ state, overdueDays }) => `${state} ${overdueDays}`);
    expect(sheets.toSorted()).toEqual(["assigned 29", "submitted 0", "submitted 0"]);
  });

  it("have a certificate that anybody can check", async () => {
    const visitor = createBrowser(city().today);
    expect((await visitor.call("/api/v1/public/certificates/ZZSF-2024-001")).body).toMatchObject({
      validFrom: "2024-08-28",
    });
  });
}
