/** The 26 criteria in the order in which every assessment lists them. */
export const criterionIds = [
  "art6_1_legal_person",
  "art6_1_registered_in_zhengzhou",
  "art6_1_org_type",
  "art6_1_two_years",
  "art6_2_assets",
  "art6_2_service_income",
  "art6_2_sound_operation",
  "art6_3_sme_count",
  "art6_3_growth",
  "art6_3_satisfaction",
  "art6_4_premises",
  "art6_4_facilities",
  "art6_4_partner_orgs",
  "art6_5_systems",
  "art6_5_discount",
  "art6_5_public_share",
  "art6_5_plan",
  "art6_6_leader",
  "art6_6_staff_count",
  "art6_6_staff_ratio",
  "art7_info",
  "art7_tech",
  "art7_startup",
  "art7_training",
  "art7_count",
  "art14_reapply",
] as const;

/** The four function lines count towards art7_count and never decide the verdict by themselves. */
export const lineIds = ["art7_info", "art7_tech", "art7_startup", "art7_training"] as const;

export type CriterionId = (typeof criterionIds)[number];
export type Status = "met" | "not_met" | "undetermined";
export type Verdict = "not_met" | "undetermined" | "met_pending_review";
export type Statuses = Record<CriterionId, Status>;

/** What every contender answers about one applicant. */
export interface Outcome {
  verdict: Verdict;
  statuses: Statuses;
}

const lines: ReadonlySet<CriterionId> = new Set(lineIds);
const decisiveIds = criterionIds.filter((id) => !lines.has(id));

/** Any not_met outside the four lines decides; else anything open there leaves the verdict open. */
export function verdictOf(statuses: Statuses): Verdict {
  let open = false;
  for (const id of decisiveIds) {
    if (statuses[id] === "not_met") return "not_met";
    if (statuses[id] === "undetermined") open = true;
  }
  return open ? "undetermined" : "met_pending_review";
}
