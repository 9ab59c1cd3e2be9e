import type { RuleProperties, TopLevelCondition } from "json-rules-engine";
import { type CriterionId, lineIds } from "./outcome.ts";

interface Comparison {
  fact: string;
  operator: string;
  value: unknown;
}
type Condition = Comparison | TopLevelCondition;

const is = (fact: string, value: unknown): Comparison => ({ fact, operator: "equal", value });
const isNot = (fact: string, value: unknown): Comparison => ({ fact, operator: "notEqual", value });
const among = (fact: string, value: string[]): Comparison => ({ fact, operator: "in", value });
const above = (fact: string, value: unknown): Comparison => ({ fact, operator: "greaterThan", value });
const atLeast = (fact: string, value: unknown): Comparison => ({ fact, operator: "greaterThanInclusive", value });
const below = (fact: string, value: unknown): Comparison => ({ fact, operator: "lessThan", value });
const atMost = (fact: string, value: unknown): Comparison => ({ fact, operator: "lessThanInclusive", value });
const fact = (name: string) => ({ fact: name });
const all = (...conditions: Condition[]): TopLevelCondition => ({ all: conditions });
const any = (...conditions: Condition[]): TopLevelCondition => ({ any: conditions });
const not = (condition: Condition): TopLevelCondition => ({ not: condition });

/** The lines are counted after they are decided; the engine runs higher priorities first. */
const COUNTED_LATER = 1;
const DECIDED_FIRST = 2;

/** Three values in a two-valued engine: one rule says met, one says not_met, silence is undetermined. */
function decide(criterion: CriterionId, met: TopLevelCondition, notMet: TopLevelCondition): RuleProperties[] {
  const priority = criterion === "art7_count" ? COUNTED_LATER : DECIDED_FIRST;
  const isLine = lineIds.some((id) => id === criterion);
  return (["met", "not_met"] as const).map((status) => ({
    conditions: status === "met" ? met : notMet,
    event: { type: status, params: { criterion } },
    priority,
    ...(isLine && { onSuccess: (_event, almanac) => void almanac.addFact(criterion, status) }),
  }));
}

/** What uses one of two facts at odds stays open, whatever the other rules say. */
function contradiction(conditions: TopLevelCondition, ...criteria: CriterionId[]): RuleProperties {
  return { conditions, event: { type: "contradiction", params: { criteria } }, priority: DECIDED_FIRST };
}

const yesNo = (criterion: CriterionId, name: string) => decide(criterion, all(is(name, true)), all(is(name, false)));
const least = (criterion: CriterionId, name: string, value: number) =>
  decide(criterion, all(atLeast(name, value)), all(below(name, value)));
const everyYes = (criterion: CriterionId, ...names: string[]) =>
  decide(criterion, all(...names.map((name) => is(name, true))), any(...names.map((name) => is(name, false))));

/** A line outside the claimed functions is not met whatever its facts. */
function line(criterion: CriterionId, claim: string, items: { met: Condition[]; notMet: Condition[] }) {
  return decide(
    criterion,
    all({ fact: "claimed_functions", operator: "contains", value: claim }, ...items.met),
    any({ fact: "claimed_functions", operator: "doesNotContain", value: claim }, ...items.notMet),
  );
}

function items(yes: string[], numbers: [string, number][], qualification?: string) {
  return {
    met: [
      ...yes.map((name) => is(name, true)),
      ...numbers.map(([name, value]) => atLeast(name, value)),
      ...(qualification === undefined ? [] : [is(qualification, "held")]),
    ],
    notMet: [
      ...yes.map((name) => is(name, false)),
      ...numbers.map(([name, value]) => below(name, value)),
      ...(qualification === undefined ? [] : [is(qualification, "none")]),
    ],
  };
}

const instruments = "tech_has_large_instruments";
const shared = "tech_instruments_shared";
const techItems = items(
  ["tech_resource_organising", "tech_expert_db", "tech_project_db"],
  [["tech_events", 5]],
  "tech_qualification",
);
const units = ["次", "家", "人次", "工时", "合同"];
const bodies = [
  "sme_service_org",
  "social_intermediary",
  "technical_service_org",
  "research_institute",
  "internet_enterprise",
];
const barred = any(
  atMost("submission_date", fact("ban_last_day")),
  above("standing_title_year", fact("submission_year")),
);
const leaseOnSubmission = (compare: typeof atLeast) => compare("lease_end_date", fact("submission_date"));

/** The table of criteria as rules. */
export const rules: RuleProperties[] = [
  ...yesNo("art6_1_legal_person", "is_independent_legal_person"),
  ...yesNo("art6_1_registered_in_zhengzhou", "registered_in_zhengzhou"),
  ...decide("art6_1_org_type", all(among("org_type", bodies)), all(is("org_type", "other"))),
  ...decide(
    "art6_1_two_years",
    all(
      atLeast("submission_date", fact("two_years_reached_on")),
      atLeast("submission_date", fact("two_years_in_zhengzhou_reached_on")),
    ),
    all(below("submission_date", fact("two_years_reached_on"))),
  ),
  ...least("art6_2_assets", "total_assets_prev_year_end_yuan", 150_000_000),
  ...least("art6_2_service_income", "service_income_prev_year_yuan", 100_000_000),
  ...decide(
    "art6_2_sound_operation",
    all(is("credit_status", "clean"), is("audit_opinion", "unqualified"), is("net_assets_positive", true)),
    all(is("credit_status", "serious_listed")),
  ),
  ...decide(
    "art6_3_sme_count",
    all(atLeast("served_without_individuals", 60)),
    all(below("smes_served_prev_year", 60)),
  ),
  ...decide(
    "art6_3_growth",
    all(
      above("smes_served_prev_year", fact("smes_served_year_before")),
      atMost("started_on", fact("first_day_of_year_before")),
      not(below("smes_served_year_before", fact("smes_served_two_years_before"))),
    ),
    all(atMost("smes_served_prev_year", fact("smes_served_year_before"))),
  ),
  ...decide(
    "art6_3_satisfaction",
    all(atLeast("satisfied_times_10", fact("all_ratings_times_9"))),
    all(below("best_satisfied_times_10", fact("all_ratings_times_9"))),
  ),
  ...decide(
    "art6_4_premises",
    any(above("premises_owned_sqm", 0), all(above("premises_leased_sqm", 0), leaseOnSubmission(atLeast))),
    all(is("premises_owned_sqm", 0), above("premises_leased_sqm", 0), leaseOnSubmission(below)),
  ),
  ...yesNo("art6_4_facilities", "has_service_facilities"),
  ...least("art6_4_partner_orgs", "partner_orgs_with_agreement", 5),
  ...everyYes(
    "art6_5_systems",
    "has_management_system",
    "has_service_process",
    "has_fee_standard",
    "has_quality_assurance",
  ),
  ...yesNo("art6_5_discount", "has_small_micro_discount_rule"),
  ...decide(
    "art6_5_public_share",
    all(
      among("service_volume_unit", units),
      above("total_service_volume", 0),
      atLeast("public_or_low_fee_least_times_5", fact("total_service_volume")),
    ),
    all(
      among("service_volume_unit", units),
      above("total_service_volume", 0),
      below("public_or_low_fee_most_times_5", fact("total_service_volume")),
    ),
  ),
  ...everyYes("art6_5_plan", "has_development_plan", "has_annual_service_target"),
  ...yesNo("art6_6_leader", "leader_honest_lawful"),
  ...least("art6_6_staff_count", "service_staff_count", 12),
  ...decide(
    "art6_6_staff_ratio",
    all(atLeast("qualified_at_least_times_10", fact("staff_times_8"))),
    all(below("qualified_exactly_times_10", fact("staff_times_8"))),
  ),
  ...line(
    "art7_info",
    "info",
    items(
      ["info_open_system", "info_online_service", "info_online_offline_linkage"],
      [
        ["info_offline_enterprises", 60],
        ["info_events", 5],
      ],
    ),
  ),
  ...line("art7_tech", "tech", {
    met: [
      ...techItems.met,
      any(all(is(instruments, false), isNot(shared, true)), all(is(shared, true), isNot(instruments, false))),
    ],
    notMet: [
      all(
        any(isNot(instruments, false), isNot(shared, true)),
        any(...techItems.notMet, all(is(instruments, true), is(shared, false))),
      ),
    ],
  }),
  ...line(
    "art7_startup",
    "startup",
    items(
      [
        "startup_guidance_ability",
        "startup_project_db",
        "startup_guide_book",
        "startup_hotline",
        "startup_gov_agency_service",
      ],
      [["startup_events", 5]],
    ),
  ),
  ...line(
    "art7_training",
    "training",
    items(
      ["training_online", "training_offline", "training_evaluation"],
      [["training_person_times", 1_000]],
      "training_qualification",
    ),
  ),
  ...decide(
    "art7_count",
    any(atLeast("lines_met", 3), all(is("platform_type", "specialized"), atLeast("lines_met", 1))),
    any(below("lines_possible", 1), all(is("platform_type", "comprehensive"), below("lines_possible", 3))),
  ),
  ...decide("art14_reapply", all(is("certification_is_known", true), not(barred)), barred),
  contradiction(
    any(
      above("rated_count", fact("smes_served_prev_year")),
      below("all_ratings", fact("smes_served_prev_year")),
      above("all_ratings", fact("smes_served_prev_year")),
      above("individual_businesses_in_served", fact("smes_served_prev_year")),
    ),
    "art6_3_sme_count",
    "art6_3_growth",
    "art6_3_satisfaction",
  ),
  contradiction(
    all(above("service_income_prev_year_yuan", fact("operating_income_prev_year_yuan"))),
    "art6_2_service_income",
  ),
  contradiction(
    any(
      above("staff_degree_or_title_count", fact("service_staff_count")),
      above("service_staff_count", fact("total_employees")),
    ),
    "art6_6_staff_count",
    "art6_6_staff_ratio",
  ),
  contradiction(all(above("staff_degree_and_title_count", fact("staff_degree_or_title_count"))), "art6_6_staff_ratio"),
  contradiction(
    any(
      above("public_low_fee_overlap_volume", fact("smaller_part")),
      above("public_or_low_fee_least", fact("total_service_volume")),
    ),
    "art6_5_public_share",
  ),
  contradiction(all(is("never_certified", true), above("certification_events", 0)), "art14_reapply"),
  contradiction(
    all(above("established_date", fact("submission_date"))),
    "art6_1_two_years",
    "art6_3_growth",
    "art6_4_premises",
    "art14_reapply",
  ),
  contradiction(
    all(above("revoked_on", fact("submission_date"))),
    "art6_1_two_years",
    "art6_4_premises",
    "art14_reapply",
  ),
];
