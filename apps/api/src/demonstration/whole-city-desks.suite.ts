import type {
  ApplicationSummary,
  Complaint,
  Inspection,
  Interpretation,
  Obligation,
  OrganizationChange,
  ReviewSummary,
  Sanction,
} from "@shifan/contract";
import { expect, it } from "vitest";
import type { TestDemonstration } from "../../testing/demonstration.ts";

/** What whoever signs in with an account of the demonstration finds to do. */
export function testDesks(city: () => TestDemonstration): void {
  it.each(["district", "district2"])(
    "for %s: cases to check, return, survey and recommend; inspections",
    async (who) => {
      const applications = await city().listOf<ApplicationSummary>(who, "/api/v1/applications");
      const open = new Set(applications.filter(({ year }) => year === 2026).map(({ state }) => state));
      expect([...open]).toEqual(expect.arrayContaining(["submitted", "returned", "accepted", "surveyed"]));
      const inspections = await city().listOf<Inspection>(who, "/api/v1/inspections");
      expect(inspections.some(({ kind, state }) => `${kind} ${state}` === "periodic_inspection planned")).toBe(true);
      const obligations = await city().listOf<Obligation>(who, "/api/v1/obligations");
      const owed = obligations.filter(({ kind, standing }) => kind === "periodic_inspection" && standing === "due");
      expect(owed.length).toBeGreaterThan(1);
    },
  );

  it("for the district of a unit that has moved: the change, and something to be put right", async () => {
    const changes = await city().listOf<OrganizationChange>("district2", "/api/v1/organization-changes");
    expect(changes).toMatchObject([{ state: "reported", allowedActs: ["accept", "refuse"] }]);
    const inspections = await city().listOf<Inspection>("district2", "/api/v1/inspections");
    const open = inspections.filter(({ state }) => state === "carried_out");
    expect(open).toMatchObject([{ kind: "periodic_inspection", rectifyUntil: "2026-12-19" }]);
  });

  it.each(["expert", "expert2", "expert3"])("for %s: a case to declare on and one to score", async (who) => {
    const reviews = await city().listOf<ReviewSummary>(who, "/api/v1/reviews");
    const waiting = reviews.filter(({ overdueDays, state }) => overdueDays === 0 && state !== "submitted");
    expect(waiting.map(({ state }) => state).toSorted()).toEqual(["assigned", "scoring"]);
  });

  it("for the city: a decision and an answer to confirm by whoever did not write them", async () => {
    const confirms = async (who: string) => {
      const sanctions = await city().listOf<Sanction>(who, "/api/v1/sanctions");
      return sanctions.filter(({ allowedActs }) => allowedActs.includes("confirm")).map(({ state }) => state);
    };
    expect([await confirms("city"), await confirms("city2")]).toEqual([[], ["decided"]]);
    const issues = async (who: string) => {
      const drafts = await city().listOf<Interpretation>(who, "/api/v1/interpretations");
      return drafts.filter(({ allowedActs }) => allowedActs.includes("issue")).length;
    };
    expect([await issues("city"), await issues("city2")]).toEqual([1, 0]);
  });

  it("for the city: a proposal, an objection and complaints; for the auditor the one about staff", async () => {
    const sanctions = await city().listOf<Sanction>("city", "/api/v1/sanctions");
    expect(sanctions.filter(({ allowedActs }) => allowedActs.includes("notify"))).toHaveLength(1);
    const objections = await city().listOf<{ state: string }>("city", "/api/v1/objections");
    expect(objections.map(({ state }) => state).toSorted()).toEqual(["replied", "replied", "under_inquiry"]);
    const replies = async (who: string) => {
      const complaints = await city().listOf<Complaint>(who, "/api/v1/complaints");
      return complaints.filter(({ allowedActs }) => allowedActs.includes("reply")).map(({ subject }) => subject);
    };
    expect((await replies("city")).toSorted()).toEqual(["platform", "procedure"]);
    expect(await replies("auditor")).toEqual(["staff"]);
  });

  it("for the applicant a draft, and for the platform a report", async () => {
    const drafts = await city().listOf<ApplicationSummary>("applicant", "/api/v1/applications");
    expect(drafts).toMatchObject([{ state: "draft", year: 2026 }]);
    const reports = await city().listOf<{ state: string }>("platform", "/api/v1/reports");
    expect(reports).toMatchObject([{ state: "drafted" }]);
  });
}
