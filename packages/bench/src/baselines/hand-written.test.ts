import { checkFacts } from "@shifan/rules";
import { expect, test } from "vitest";
import type { WireFacts } from "../applicants.ts";
import { policyInForce } from "../policy-in-force.ts";
import { dayNumber as encodedDay } from "./calendar.ts";
import { dayNumber } from "./day-numbers.ts";
import { handWritten } from "./hand-written.ts";
import { judgeEncoded } from "./hand-written-encoded.ts";
import { parseApplicant } from "./numeric-facts.ts";
import { type CriterionId, criterionIds, type Status, type Statuses } from "./outcome.ts";
import { soundFacts } from "./sound-facts.ts";

const policy = policyInForce();
const byHand = handWritten(policy);

/** By both functions, which have to agree. */
function judge(wire: WireFacts, asOf = "2026-06-10") {
  const checked = checkFacts(policy, wire);
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
  const outcome = byHand(checked.facts, dayNumber(asOf));
  expect(judgeEncoded(parseApplicant(wire), encodedDay(asOf))).toEqual(outcome);
  return outcome;
}

/** The sound applicant with some facts changed and, where the value is null, left out. */
function changed(change: Record<string, WireFacts[string] | null>): WireFacts {
  const facts: WireFacts = { ...soundFacts };
  for (const [fact, value] of Object.entries(change)) {
    if (value === null) delete facts[fact];
    else facts[fact] = value;
  }
  return facts;
}

test("a sound applicant meets every criterion", () => {
  const { verdict, statuses } = judge(soundFacts);
  expect(verdict).toBe("met_pending_review");
  expect(Object.values(statuses)).toEqual(criterionIds.map(() => "met"));
});

test("nothing answered leaves every criterion open", () => {
  const { verdict, statuses } = judge({});
  expect(verdict).toBe("undetermined");
  expect(Object.values(statuses)).toEqual(criterionIds.map(() => "undetermined"));
});

test("an open line that the count does not need leaves the verdict alone", () => {
  const { verdict, statuses } = judge(changed({ platform_type: "specialized", tech_qualification: "not_required" }));
  expect(statuses.art7_tech).toBe("undetermined");
  expect(verdict).toBe("met_pending_review");
});

test("not_met decides the verdict over what is open", () => {
  expect(judge(changed({ org_type: "other", established_date: null })).verdict).toBe("not_met");
  expect(judge(changed({ established_date: null })).verdict).toBe("undetermined");
});

type Row = [rule: string, change: Record<string, WireFacts[string] | null>, expected: Partial<Statuses>];
const all = (status: Status, ...ids: CriterionId[]): Partial<Statuses> =>
  Object.fromEntries(ids.map((id) => [id, status]));

const rows: Row[] = [
  [
    "two years are reached on the corresponding day",
    { established_date: "2024-06-10" },
    all("met", "art6_1_two_years"),
  ],
  ["one day short of two years", { established_date: "2024-06-11" }, all("not_met", "art6_1_two_years")],
  ["the later start of operation counts", { operation_start_date: "2025-01-01" }, all("not_met", "art6_1_two_years")],
  [
    "less than two years after a move is a reading",
    { moved_into_zhengzhou_date: "2025-03-01" },
    all("undetermined", "art6_1_two_years"),
  ],
  ["one 分 below the assets", { total_assets_prev_year_end_yuan: "1499999.99" }, all("not_met", "art6_2_assets")],
  ["exactly the assets", { total_assets_prev_year_end_yuan: "1500000" }, all("met", "art6_2_assets")],
  [
    "income above all income contradicts",
    { service_income_prev_year_yuan: "1200000", operating_income_prev_year_yuan: "1000000" },
    all("undetermined", "art6_2_service_income"),
  ],
  [
    "a serious listing decides alone",
    { credit_status: "serious_listed", audit_opinion: null },
    all("not_met", "art6_2_sound_operation"),
  ],
  ["a penalty is the officer's", { credit_status: "penalty" }, all("undetermined", "art6_2_sound_operation")],
  [
    "sixty only with individual businesses",
    { individual_businesses_in_served: 41 },
    all("undetermined", "art6_3_sme_count"),
  ],
  ["equality is not growth", { smes_served_year_before: 100 }, all("not_met", "art6_3_growth")],
  ["uneven growth is the officer's", { smes_served_two_years_before: 95 }, all("undetermined", "art6_3_growth")],
  ["a third year left out is not tested", { smes_served_two_years_before: null }, all("met", "art6_3_growth")],
  ["a partial first year", { established_date: "2024-01-02" }, all("undetermined", "art6_3_growth")],
  ["a full first year", { established_date: "2024-01-01" }, all("met", "art6_3_growth")],
  [
    "no growth decides without the first year",
    { established_date: null, smes_served_year_before: 100 },
    all("not_met", "art6_3_growth"),
  ],
  [
    "satisfaction exactly at nine tenths",
    { satisfied_count: 90, unsatisfied_count: 10 },
    all("met", "art6_3_satisfaction"),
  ],
  [
    "satisfaction that unrated rows can still cure",
    { satisfied_count: 89, unsatisfied_count: 9, unrated_count: 2 },
    all("undetermined", "art6_3_satisfaction"),
  ],
  [
    "satisfaction that nothing cures",
    { satisfied_count: 87, unsatisfied_count: 11, unrated_count: 2 },
    all("not_met", "art6_3_satisfaction"),
  ],
  [
    "unrated left out is the rest of those served",
    { satisfied_count: 89, unsatisfied_count: 9, unrated_count: null },
    all("undetermined", "art6_3_satisfaction"),
  ],
  [
    "ratings that do not add up open all that uses them",
    { unrated_count: 7 },
    all("undetermined", "art6_3_sme_count", "art6_3_growth", "art6_3_satisfaction"),
  ],
  [
    "more individual businesses than served",
    { individual_businesses_in_served: 101 },
    all("undetermined", "art6_3_sme_count", "art6_3_growth", "art6_3_satisfaction"),
  ],
  [
    "a lease that ends on the day",
    { premises_owned_sqm: 0, lease_end_date: "2026-06-10" },
    all("met", "art6_4_premises"),
  ],
  ["a lease that ended", { premises_owned_sqm: 0, lease_end_date: "2026-06-09" }, all("not_met", "art6_4_premises")],
  ["a lease in force decides without the owned area", { premises_owned_sqm: null }, all("met", "art6_4_premises")],
  [
    "an ended lease does not",
    { premises_owned_sqm: null, lease_end_date: "2026-06-09" },
    all("undetermined", "art6_4_premises"),
  ],
  [
    "neither owned nor leased",
    { premises_owned_sqm: 0, premises_leased_sqm: 0 },
    all("undetermined", "art6_4_premises"),
  ],
  [
    "one of four papers missing decides",
    { has_fee_standard: false, has_service_process: null },
    all("not_met", "art6_5_systems"),
  ],
  [
    "a fifth of the volume exactly",
    { public_service_volume: 48, low_fee_service_volume: 36, public_low_fee_overlap_volume: 4 },
    all("met", "art6_5_public_share"),
  ],
  [
    "a fifth only with double counting",
    { public_service_volume: 48, low_fee_service_volume: 36, public_low_fee_overlap_volume: 8 },
    all("not_met", "art6_5_public_share"),
  ],
  [
    "an unknown overlap that decides nothing",
    { public_service_volume: 48, low_fee_service_volume: 36, public_low_fee_overlap_volume: null },
    all("undetermined", "art6_5_public_share"),
  ],
  [
    "an unknown overlap that does not matter",
    { public_service_volume: 80, public_low_fee_overlap_volume: null },
    all("met", "art6_5_public_share"),
  ],
  ["mixed units", { service_volume_unit: "mixed" }, all("undetermined", "art6_5_public_share")],
  [
    "no volume at all",
    { total_service_volume: 0, public_service_volume: 0, low_fee_service_volume: 0, public_low_fee_overlap_volume: 0 },
    all("undetermined", "art6_5_public_share"),
  ],
  [
    "more than the whole",
    { public_service_volume: 401, public_low_fee_overlap_volume: null },
    all("undetermined", "art6_5_public_share"),
  ],
  [
    "nineteen of twenty-four",
    { service_staff_count: 24, staff_degree_or_title_count: 19 },
    all("not_met", "art6_6_staff_ratio"),
  ],
  [
    "the intersection alone can decide",
    { staff_degree_or_title_count: null, staff_degree_and_title_count: 16 },
    all("met", "art6_6_staff_ratio"),
  ],
  [
    "the intersection alone cannot refuse",
    { staff_degree_or_title_count: null },
    all("undetermined", "art6_6_staff_ratio"),
  ],
  [
    "more qualified than staff",
    { staff_degree_or_title_count: 21 },
    all("undetermined", "art6_6_staff_count", "art6_6_staff_ratio"),
  ],
  [
    "more with both than with either",
    { staff_degree_and_title_count: 19 },
    { art6_6_staff_count: "met", art6_6_staff_ratio: "undetermined" },
  ],
  [
    "more staff than employees",
    { total_employees: 19 },
    all("undetermined", "art6_6_staff_count", "art6_6_staff_ratio"),
  ],
  [
    "a line not claimed, whatever its facts",
    { claimed_functions: ["tech"] },
    { art7_info: "not_met", art7_tech: "met" },
  ],
  [
    "a line not claimed, even with facts at odds",
    { claimed_functions: ["info"], tech_has_large_instruments: false },
    all("not_met", "art7_tech"),
  ],
  ["claims left out are all four", { claimed_functions: null }, all("met", "art7_info", "art7_training")],
  ["a qualification nobody requires", { training_qualification: "not_required" }, all("undetermined", "art7_training")],
  [
    "a failed item beats an open one",
    { training_qualification: "not_required", training_online: false },
    all("not_met", "art7_training"),
  ],
  [
    "no large instruments",
    { tech_has_large_instruments: false, tech_instruments_shared: null },
    all("met", "art7_tech"),
  ],
  ["instruments unknown but shared", { tech_has_large_instruments: null }, all("met", "art7_tech")],
  [
    "instruments unknown and not shared",
    { tech_has_large_instruments: null, tech_instruments_shared: false },
    all("undetermined", "art7_tech"),
  ],
  ["sharing without instruments", { tech_has_large_instruments: false }, all("undetermined", "art7_tech")],
  [
    "two lines are not three",
    { claimed_functions: ["info", "tech"], platform_type: "comprehensive" },
    all("not_met", "art7_count"),
  ],
  [
    "two lines and a type unknown",
    { claimed_functions: ["info", "tech"], platform_type: null },
    all("undetermined", "art7_count"),
  ],
  ["three lines whatever the type", { platform_type: null, training_online: false }, all("met", "art7_count")],
  ["no line whatever the type", { platform_type: null, claimed_functions: [] }, all("not_met", "art7_count")],
  ["nothing said about titles", { never_certified: null }, all("undetermined", "art14_reapply")],
  ["a title that has long ended", { never_certified: false }, all("met", "art14_reapply")],
  [
    "a title that ends this year",
    { never_certified: false, current_cert_valid_to: "2026-08-15" },
    all("met", "art14_reapply"),
  ],
  [
    "a title that ends next year",
    { never_certified: null, current_cert_valid_to: "2027-08-15" },
    all("not_met", "art14_reapply"),
  ],
  [
    "a cancelled title bars nothing",
    { never_certified: false, current_cert_valid_to: "2027-08-15", cancelled_on: "2025-01-01" },
    all("met", "art14_reapply"),
  ],
  ["the last day of the ban", { never_certified: false, revoked_on: "2023-06-10" }, all("not_met", "art14_reapply")],
  ["the first free day", { never_certified: false, revoked_on: "2023-06-09" }, all("met", "art14_reapply")],
  ["never certified, with a title", { current_cert_valid_to: "2020-01-01" }, all("undetermined", "art14_reapply")],
  [
    "registered after the submission",
    { established_date: "2026-06-11" },
    all("undetermined", "art6_1_two_years", "art6_3_growth", "art6_4_premises", "art14_reapply"),
  ],
  [
    "revoked after the submission",
    { never_certified: false, revoked_on: "2026-06-11" },
    { ...all("undetermined", "art6_1_two_years", "art6_4_premises", "art14_reapply"), art6_3_growth: "met" },
  ],
  [
    "a submission date of one's own wins",
    { submission_date: "2027-01-04", lease_end_date: "2026-12-31", premises_owned_sqm: 0 },
    all("not_met", "art6_4_premises"),
  ],
];

test.each(rows)("%s", (_rule, change, expected) => {
  expect(judge(changed(change)).statuses).toMatchObject(expected);
});

test("two years from 29 February end on 28 February", () => {
  const facts = changed({ established_date: "2024-02-29" });
  expect(judge(facts, "2026-02-28").statuses.art6_1_two_years).toBe("met");
  expect(judge(facts, "2026-02-27").statuses.art6_1_two_years).toBe("not_met");
});
