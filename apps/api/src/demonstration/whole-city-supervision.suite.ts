import type {
  Inspection,
  Interpretation,
  Obligation,
  OrganizationChange,
  PackageSummary,
  Report,
  Sanction,
  Title,
} from "@shifan/contract";
import { expect, it } from "vitest";
import { countedBy, type TestDemonstration } from "../../testing/demonstration.ts";

/** What has become of the titles, as the city sees it. */
export function testSupervision(city: () => TestDemonstration): void {
  it("has titles that stand, ended and expired, one of them recognized by the province", async () => {
    const titles = await city().listOf<Title>("city", "/api/v1/certifications");
    expect(countedBy(titles, ({ standing }) => standing)).toEqual({ valid: 21, expired: 2, cancelled: 2, revoked: 2 });
    const results = titles.flatMap(({ recommendations }) => recommendations.map(({ result }) => result));
    expect(results).toEqual(["recognized"]);
  });

  it("has reports and packages of every district, the latest of them on their way", async () => {
    const reports = await city().listOf<Report>("city", "/api/v1/reports");
    expect(countedBy(reports, ({ period, state }) => `${period} ${state}`)).toEqual({
      "2024-H1 received": 1,
      "2024 received": 1,
      "2025-H1 received": 13,
      "2025 received": 11,
      "2026-H1 drafted": 1,
      "2026-H1 forwarded": 4,
      "2026-H1 received": 14,
      "2026-H1 sent_to_district": 1,
    });
    const packages = await city().listOf<PackageSummary>("city", "/api/v1/packages");
    // The one that its district still prepares is not for the city to see.
    expect(countedBy(packages, ({ period, state }) => `${period} ${state}`)).toEqual({
      "2024-H1 received": 2,
      "2024 received": 1,
      "2025-H1 received": 10,
      "2025 received": 8,
      "2026-H1 sent": 1,
      "2026-H1 received": 11,
    });
  });

  it("has inspections, spot checks and appraisals, done and to come", async () => {
    const inspections = await city().listOf<Inspection>("city", "/api/v1/inspections");
    expect(countedBy(inspections, ({ kind, state, result }) => `${kind} ${state} ${result}`)).toEqual({
      "appraisal closed absent": 1,
      "appraisal closed passed": 1,
      "appraisal notified null": 1,
      "periodic_inspection carried_out passed": 1,
      "periodic_inspection closed passed": 61,
      "periodic_inspection planned null": 2,
      "spot_check carried_out failed": 1,
      "spot_check closed failed": 2,
      "spot_check closed passed": 1,
      "spot_check planned null": 11,
    });
    const draws = await city().listOf<{ state: string }>("city", "/api/v1/spot-check-draws");
    expect(countedBy(draws, ({ state }) => state)).toEqual({ drawn: 1 });
  });

  it("has sanctions at every step, an interpretation issued, and changes", async () => {
    const sanctions = await city().listOf<Sanction>("city", "/api/v1/sanctions");
    expect(countedBy(sanctions, ({ kind, state }) => `${kind} ${state}`)).toEqual({
      "cancellation published": 1,
      "cancellation proposed": 1,
      "revocation decided": 1,
      "revocation published": 1,
      "revocation reinstated": 1,
    });
    const interpretations = await city().listOf<Interpretation>("city", "/api/v1/interpretations");
    expect(countedBy(interpretations, ({ state }) => state)).toEqual({ draft: 1, issued: 1 });
    const changes = await city().listOf<OrganizationChange>("city", "/api/v1/organization-changes");
    const counted = countedBy(changes, ({ kind, state }) => `${kind} ${state}`);
    expect(counted).toEqual({ "legal_representative accepted": 1, "address reported": 1 });
  });

  it("has obligations that are mostly done in time, a few late with a reason, a few late", async () => {
    const obligations = await city().listOf<Obligation>("city", "/api/v1/obligations");
    expect(countedBy(obligations, ({ kind, standing }) => `${kind} ${standing}`)).toEqual({
      "annual_package done": 9,
      "annual_package due": 12,
      "annual_package not_applicable": 2,
      "annual_report done": 12,
      "annual_report due": 21,
      "annual_report not_applicable": 28,
      "appraisal done": 1,
      "appraisal due": 1,
      "appraisal late": 1,
      "half_year_package done": 23,
      "half_year_package done_late": 1,
      "half_year_package late": 1,
      "half_year_report done": 32,
      "half_year_report done_late": 1,
      "half_year_report late": 4,
      "half_year_report not_applicable": 1,
      "periodic_inspection done": 61,
      "periodic_inspection due": 9,
      "periodic_inspection not_applicable": 28,
      "renewal due": 2,
      "yearly_round done": 1,
      "yearly_round due": 1,
      "yearly_round late": 1,
    });
  });
}
