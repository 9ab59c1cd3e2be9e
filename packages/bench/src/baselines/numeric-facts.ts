import type { FactValue, WireFacts } from "../applicants.ts";
import { type DayNumber, dayNumber } from "./calendar.ts";

/** An amount, a count, a day or a choice left out. All of them are 0 or more when known. */
export const UNKNOWN = -1;

/** Codes of the choices, by their place in the list; a choice left out is UNKNOWN. */
export const orgTypes = [
  "sme_service_org",
  "social_intermediary",
  "technical_service_org",
  "research_institute",
  "internet_enterprise",
  "other",
] as const;
export const creditStatuses = ["clean", "penalty", "abnormal_listed", "serious_listed"] as const;
export const auditOpinions = ["unqualified", "qualified", "adverse", "disclaimer"] as const;
export const volumeUnits = ["次", "家", "人次", "工时", "合同", "mixed"] as const;
export const platformTypes = ["comprehensive", "specialized"] as const;
/** In the order of the truth values: none fails, held passes, not_required is open. */
export const qualifications = ["none", "held", "not_required"] as const;
/** Each function is one bit; left out is UNKNOWN, in which every bit is set: all four are claimed. */
export const functionBits = { info: 1, tech: 2, startup: 4, training: 8 } as const;

/**
 * An applicant parsed once: every fact a criterion uses, as a number. One literal, so that every applicant has the
 * same shape in memory, whatever it leaves out.
 */
export function parseApplicant(wire: WireFacts) {
  return {
    // Yes or no as a truth value: 0 no, 1 yes, 2 unknown. A product of them is the three-valued "all".
    is_independent_legal_person: truth(wire.is_independent_legal_person),
    registered_in_zhengzhou: truth(wire.registered_in_zhengzhou),
    net_assets_positive: truth(wire.net_assets_positive),
    has_service_facilities: truth(wire.has_service_facilities),
    has_management_system: truth(wire.has_management_system),
    has_service_process: truth(wire.has_service_process),
    has_fee_standard: truth(wire.has_fee_standard),
    has_quality_assurance: truth(wire.has_quality_assurance),
    has_small_micro_discount_rule: truth(wire.has_small_micro_discount_rule),
    has_development_plan: truth(wire.has_development_plan),
    has_annual_service_target: truth(wire.has_annual_service_target),
    leader_honest_lawful: truth(wire.leader_honest_lawful),
    info_open_system: truth(wire.info_open_system),
    info_online_service: truth(wire.info_online_service),
    info_online_offline_linkage: truth(wire.info_online_offline_linkage),
    tech_resource_organising: truth(wire.tech_resource_organising),
    tech_expert_db: truth(wire.tech_expert_db),
    tech_project_db: truth(wire.tech_project_db),
    tech_has_large_instruments: truth(wire.tech_has_large_instruments),
    tech_instruments_shared: truth(wire.tech_instruments_shared),
    startup_guidance_ability: truth(wire.startup_guidance_ability),
    startup_project_db: truth(wire.startup_project_db),
    startup_guide_book: truth(wire.startup_guide_book),
    startup_hotline: truth(wire.startup_hotline),
    startup_gov_agency_service: truth(wire.startup_gov_agency_service),
    training_online: truth(wire.training_online),
    training_offline: truth(wire.training_offline),
    training_evaluation: truth(wire.training_evaluation),
    never_certified: truth(wire.never_certified),
    application_round_year: count(wire.application_round_year),
    smes_served_prev_year: count(wire.smes_served_prev_year),
    smes_served_year_before: count(wire.smes_served_year_before),
    smes_served_two_years_before: count(wire.smes_served_two_years_before),
    individual_businesses_in_served: count(wire.individual_businesses_in_served),
    satisfied_count: count(wire.satisfied_count),
    unsatisfied_count: count(wire.unsatisfied_count),
    unrated_count: count(wire.unrated_count),
    partner_orgs_with_agreement: count(wire.partner_orgs_with_agreement),
    service_staff_count: count(wire.service_staff_count),
    total_employees: count(wire.total_employees),
    staff_degree_or_title_count: count(wire.staff_degree_or_title_count),
    staff_degree_and_title_count: count(wire.staff_degree_and_title_count),
    info_offline_enterprises: count(wire.info_offline_enterprises),
    info_events: count(wire.info_events),
    tech_events: count(wire.tech_events),
    startup_events: count(wire.startup_events),
    training_person_times: count(wire.training_person_times),
    // 元 in 分.
    total_assets_prev_year_end_yuan: fen(wire.total_assets_prev_year_end_yuan),
    operating_income_prev_year_yuan: fen(wire.operating_income_prev_year_yuan),
    service_income_prev_year_yuan: fen(wire.service_income_prev_year_yuan),
    // Areas and volumes in ten-thousandths: whole, and below 2⁵³ even after the factor 5.
    premises_owned_sqm: tenThousandths(wire.premises_owned_sqm),
    premises_leased_sqm: tenThousandths(wire.premises_leased_sqm),
    total_service_volume: tenThousandths(wire.total_service_volume),
    public_service_volume: tenThousandths(wire.public_service_volume),
    low_fee_service_volume: tenThousandths(wire.low_fee_service_volume),
    public_low_fee_overlap_volume: tenThousandths(wire.public_low_fee_overlap_volume),
    established_date: day(wire.established_date),
    operation_start_date: day(wire.operation_start_date),
    moved_into_zhengzhou_date: day(wire.moved_into_zhengzhou_date),
    lease_end_date: day(wire.lease_end_date),
    submission_date: day(wire.submission_date),
    current_cert_valid_to: day(wire.current_cert_valid_to),
    cancelled_on: day(wire.cancelled_on),
    revoked_on: day(wire.revoked_on),
    org_type: choice(wire.org_type, orgTypes),
    credit_status: choice(wire.credit_status, creditStatuses),
    audit_opinion: choice(wire.audit_opinion, auditOpinions),
    service_volume_unit: choice(wire.service_volume_unit, volumeUnits),
    platform_type: choice(wire.platform_type, platformTypes),
    tech_qualification: choice(wire.tech_qualification, qualifications),
    training_qualification: choice(wire.training_qualification, qualifications),
    claimed_functions: claimedBits(wire.claimed_functions),
  };
}

export type NumericFacts = ReturnType<typeof parseApplicant>;

function truth(value: FactValue | undefined): number {
  return value === undefined ? 2 : value === true ? 1 : 0;
}

function count(value: FactValue | undefined): number {
  return typeof value === "number" ? value : UNKNOWN;
}

function tenThousandths(value: FactValue | undefined): number {
  return typeof value === "number" ? Math.round(value * 10_000) : UNKNOWN;
}

/** 元 as text to 分, by moving the point in the text: no floating point touches the decimals. */
function fen(value: FactValue | undefined): number {
  if (typeof value !== "string") return UNKNOWN;
  const [whole = "0", decimals = ""] = value.split(".");
  return Number(whole + decimals.padEnd(2, "0"));
}

function day(value: FactValue | undefined): DayNumber {
  return typeof value === "string" ? dayNumber(value) : UNKNOWN;
}

function choice(value: FactValue | undefined, options: readonly string[]): number {
  if (value === undefined) return UNKNOWN;
  const index = options.indexOf(String(value));
  if (index < 0) throw new RangeError(`${String(value)} is none of ${options.join(", ")}`);
  return index;
}

function claimedBits(value: FactValue | undefined): number {
  if (!Array.isArray(value)) return UNKNOWN;
  let bits = 0;
  for (const [name, bit] of Object.entries(functionBits)) if (value.includes(name)) bits |= bit;
  return bits;
}
