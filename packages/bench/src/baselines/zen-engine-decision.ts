import { auditOpinions, creditStatuses, functionBits, orgTypes, platformTypes, volumeUnits } from "./numeric-facts.ts";

const CLEAN = creditStatuses.indexOf("clean");
const SERIOUS_LISTED = creditStatuses.indexOf("serious_listed");
const UNQUALIFIED = auditOpinions.indexOf("unqualified");
const OTHER_BODY = orgTypes.indexOf("other");
const MIXED_UNIT = volumeUnits.indexOf("mixed");
const COMPREHENSIVE = platformTypes.indexOf("comprehensive");
const SPECIALIZED = platformTypes.indexOf("specialized");

/** Truth values as in the numeric facts: 0 not met, 1 met, 2 open. */
type Expression = { key: string; value: string };

const as = (key: string, value: string): Expression => ({ key, value });
const unknown = (fact: string) => `${fact} == -1`;
const settled = (product: string) => `min([${product}, 2])`;
const least = (fact: string, value: number) => `(${unknown(fact)} ? 2 : ${fact} >= ${value} ? 1 : 0)`;
const every = (...factors: string[]) => settled(factors.join(" * "));
const yearsLater = (day: string, years: number) => `${day} + ${years}0000 - (${day} % 10000 == 229 ? 1 : 0)`;
const year = (day: string) => `floor(${day} / 10000)`;
const qualification = (fact: string) => `(${unknown(fact)} ? 2 : ${fact})`;
const line = (name: keyof typeof functionBits, test: string) =>
  `claimed_functions != -1 and ${isUnclaimed(functionBits[name])} ? 0 : ${test}`;

const lines = "[$.art7_info, $.art7_tech, $.art7_startup, $.art7_training]";

/** Whether a bit is clear, by whole division: the language has no bitwise operators. */
function isUnclaimed(bit: number): string {
  return `floor(claimed_functions / ${bit}) % 2 == 0`;
}

const helpers: Expression[] = [
  as("submission_clashes", "established_date > submission_date or revoked_on > submission_date"),
  as("started", "established_date == -1 ? -1 : max([established_date, operation_start_date])"),
  as("rated", "satisfied_count == -1 or unsatisfied_count == -1 ? -1 : satisfied_count + unsatisfied_count"),
  as(
    "unrated",
    "unrated_count != -1 ? unrated_count : smes_served_prev_year == -1 or $.rated == -1 ? -1 : smes_served_prev_year - $.rated",
  ),
  as(
    "served_clashes",
    "smes_served_prev_year != -1 and (individual_businesses_in_served > smes_served_prev_year or " +
      "($.rated != -1 and ($.rated > smes_served_prev_year or $.rated + $.unrated != smes_served_prev_year)))",
  ),
  as(
    "staff_clashes",
    "(service_staff_count != -1 and staff_degree_or_title_count > service_staff_count) or " +
      "(total_employees != -1 and service_staff_count > total_employees)",
  ),
  as(
    "overlap_most",
    "public_low_fee_overlap_volume != -1 ? public_low_fee_overlap_volume : " +
      "min([public_service_volume, low_fee_service_volume])",
  ),
];

const criteria: Expression[] = [
  as("art6_1_legal_person", "is_independent_legal_person"),
  as("art6_1_registered_in_zhengzhou", "registered_in_zhengzhou"),
  as("art6_1_org_type", `${unknown("org_type")} ? 2 : org_type == ${OTHER_BODY} ? 0 : 1`),
  as(
    "art6_1_two_years",
    `$.submission_clashes or $.started == -1 ? 2 : submission_date < ${yearsLater("$.started", 2)} ? 0 : ` +
      `moved_into_zhengzhou_date != -1 and submission_date < ${yearsLater("moved_into_zhengzhou_date", 2)} ? 2 : 1`,
  ),
  as("art6_2_assets", least("total_assets_prev_year_end_yuan", 150_000_000)),
  as(
    "art6_2_service_income",
    "operating_income_prev_year_yuan != -1 and service_income_prev_year_yuan > operating_income_prev_year_yuan ? 2 : " +
      least("service_income_prev_year_yuan", 100_000_000),
  ),
  as(
    "art6_2_sound_operation",
    `credit_status == ${SERIOUS_LISTED} ? 0 : ` +
      `credit_status == ${CLEAN} and audit_opinion == ${UNQUALIFIED} and net_assets_positive == 1 ? 1 : 2`,
  ),
  as(
    "art6_3_sme_count",
    "$.served_clashes or smes_served_prev_year == -1 ? 2 : smes_served_prev_year < 60 ? 0 : " +
      "smes_served_prev_year - max([0, individual_businesses_in_served]) < 60 ? 2 : 1",
  ),
  as(
    "art6_3_growth",
    "$.served_clashes or established_date > submission_date ? 2 : " +
      "smes_served_prev_year == -1 or smes_served_year_before == -1 ? 2 : " +
      "smes_served_prev_year <= smes_served_year_before ? 0 : " +
      "$.started != -1 and $.started <= first_day_of_year_before and " +
      "smes_served_year_before >= smes_served_two_years_before ? 1 : 2",
  ),
  as(
    "art6_3_satisfaction",
    "$.served_clashes or $.rated <= 0 or $.unrated == -1 ? 2 : " +
      "10 * satisfied_count >= 9 * ($.rated + $.unrated) ? 1 : " +
      "10 * (satisfied_count + $.unrated) < 9 * ($.rated + $.unrated) ? 0 : 2",
  ),
  as(
    "art6_4_premises",
    "$.submission_clashes ? 2 : premises_owned_sqm > 0 ? 1 : premises_leased_sqm <= 0 or lease_end_date == -1 ? 2 : " +
      "lease_end_date >= submission_date ? 1 : premises_owned_sqm == 0 ? 0 : 2",
  ),
  as("art6_4_facilities", "has_service_facilities"),
  as("art6_4_partner_orgs", least("partner_orgs_with_agreement", 5)),
  as(
    "art6_5_systems",
    every("has_management_system", "has_service_process", "has_fee_standard", "has_quality_assurance"),
  ),
  as("art6_5_discount", "has_small_micro_discount_rule"),
  as(
    "art6_5_public_share",
    `${unknown("service_volume_unit")} or service_volume_unit == ${MIXED_UNIT} or total_service_volume <= 0 or ` +
      "public_service_volume == -1 or low_fee_service_volume == -1 or " +
      "public_low_fee_overlap_volume > min([public_service_volume, low_fee_service_volume]) or " +
      "public_service_volume + low_fee_service_volume - $.overlap_most > total_service_volume ? 2 : " +
      "5 * (public_service_volume + low_fee_service_volume - $.overlap_most) >= total_service_volume ? 1 : " +
      "5 * (public_service_volume + low_fee_service_volume - max([0, public_low_fee_overlap_volume])) < " +
      "total_service_volume ? 0 : 2",
  ),
  as("art6_5_plan", every("has_development_plan", "has_annual_service_target")),
  as("art6_6_leader", "leader_honest_lawful"),
  as("art6_6_staff_count", `$.staff_clashes ? 2 : ${least("service_staff_count", 12)}`),
  as(
    "art6_6_staff_ratio",
    "$.staff_clashes or service_staff_count <= 0 or " +
      "(staff_degree_or_title_count != -1 and staff_degree_and_title_count > staff_degree_or_title_count) ? 2 : " +
      "staff_degree_or_title_count != -1 ? (10 * staff_degree_or_title_count >= 8 * service_staff_count ? 1 : 0) : " +
      "10 * staff_degree_and_title_count >= 8 * service_staff_count ? 1 : 2",
  ),
  as(
    "art7_info",
    line(
      "info",
      every(
        "info_open_system",
        "info_online_service",
        "info_online_offline_linkage",
        least("info_offline_enterprises", 60),
        least("info_events", 5),
      ),
    ),
  ),
  as(
    "art7_tech",
    line(
      "tech",
      "tech_has_large_instruments == 0 and tech_instruments_shared == 1 ? 2 : " +
        every(
          qualification("tech_qualification"),
          "tech_resource_organising",
          "tech_expert_db",
          "tech_project_db",
          "(tech_has_large_instruments == 0 ? 1 : " +
            "tech_has_large_instruments == 1 or tech_instruments_shared == 1 ? tech_instruments_shared : 2)",
          least("tech_events", 5),
        ),
    ),
  ),
  as(
    "art7_startup",
    line(
      "startup",
      every(
        "startup_guidance_ability",
        "startup_project_db",
        "startup_guide_book",
        "startup_hotline",
        "startup_gov_agency_service",
        least("startup_events", 5),
      ),
    ),
  ),
  as(
    "art7_training",
    line(
      "training",
      every(
        qualification("training_qualification"),
        "training_online",
        "training_offline",
        "training_evaluation",
        least("training_person_times", 1_000),
      ),
    ),
  ),
  as("lines_met", `count(${lines}, # == 1)`),
  as("lines_possible", `count(${lines}, # != 0)`),
  as(
    "art7_count",
    `$.lines_met >= (platform_type == ${SPECIALIZED} ? 1 : 3) ? 1 : ` +
      `$.lines_possible < (platform_type == ${COMPREHENSIVE} ? 3 : 1) ? 0 : 2`,
  ),
  as(
    "art14_reapply",
    "$.submission_clashes ? 2 : " +
      "current_cert_valid_to == -1 and cancelled_on == -1 and revoked_on == -1 ? (never_certified == 2 ? 2 : 1) : " +
      "never_certified == 1 ? 2 : " +
      `revoked_on != -1 ? (submission_date <= ${yearsLater("revoked_on", 3)} ? 0 : 1) : ` +
      `cancelled_on == -1 and ${year("current_cert_valid_to")} > ${year("submission_date")} ? 0 : 1`,
  ),
];

/** The decision as a JDM graph: facts in, one expression node, truth values out. */
export const decision = {
  contentType: "application/vnd.gorules.decision",
  nodes: [
    { id: "facts", name: "facts", type: "inputNode", position: { x: 0, y: 0 }, content: {} },
    {
      id: "criteria",
      name: "criteria",
      type: "expressionNode",
      position: { x: 300, y: 0 },
      content: { expressions: [...helpers, ...criteria].map((expression) => ({ id: expression.key, ...expression })) },
    },
    { id: "statuses", name: "statuses", type: "outputNode", position: { x: 600, y: 0 }, content: {} },
  ],
  edges: [
    { id: "in", type: "edge", sourceId: "facts", targetId: "criteria" },
    { id: "out", type: "edge", sourceId: "criteria", targetId: "statuses" },
  ],
};
