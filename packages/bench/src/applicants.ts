import { changes } from "./changes.ts";
import { type Random, seededRandom } from "./random.ts";
import type { WireFacts } from "./wire-facts.ts";

export type { FactValue, WireFacts } from "./wire-facts.ts";

/** The day all applicants are judged on; a submission date of their own wins over it. */
export const AS_OF = "2026-06-10";
export const APPLICANT_COUNT = 10_000;

/** How far from a sound applicant each kind is, and what share of its facts it leaves out. */
const kinds = [
  { weight: 20, changes: [0, 0], leftOut: 0 },
  { weight: 20, changes: [1, 1], leftOut: 0 },
  { weight: 15, changes: [0, 1], leftOut: 0.03 },
  { weight: 20, changes: [2, 6], leftOut: 0.02 },
  { weight: 15, changes: [4, 15], leftOut: 0.15 },
  { weight: 9, changes: [2, 25], leftOut: 0.5 },
  { weight: 1, changes: [0, 0], leftOut: 1 },
] as const;
const totalWeight = kinds.reduce((sum, kind) => sum + kind.weight, 0);

/**
 * Draws applicants around every line of the table of criteria: sound ones, ones that miss a threshold by the smallest
 * step, ones that leave facts out, ones that contradict themselves. The same seed always gives the same applicants.
 */
export function drawApplicants(count: number = APPLICANT_COUNT, seed = 20_260_610): WireFacts[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => drawApplicant(random));
}

function drawApplicant(random: Random): WireFacts {
  const kind = drawKind(random);
  const facts = soundApplicant(random);
  const [fewest, most] = kind.changes;
  for (let left = random.between(fewest, most); left > 0; left -= 1) random.pick(changes)(facts, random);
  for (const fact of Object.keys(facts)) if (random.chance(kind.leftOut)) delete facts[fact];
  return facts;
}

function drawKind(random: Random): (typeof kinds)[number] {
  let ticket = random.between(1, totalWeight);
  for (const kind of kinds) {
    ticket -= kind.weight;
    if (ticket <= 0) return kind;
  }
  return kinds[0];
}

/** Meets every criterion, with at least the four lines' facts given and no two facts at odds. */
export function soundApplicant(random: Random): WireFacts {
  const served = random.between(60, 300);
  const unsatisfied = random.between(0, Math.floor(served / 20));
  const unrated = random.between(0, Math.floor(served / 20));
  const staff = random.between(12, 60);
  const union = random.between(Math.ceil(staff * 0.8), staff);
  const total = random.between(100, 2_000);
  const free = random.between(Math.ceil(total / 5), Math.floor(total / 2));
  const low = random.between(0, Math.floor(total / 2));
  const serviceIncome = random.between(1_000_000, 9_000_000);
  const yearBefore = random.between(30, served - 1);
  return {
    is_independent_legal_person: true,
    registered_in_zhengzhou: true,
    org_type: random.pick(["sme_service_org", "social_intermediary", "technical_service_org", "research_institute"]),
    established_date: `${random.between(2005, 2023)}-0${random.between(1, 9)}-${random.between(10, 28)}`,
    total_assets_prev_year_end_yuan: `${random.between(1_500_000, 20_000_000)}.${random.between(10, 99)}`,
    operating_income_prev_year_yuan: `${serviceIncome + random.between(0, 5_000_000)}.5`,
    service_income_prev_year_yuan: `${serviceIncome}`,
    net_assets_positive: true,
    audit_opinion: "unqualified",
    credit_status: "clean",
    smes_served_prev_year: served,
    smes_served_year_before: yearBefore,
    smes_served_two_years_before: random.between(10, yearBefore),
    individual_businesses_in_served: random.between(0, served - 60),
    satisfied_count: served - unsatisfied - unrated,
    unsatisfied_count: unsatisfied,
    unrated_count: unrated,
    premises_owned_sqm: random.pick([0, 0, 120.5, 800]),
    premises_leased_sqm: random.pick([80, 420.25, 1_500]),
    lease_end_date: `${random.between(2027, 2032)}-12-31`,
    has_service_facilities: true,
    partner_orgs_with_agreement: random.between(5, 20),
    has_management_system: true,
    has_service_process: true,
    has_fee_standard: true,
    has_quality_assurance: true,
    has_small_micro_discount_rule: true,
    service_volume_unit: random.pick(["次", "家", "人次", "工时", "合同"]),
    total_service_volume: total,
    public_service_volume: free,
    low_fee_service_volume: low,
    public_low_fee_overlap_volume: random.between(0, Math.min(free, low)),
    has_development_plan: true,
    has_annual_service_target: true,
    leader_honest_lawful: true,
    service_staff_count: staff,
    total_employees: staff + random.between(0, 40),
    staff_degree_or_title_count: union,
    staff_degree_and_title_count: random.between(0, union),
    platform_type: random.pick(["comprehensive", "specialized"]),
    claimed_functions: ["info", "tech", "startup", "training"],
    info_open_system: true,
    info_online_service: true,
    info_online_offline_linkage: true,
    info_offline_enterprises: random.between(60, 200),
    info_events: random.between(5, 30),
    tech_qualification: "held",
    tech_resource_organising: true,
    tech_expert_db: true,
    tech_project_db: true,
    tech_has_large_instruments: true,
    tech_instruments_shared: true,
    tech_events: random.between(5, 30),
    startup_guidance_ability: true,
    startup_project_db: true,
    startup_guide_book: true,
    startup_hotline: true,
    startup_gov_agency_service: true,
    startup_events: random.between(5, 30),
    training_qualification: "held",
    training_online: true,
    training_offline: true,
    training_evaluation: true,
    training_person_times: random.between(1_000, 9_000),
    never_certified: true,
  };
}
