import { formatDate, yearOfDay } from "../../src/facts/calendar.ts";
import type { Applicant } from "./applicant.ts";

/**
 * The groups of facts of an applicant who meets every condition and has every paper in order. A drawn applicant takes some
 * groups from here, since one drawn throughout at random would hardly ever meet all 26 criteria.
 */
export function strongGroups(submission: number) {
  const day = (offset: number): string => formatDate(submission + offset);
  const baseYear = yearOfDay(submission) - 1;
  const yes = (...facts: string[]): Applicant => Object.fromEntries(facts.map((fact) => [fact, true]));
  return {
    beginnings: { established_date: day(-2_650) },
    finance: {
      total_assets_prev_year_end_yuan: "3200000.00",
      service_income_prev_year_yuan: "2100000.00",
      operating_income_prev_year_yuan: "2600000.00",
      total_profit_prev_year_yuan: "300000",
      tax_paid_prev_year_yuan: "90000",
      net_assets_positive: true,
      audit_opinion: "unqualified",
      credit_status: "clean",
      penalty_details: "无",
    },
    served: {
      smes_served_prev_year: 96,
      smes_served_year_before: 81,
      smes_served_two_years_before: 70,
      satisfied_count: 93,
      unsatisfied_count: 3,
    },
    premises: {
      premises_owned_sqm: 0,
      premises_leased_sqm: 420,
      lease_end_date: day(900),
      premises_address_matches: true,
      has_service_facilities: true,
      equipment_count: 12,
      equipment_purchase_price_yuan: "860000",
      partner_orgs_with_agreement: 8,
    },
    writtenRules: yes(
      "has_management_system",
      "has_service_process",
      "has_fee_standard",
      "has_quality_assurance",
      "has_small_micro_discount_rule",
      "has_development_plan",
      "has_annual_service_target",
    ),
    volumes: {
      service_volume_unit: "次",
      total_service_volume: 400,
      public_service_volume: 70,
      low_fee_service_volume: 40,
      public_low_fee_overlap_volume: 0,
    },
    staff: {
      service_staff_count: 16,
      total_employees: 22,
      staff_degree_or_title_count: 15,
      staff_degree_and_title_count: 13,
    },
    serviceFunctions: {
      ...yes("info_open_system", "info_online_service", "info_online_offline_linkage"),
      ...yes("tech_resource_organising", "tech_expert_db", "tech_project_db"),
      ...yes("tech_has_large_instruments", "tech_instruments_shared"),
      ...yes("startup_guidance_ability", "startup_project_db", "startup_guide_book", "startup_hotline"),
      ...yes("startup_gov_agency_service", "training_online", "training_offline", "training_evaluation"),
      info_offline_enterprises: 80,
      info_events: 9,
      tech_qualification: "held",
      tech_events: 6,
      startup_events: 7,
      training_qualification: "held",
      training_person_times: 1_800,
    },
    history: { never_certified: true },
    materials: {
      materials_in_hand: [..."M01 M02 M03 M04 M05 M06 M07 M08 M09 M10 M11 M12 M13 M14".split(" ")],
      has_website: true,
      permit_required: true,
      icp_number: "豫ICP备2021001234号-1",
      permit_valid_to: day(500),
      credit_report_date: day(0),
      gsxt_query_date: day(0),
      gsxt_pages: ["行政处罚信息", "列入经营异常名录信息", "严重违法失信企业名单"],
      gsxt_sealed: true,
      annual_audit_year: baseYear,
      annual_audit_covers_service_income: true,
      audit_verification_code: "20260001",
      agreement_small_micro_count: 0,
      activity_evidence_count: 12,
      five_open_items: ["服务内容", "服务流程", "服务标准", "服务收费", "服务时间"],
      declaration_sealed: true,
      declaration_signed_by_legal_rep: true,
      declaration_date: day(0),
    },
  } satisfies Record<string, Applicant>;
}

export type GroupName = keyof ReturnType<typeof strongGroups>;
