import { describe, expect, test } from "vitest";
import { assess } from "../../src/evaluate/assess.ts";
import type { Round } from "../../src/evaluate/context.ts";
import { checkFacts } from "../../src/facts/check-facts.ts";
import type { Applicant } from "../../testing/applicants.ts";
import { zhengzhouPolicy } from "../../testing/policy.ts";

const strong: Applicant = { ...zhengzhouPolicy.document.cases.bases.B1 };

function on(
  changes: Applicant,
  drop: readonly string[] = [],
  unknown: readonly string[] = [],
  round: Round | null = null,
) {
  const facts = { ...strong, ...changes };
  for (const fact of drop) delete facts[fact];
  const checked = checkFacts(zhengzhouPolicy, facts, { unknown });
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
  return assess(zhengzhouPolicy, checked.facts, { asOf: "2026-06-10", round });
}

const result = (id: string, ...given: Parameters<typeof on>) => on(...given).criteria.find((each) => each.id === id);

describe("why a criterion is open, and what would decide it", () => {
  test.each<[string, Applicant, string[], string, string[]]>([
    ["art6_1_two_years", { moved_into_zhengzhou_date: "2025-03-01" }, [], "reading", []],
    ["art6_1_two_years", {}, ["established_date"], "unanswered", ["established_date"]],
    ["art6_2_assets", {}, ["total_assets_prev_year_end_yuan"], "unanswered", ["total_assets_prev_year_end_yuan"]],
    ["art6_2_sound_operation", { credit_status: "penalty" }, [], "officer", []],
    ["art6_2_sound_operation", { audit_opinion: "qualified" }, [], "officer", []],
    ["art6_2_sound_operation", { net_assets_positive: false }, [], "officer", []],
    ["art6_2_sound_operation", { net_assets_positive: false }, ["credit_status"], "unanswered", ["credit_status"]],
    ["art6_3_growth", { established_date: "2024-03-01" }, [], "reading", []],
    ["art6_3_growth", { smes_served_two_years_before: 90 }, [], "officer", []],
    ["art6_3_growth", { established_date: "2024-03-01", smes_served_two_years_before: 90 }, [], "reading", []],
    [
      "art6_3_sme_count",
      { smes_served_prev_year: 62, satisfied_count: 59, individual_businesses_in_served: 5 },
      [],
      "reading",
      [],
    ],
    [
      "art6_3_satisfaction",
      { satisfied_count: 0, unsatisfied_count: 0, unrated_count: 96 },
      [],
      "unanswered",
      ["unrated_count"],
    ],
    ["art6_4_premises", { premises_leased_sqm: 0 }, [], "officer", []],
    ["art6_4_premises", {}, ["lease_end_date"], "unanswered", ["lease_end_date"]],
    ["art6_5_public_share", { service_volume_unit: "mixed" }, [], "reading", []],
    [
      "art6_5_public_share",
      { total_service_volume: 0, public_service_volume: 0, low_fee_service_volume: 0 },
      [],
      "unanswered",
      ["total_service_volume"],
    ],
    ["art6_5_public_share", {}, ["service_volume_unit"], "unanswered", ["service_volume_unit"]],
    [
      "art6_6_staff_ratio",
      { service_staff_count: 0, staff_degree_or_title_count: 0, staff_degree_and_title_count: 0 },
      [],
      "unanswered",
      ["service_staff_count"],
    ],
    ["art7_tech", { tech_qualification: "not_required" }, [], "reading", []],
    ["art7_training", { training_qualification: "not_required" }, [], "reading", []],
    ["art7_count", { training_qualification: "not_required", startup_hotline: false }, [], "reading", []],
    ["art7_count", { startup_hotline: false }, ["training_online"], "unanswered", ["training_online"]],
    ["art7_count", { tech_has_large_instruments: false, startup_hotline: false }, [], "contradictory", []],
    [
      "art14_reapply",
      {},
      ["never_certified"],
      "unanswered",
      ["never_certified", "current_cert_valid_to", "cancelled_on", "revoked_on"],
    ],
    ["art6_2_service_income", { operating_income_prev_year_yuan: "1" }, [], "contradictory", []],
  ])("%s with %j without %j: %s, asks for %j", (id, changes, drop, reason, missing) => {
    expect(result(id, changes, drop)).toMatchObject({ status: "undetermined", reason, missingFacts: missing });
  });
});

describe("不清楚 keeps a criterion open even where absence is a statement", () => {
  test.each([
    ["operation_start_date", "art6_1_two_years"],
    ["moved_into_zhengzhou_date", "art6_1_two_years"],
    ["individual_businesses_in_served", "art6_3_sme_count"],
    ["claimed_functions", "art7_info"],
  ])("%s: %s", (fact, id) => {
    expect(result(id, {}, [fact], [fact])).toMatchObject({
      status: "undetermined",
      reason: "unanswered",
      missingFacts: [fact],
    });
    expect(result(id, {}, [fact])?.status).toBe("met");
  });

  test("unrated_count, with the figures it goes with", () => {
    expect(result("art6_3_satisfaction", {}, ["unrated_count"], ["unrated_count"])).toMatchObject({
      status: "undetermined",
      missingFacts: ["unrated_count"],
    });
  });

  test("the dates of earlier titles, for whoever has been certified", () => {
    for (const fact of ["current_cert_valid_to", "revoked_on"]) {
      const asked = result("art14_reapply", { never_certified: false }, [], [fact]);
      expect(asked).toMatchObject({ status: "undetermined", missingFacts: [fact] });
    }
    const title = { never_certified: false, current_cert_valid_to: "2028-01-01" };
    expect(result("art14_reapply", title, [], ["cancelled_on"])).toMatchObject({ missingFacts: ["cancelled_on"] });
  });
});

describe("time", () => {
  const round = { year: 2026, submissionDeadline: "2026-09-25" };

  test("two years reached after this round's deadline allow the next: the day and the round", () => {
    const assessment = on({ established_date: "2024-11-03", application_round_year: 2027 }, [], [], round);
    expect(assessment).toMatchObject({ verdict: "not_met", earliestDate: "2026-11-03", earliestRoundYear: 2027 });
    expect(assessment.criteria[3]).toMatchObject({
      id: "art6_1_two_years",
      earliestDate: "2026-11-03",
      actual: "2024-11-03",
    });
  });

  test("reached before the deadline they allow this round", () => {
    expect(on({ established_date: "2024-08-01" }, [], [], round)).toMatchObject({
      earliestDate: "2026-08-01",
      earliestRoundYear: 2026,
    });
  });

  test("no date of a round is given while none is announced", () => {
    expect(on({ established_date: "2024-11-03" })).toMatchObject({
      earliestDate: "2026-11-03",
      earliestRoundYear: null,
    });
  });

  test("a ban shows its last day, a title the first day of its expiry year", () => {
    expect(on({ never_certified: false, revoked_on: "2024-05-20" })).toMatchObject({
      reapplyBarredUntil: "2027-05-20",
      earliestDate: "2027-05-21",
    });
    expect(on({ never_certified: false, current_cert_valid_to: "2028-05-20" })).toMatchObject({
      reapplyBarredUntil: "2027-12-31",
      earliestDate: "2028-01-01",
    });
    const both = { never_certified: false, revoked_on: "2025-05-20", current_cert_valid_to: "2029-01-01" };
    expect(on(both)).toMatchObject({ reapplyBarredUntil: "2028-05-20" });
  });

  test("what a year has decided is not cured by time", () => {
    expect(on({ established_date: "2024-11-03", has_service_facilities: false }).earliestDate).toBeNull();
  });
});

describe("figures", () => {
  test.each<[string, Applicant, unknown]>([
    [
      "art6_2_assets",
      { total_assets_prev_year_end_yuan: "1499999.99" },
      { actual: "1499999.99", required: { op: ">=", value: "1500000", unit: "元" }, gap: "0.01" },
    ],
    [
      "art6_3_sme_count",
      { smes_served_prev_year: 52, satisfied_count: 50, unsatisfied_count: 2 },
      { actual: "52", required: { op: ">=", value: "60", unit: "家" }, gap: "8" },
    ],
    [
      "art6_3_growth",
      { smes_served_year_before: 96 },
      { actual: "96", required: { op: ">", value: "96", unit: "家" }, gap: "1" },
    ],
    [
      "art6_3_satisfaction",
      { satisfied_count: 80, unsatisfied_count: 16 },
      { actual: "80/96", required: { op: ">=", value: "0.9", unit: "比例" }, gap: "7" },
    ],
    [
      "art6_5_public_share",
      { public_service_volume: 30 },
      { actual: "70/400", required: { op: ">=", value: "0.2", unit: "比例" }, gap: "10" },
    ],
    [
      "art6_6_staff_ratio",
      { service_staff_count: 24, total_employees: 24, staff_degree_or_title_count: 19 },
      { actual: "19/24", required: { op: ">=", value: "0.8", unit: "比例" }, gap: "1" },
    ],
    [
      "art7_count",
      { info_events: 0, tech_events: 0 },
      { actual: "2", required: { op: ">=", value: "3", unit: "项" }, gap: "1" },
    ],
    ["art6_1_org_type", { org_type: "other" }, { actual: "other", gap: null }],
    [
      "art6_4_facilities",
      { has_service_facilities: false },
      { actual: "false", required: { op: "=", value: "true", unit: "" }, gap: null },
    ],
  ])("%s with %j", (id, changes, wanted) => {
    expect(result(id, changes)).toMatchObject({ status: "not_met", parts: [], ...(wanted as object) });
  });

  test("composite criteria are shown by their parts", () => {
    expect(result("art7_tech", { tech_qualification: "none", tech_events: 4 })).toMatchObject({
      actual: null,
      required: null,
      parts: [
        { fact: "tech_qualification", status: "not_met" },
        { fact: "tech_resource_organising", status: "met" },
        { fact: "tech_expert_db", status: "met" },
        { fact: "tech_project_db", status: "met" },
        { fact: "tech_instruments_shared", status: "met" },
        { fact: "tech_events", status: "not_met" },
      ],
    });
    expect(result("art6_2_sound_operation", { audit_opinion: "adverse" })?.parts).toEqual([
      { fact: "credit_status", status: "met" },
      { fact: "audit_opinion", status: "undetermined" },
      { fact: "net_assets_positive", status: "met" },
    ]);
    expect(result("art14_reapply", {})?.parts).toEqual([
      { fact: "revoked_on", status: "met" },
      { fact: "current_cert_valid_to", status: "met" },
    ]);
    expect(result("art6_4_premises", {})?.parts.map(({ fact }) => fact)).toEqual([
      "premises_owned_sqm",
      "lease_end_date",
      "premises_leased_sqm",
    ]);
  });
});
