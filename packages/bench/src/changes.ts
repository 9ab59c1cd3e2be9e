import type { Random } from "./random.ts";
import type { FactValue, WireFacts } from "./wire-facts.ts";

/** One way in which an applicant differs from a sound one. */
type Change = (facts: WireFacts, random: Random) => void;

function leaveOut(...names: string[]): Change {
  return (facts) => {
    for (const name of names) delete facts[name];
  };
}

function oneOf(name: string, ...values: [FactValue, ...FactValue[]]): Change {
  return (facts, random) => {
    facts[name] = random.pick(values);
  };
}

function together(...sets: [WireFacts, ...WireFacts[]]): Change {
  return (facts, random) => {
    Object.assign(facts, random.pick(sets));
  };
}

/** Reads a count, or a stand-in where an earlier change left it out. */
function count(facts: WireFacts, name: string, otherwise: number): number {
  const value = facts[name];
  return typeof value === "number" ? value : otherwise;
}

const noes: Change[] = [
  "is_independent_legal_person",
  "registered_in_zhengzhou",
  "net_assets_positive",
  "has_service_facilities",
  "has_management_system",
  "has_service_process",
  "has_fee_standard",
  "has_quality_assurance",
  "has_small_micro_discount_rule",
  "has_development_plan",
  "has_annual_service_target",
  "leader_honest_lawful",
  "info_open_system",
  "info_online_service",
  "info_online_offline_linkage",
  "tech_resource_organising",
  "tech_expert_db",
  "tech_project_db",
  "startup_guidance_ability",
  "startup_project_db",
  "startup_guide_book",
  "startup_hotline",
  "startup_gov_agency_service",
  "training_online",
  "training_offline",
  "training_evaluation",
].map((name) => oneOf(name, false));

/** Below, at and above each threshold. */
const thresholds: Change[] = [
  oneOf("total_assets_prev_year_end_yuan", "0", "1499999.99", "1500000", "1500000.01"),
  oneOf("service_income_prev_year_yuan", "0", "999999.99", "1000000.00", "1000000.01"),
  oneOf("partner_orgs_with_agreement", 0, 4, 5, 6),
  oneOf("info_offline_enterprises", 0, 59, 60, 61),
  oneOf("info_events", 0, 4, 5, 6),
  oneOf("tech_events", 0, 4, 5, 6),
  oneOf("startup_events", 0, 4, 5, 6),
  oneOf("training_person_times", 0, 999, 1_000, 1_001),
  oneOf("smes_served_year_before", 0, 59, 60, 61, 300),
  oneOf("smes_served_two_years_before", 0, 40, 400),
  oneOf("total_employees", 12, 1_000),
  ...[59, 60, 61].map((served) =>
    together({ smes_served_prev_year: served, satisfied_count: served, unsatisfied_count: 0, unrated_count: 0 }),
  ),
  together(
    { service_staff_count: 0, staff_degree_or_title_count: 0, staff_degree_and_title_count: 0 },
    { service_staff_count: 11, staff_degree_or_title_count: 9, staff_degree_and_title_count: 3 },
    { service_staff_count: 12, staff_degree_or_title_count: 10, staff_degree_and_title_count: 9 },
    { service_staff_count: 24, staff_degree_or_title_count: 19, staff_degree_and_title_count: 10 },
    { service_staff_count: 25, staff_degree_or_title_count: 20, staff_degree_and_title_count: 20 },
  ),
  together(
    { smes_served_prev_year: 60, satisfied_count: 53, unsatisfied_count: 6, unrated_count: 1 },
    { smes_served_prev_year: 100, satisfied_count: 90, unsatisfied_count: 10, unrated_count: 0 },
    { smes_served_prev_year: 100, satisfied_count: 89, unsatisfied_count: 11, unrated_count: 0 },
    { smes_served_prev_year: 80, satisfied_count: 0, unsatisfied_count: 0, unrated_count: 80 },
    { smes_served_prev_year: 0, satisfied_count: 0, unsatisfied_count: 0, unrated_count: 0 },
  ),
  together(
    {
      total_service_volume: 400,
      public_service_volume: 48,
      low_fee_service_volume: 36,
      public_low_fee_overlap_volume: 8,
    },
    {
      total_service_volume: 400,
      public_service_volume: 48,
      low_fee_service_volume: 36,
      public_low_fee_overlap_volume: 4,
    },
    {
      total_service_volume: 0.5,
      public_service_volume: 0.1,
      low_fee_service_volume: 0,
      public_low_fee_overlap_volume: 0,
    },
    { total_service_volume: 0, public_service_volume: 0, low_fee_service_volume: 0, public_low_fee_overlap_volume: 0 },
  ),
];

/** Choices and days. */
const circumstances: Change[] = [
  oneOf("org_type", "internet_enterprise", "other"),
  oneOf("audit_opinion", "qualified", "adverse", "disclaimer"),
  oneOf("credit_status", "penalty", "abnormal_listed", "serious_listed", "serious_listed"),
  oneOf("service_volume_unit", "mixed"),
  oneOf("tech_qualification", "none", "not_required"),
  oneOf("training_qualification", "none", "not_required"),
  oneOf("established_date", "2024-02-29", "2024-06-10", "2024-06-11", "2024-01-01", "2024-01-02", "2025-12-01"),
  oneOf("operation_start_date", "2004-01-01", "2023-05-04", "2024-06-10", "2024-06-11", "2026-07-01"),
  oneOf("moved_into_zhengzhou_date", "2015-03-01", "2024-06-10", "2024-06-11", "2025-03-01"),
  oneOf("submission_date", "2026-02-28", "2026-09-25", "2025-12-31", "2027-01-04"),
  oneOf("application_round_year", 2025, 2026, 2027),
  oneOf("lease_end_date", "2026-06-09", "2026-06-10", "2020-01-31"),
  together(
    { premises_owned_sqm: 0, premises_leased_sqm: 0 },
    { premises_owned_sqm: 60, premises_leased_sqm: 0 },
    { premises_owned_sqm: 0, premises_leased_sqm: 300, lease_end_date: "2026-06-09" },
    { premises_owned_sqm: 0, premises_leased_sqm: 300, lease_end_date: "2026-06-10" },
  ),
  oneOf("claimed_functions", [], ["info"], ["tech"], ["startup", "training"], ["info", "tech", "startup"]),
  together(
    { tech_has_large_instruments: false, tech_instruments_shared: false },
    { tech_has_large_instruments: true, tech_instruments_shared: false },
  ),
  oneOf("never_certified", false),
  together(
    { never_certified: false, current_cert_valid_to: "2026-08-15" },
    { never_certified: false, current_cert_valid_to: "2027-08-15" },
    { never_certified: false, current_cert_valid_to: "2027-08-15", cancelled_on: "2025-04-01" },
    { never_certified: false, current_cert_valid_to: "2027-08-15", revoked_on: "2022-04-01" },
    { never_certified: false, cancelled_on: "2026-01-05" },
    { never_certified: false, revoked_on: "2023-06-09" },
    { never_certified: false, revoked_on: "2023-06-10" },
    { never_certified: false, revoked_on: "2024-02-29" },
  ),
];

/** What is left out on purpose: some of it unknown, some of it a statement. */
const absences: Change[] = [
  leaveOut("established_date"),
  leaveOut("unrated_count"),
  leaveOut("individual_businesses_in_served"),
  leaveOut("claimed_functions"),
  leaveOut("platform_type"),
  leaveOut("public_low_fee_overlap_volume"),
  leaveOut("staff_degree_or_title_count"),
  leaveOut("staff_degree_and_title_count"),
  leaveOut("smes_served_two_years_before"),
  leaveOut("never_certified"),
  leaveOut("tech_has_large_instruments"),
  leaveOut("tech_instruments_shared"),
  leaveOut("service_volume_unit"),
  leaveOut("premises_owned_sqm", "lease_end_date"),
];

/** Values possible alone that contradict each other, one row of the table each. */
const contradictions: Change[] = [
  (facts, random) => {
    facts.unrated_count = count(facts, "unrated_count", 0) + random.between(1, 5);
  },
  (facts) => {
    facts.satisfied_count = count(facts, "smes_served_prev_year", 90) + 1;
    delete facts.unrated_count;
  },
  together({ service_income_prev_year_yuan: "1200000", operating_income_prev_year_yuan: "1199999.99" }),
  (facts) => {
    facts.staff_degree_or_title_count = count(facts, "service_staff_count", 12) + 1;
  },
  (facts) => {
    facts.staff_degree_and_title_count = count(facts, "staff_degree_or_title_count", 12) + 1;
  },
  (facts) => {
    facts.total_employees = Math.max(0, count(facts, "service_staff_count", 12) - 1);
  },
  (facts) => {
    facts.individual_businesses_in_served = count(facts, "smes_served_prev_year", 90) + 1;
  },
  (facts) => {
    facts.public_low_fee_overlap_volume = count(facts, "low_fee_service_volume", 10) + 0.5;
  },
  (facts, random) => {
    facts.public_service_volume = count(facts, "total_service_volume", 100) + 1;
    if (random.chance(0.5)) delete facts.public_low_fee_overlap_volume;
  },
  together(
    { never_certified: true, current_cert_valid_to: "2026-08-15" },
    { never_certified: true, cancelled_on: "2024-08-15" },
    { never_certified: true, revoked_on: "2020-08-15" },
  ),
  together({ tech_has_large_instruments: false, tech_instruments_shared: true }),
  oneOf("established_date", "2027-01-01", "2026-06-11"),
  together({ never_certified: false, revoked_on: "2026-06-11" }),
];

/** Every way, each drawn equally often. */
export const changes = [...noes, ...thresholds, ...circumstances, ...absences, ...contradictions] as [
  Change,
  ...Change[],
];
