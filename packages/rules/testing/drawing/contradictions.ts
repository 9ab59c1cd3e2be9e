import { formatDate, parseDate } from "../../src/facts/calendar.ts";
import type { Applicant } from "./applicant.ts";
import { decimalOf } from "./values.ts";

const count = (facts: Applicant, fact: string): number => (typeof facts[fact] === "number" ? facts[fact] : 0);
const afterSubmission = (facts: Applicant, excess: number, asOf: string): string => {
  const stated = facts.submission_date;
  return formatDate((parseDate(typeof stated === "string" ? stated : asOf) as number) + excess);
};
const volumeAbove = (volume: number, excess: number): number => decimalOf(Math.round(volume * 10_000) + excess);

/** For each contradiction of the policy: changes that bring it about, by an excess of 1 or more. */
export const contradictions: Readonly<Record<string, (facts: Applicant, excess: number, asOf: string) => Applicant>> = {
  satisfaction_counts_differ_from_served: (facts, excess) => ({
    unrated_count:
      excess +
      Math.max(
        0,
        count(facts, "smes_served_prev_year") - count(facts, "satisfied_count") - count(facts, "unsatisfied_count"),
      ),
  }),
  service_income_gt_operating_income: (_, excess) => ({
    operating_income_prev_year_yuan: "1000000",
    service_income_prev_year_yuan: `1000000.0${excess}`,
  }),
  qualified_staff_gt_service_staff: (facts, excess) => ({
    staff_degree_or_title_count: count(facts, "service_staff_count") + excess,
  }),
  staff_with_both_gt_staff_with_either: (facts, excess) => ({
    staff_degree_and_title_count: count(facts, "staff_degree_or_title_count") + excess,
  }),
  service_staff_gt_total_employees: (facts, excess) => ({
    service_staff_count: count(facts, "total_employees") + excess,
  }),
  individual_businesses_gt_served: (facts, excess) => ({
    individual_businesses_in_served: count(facts, "smes_served_prev_year") + excess,
  }),
  overlap_gt_smaller_part: (facts, excess) => ({
    public_low_fee_overlap_volume: volumeAbove(
      Math.min(count(facts, "public_service_volume"), count(facts, "low_fee_service_volume")),
      excess,
    ),
  }),
  public_and_low_fee_gt_total: (facts, excess) => ({
    public_low_fee_overlap_volume: 0,
    public_service_volume: volumeAbove(count(facts, "total_service_volume"), excess),
  }),
  never_certified_but_certificate_dated: (facts, excess, asOf) => ({
    never_certified: true,
    current_cert_valid_to: afterSubmission(facts, excess, asOf),
  }),
  never_certified_but_cancelled: (facts, excess, asOf) => ({
    never_certified: true,
    cancelled_on: afterSubmission(facts, -excess, asOf),
  }),
  never_certified_but_revoked: (facts, excess, asOf) => ({
    never_certified: true,
    revoked_on: afterSubmission(facts, -excess, asOf),
  }),
  instruments_shared_without_instruments: () => ({ tech_has_large_instruments: false, tech_instruments_shared: true }),
  established_after_submission: (facts, excess, asOf) => ({ established_date: afterSubmission(facts, excess, asOf) }),
  revoked_after_submission: (facts, excess, asOf) => ({
    never_certified: false,
    revoked_on: afterSubmission(facts, excess, asOf),
  }),
};
