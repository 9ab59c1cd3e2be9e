import fc from "fast-check";
import { formatDate, parseDate } from "../../src/facts/calendar.ts";
import { formatScaled, parseScaled } from "../../src/facts/decimal.ts";
import { type Applicant, completeApplicant } from "../applicants.ts";
import { decimalOf } from "../drawing/values.ts";
import { zhengzhouPolicy } from "../policy.ts";
import { accept, outcomeOf } from "./evaluation.ts";
import { property, type RuleProperty } from "./property.ts";

/** A change for the better: quantities move by an amount (dates by days), choices go to the better value. */
interface Improvement {
  readonly more?: readonly string[];
  readonly less?: readonly string[];
  readonly becomes?: Applicant;
  readonly dropped?: readonly string[];
  /** Only where the fact is above zero. */
  readonly where?: string;
}

const yesIsBetter = zhengzhouPolicy.document.facts
  .filter((fact) => fact.type === "bool")
  .map((fact) => fact.id)
  .filter(
    (fact) =>
      // A platform with instruments has one duty more; a website or a permit asks for papers, not for a condition.
      !["tech_has_large_instruments", "never_certified", "has_website", "permit_required"].includes(fact),
  );

/** What improves an applicant, and what has to move along so that the answers still agree with each other. */
export const improvements: readonly Improvement[] = [
  ...yesIsBetter.map((fact) => ({ becomes: { [fact]: true } })),
  { becomes: { tech_has_large_instruments: false }, dropped: ["tech_instruments_shared"] },
  { becomes: { never_certified: true }, dropped: ["current_cert_valid_to", "cancelled_on", "revoked_on"] },
  { becomes: { org_type: "sme_service_org" } },
  { becomes: { credit_status: "clean" } },
  { becomes: { audit_opinion: "unqualified" } },
  { becomes: { tech_qualification: "held" } },
  { becomes: { training_qualification: "held" } },
  { becomes: { platform_type: "specialized" } },
  { dropped: ["claimed_functions"] },
  { dropped: ["moved_into_zhengzhou_date"] },
  { dropped: ["individual_businesses_in_served"] },
  { dropped: ["revoked_on"] },
  { more: ["total_assets_prev_year_end_yuan"] },
  { more: ["service_income_prev_year_yuan", "operating_income_prev_year_yuan"] },
  { more: ["smes_served_prev_year", "satisfied_count"] },
  { less: ["smes_served_year_before", "smes_served_two_years_before"] },
  { less: ["smes_served_two_years_before"] },
  { less: ["individual_businesses_in_served"] },
  { more: ["satisfied_count"], less: ["unsatisfied_count"] },
  { more: ["satisfied_count"], less: ["unrated_count"] },
  { more: ["partner_orgs_with_agreement"] },
  { more: ["premises_owned_sqm"] },
  // The first square metre leased can turn borrowed premises, open, into a lease that has ended, not met.
  { more: ["premises_leased_sqm"], where: "premises_leased_sqm" },
  { more: ["lease_end_date"] },
  { more: ["public_service_volume"] },
  { more: ["low_fee_service_volume"] },
  { less: ["public_low_fee_overlap_volume"] },
  { less: ["total_service_volume"], where: "total_service_volume" },
  { more: ["service_staff_count", "total_employees", "staff_degree_or_title_count", "staff_degree_and_title_count"] },
  { more: ["staff_degree_or_title_count"] },
  { more: ["staff_degree_or_title_count", "staff_degree_and_title_count"] },
  { more: ["info_offline_enterprises"] },
  { more: ["info_events"] },
  { more: ["tech_events"] },
  { more: ["startup_events"] },
  { more: ["training_person_times"] },
  { less: ["established_date"] },
  { less: ["operation_start_date"] },
  { less: ["moved_into_zhengzhou_date"] },
  { less: ["current_cert_valid_to"] },
  { less: ["revoked_on"] },
];

/** Moves a value of the wire by so many units, days or 分; undefined where it is not given or would leave its range. */
function move(value: unknown, amount: number): unknown {
  if (typeof value === "number") {
    return value + amount >= 0 ? decimalOf(Math.round(value * 10_000) + amount * 10_000) : undefined;
  }
  if (typeof value !== "string") return undefined;
  const day = parseDate(value);
  if (day !== undefined) return formatDate(day + amount);
  const cents = parseScaled(value, 2) + amount;
  return cents >= 0 ? formatScaled(cents, 2) : undefined;
}

function improve(
  facts: Applicant,
  { more = [], less = [], ...rest }: Improvement,
  amount: number,
): Applicant | undefined {
  if (rest.where !== undefined && !((facts[rest.where] as number) > 0)) return undefined;
  const better: Applicant = { ...facts, ...rest.becomes };
  for (const fact of rest.dropped ?? []) delete better[fact];
  for (const fact of [...more, ...less]) {
    const moved = move(facts[fact], more.includes(fact) ? amount : -amount);
    if (moved === undefined) return undefined;
    better[fact] = moved;
  }
  return better;
}

const rank: Readonly<Record<string, number>> = { not_met: 0, undetermined: 1, met: 2, met_pending_review: 2 };
const judged = [...zhengzhouPolicy.document.criteria.map((criterion) => criterion.id), "verdict"];

export const directionProperties: readonly RuleProperty[] = [
  property(
    "more of a good thing never makes a criterion or the verdict worse",
    10,
    [completeApplicant(), fc.constantFrom(...improvements), fc.oneof(fc.integer({ min: 1, max: 3 }), fc.nat(2_000))],
    (facts, improvement, amount) => {
      const better = improve(facts, improvement, amount);
      if (better === undefined) return;
      const after = outcomeOf(accept(better));
      if (after.contradicted) return;
      const before = outcomeOf(accept(facts));
      for (const id of judged) {
        const [from, to] = [before.statuses[id] as string, after.statuses[id] as string];
        if ((rank[to] as number) < (rank[from] as number)) throw new Error(`${id}: ${from} became ${to}`);
      }
    },
  ),
];
