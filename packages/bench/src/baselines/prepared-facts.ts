import type { FactValue, WireFacts } from "../applicants.ts";
import { type DayNumber, yearOf, yearsLater } from "./calendar.ts";
import { type NumericFacts, parseApplicant, UNKNOWN } from "./numeric-facts.ts";

type PreparedFacts = { [fact: string]: FactValue };

/**
 * An applicant as json-rules-engine likes it: flat, days and money as numbers, unknown facts left out. The engine has
 * no arithmetic, so sums, products and corresponding days are prepared here, outside the measured time; so are the
 * statements that absences make. Every comparison, every "all" and "any" and every status is left to the engine.
 */
export function prepareFacts(wire: WireFacts, asOf: DayNumber): PreparedFacts {
  const numbers = parseApplicant(wire);
  const submission = numbers.submission_date === UNKNOWN ? asOf : numbers.submission_date;
  const prepared: PreparedFacts = {
    ...knownAsNumbers(wire, numbers),
    submission_date: submission,
    submission_year: yearOf(submission),
    claimed_functions: wire.claimed_functions ?? ["info", "tech", "startup", "training"],
  };
  const derived = {
    ...derivedDays(numbers, submission),
    ...derivedRatings(numbers),
    ...derivedVolumes(numbers),
    ...derivedStaff(numbers),
  };
  for (const [fact, value] of Object.entries(derived)) if (value !== undefined) prepared[fact] = value;
  return prepared;
}

/** The wire facts with text that stands for a number turned into that number. */
function knownAsNumbers(wire: WireFacts, numbers: NumericFacts): PreparedFacts {
  const facts: PreparedFacts = {};
  for (const [fact, value] of Object.entries(wire)) {
    const isNumeric = typeof value === "number" || (typeof value === "string" && /^\d/.test(value));
    facts[fact] = isNumeric ? numbers[fact as keyof NumericFacts] : value;
  }
  return facts;
}

/** The value, or undefined where one of the numbers it is made of is unknown. */
function known<T>(needed: number[], make: () => T): T | undefined {
  return needed.includes(UNKNOWN) ? undefined : make();
}

function derivedDays(numbers: NumericFacts, submission: DayNumber) {
  const { established_date, moved_into_zhengzhou_date: moved, revoked_on, cancelled_on } = numbers;
  const validTo = numbers.current_cert_valid_to;
  const started = established_date === UNKNOWN ? UNKNOWN : Math.max(established_date, numbers.operation_start_date);
  const roundYear = numbers.application_round_year === UNKNOWN ? yearOf(submission) : numbers.application_round_year;
  const events = [validTo, cancelled_on, revoked_on].filter((day) => day !== UNKNOWN).length;
  const stands = cancelled_on === UNKNOWN && revoked_on === UNKNOWN;
  const neverIsKnown = numbers.never_certified !== 2;
  return {
    started_on: known([started], () => started),
    two_years_reached_on: known([started], () => yearsLater(started, 2)),
    two_years_in_zhengzhou_reached_on: known([started], () => yearsLater(moved === UNKNOWN ? started : moved, 2)),
    first_day_of_year_before: (roundYear - 2) * 10_000 + 101,
    certification_events: events,
    certification_is_known: neverIsKnown || events > 0,
    ban_last_day: known([revoked_on], () => yearsLater(revoked_on, 3)),
    standing_title_year: stands ? known([validTo], () => yearOf(validTo)) : undefined,
  };
}

function derivedRatings(numbers: NumericFacts) {
  const { smes_served_prev_year: served, satisfied_count: satisfied, unsatisfied_count: unsatisfied } = numbers;
  const individuals = Math.max(0, numbers.individual_businesses_in_served);
  const rated = known([satisfied, unsatisfied], () => satisfied + unsatisfied);
  const byDefault = rated === undefined ? undefined : known([served], () => served - rated);
  const unrated = numbers.unrated_count === UNKNOWN ? byDefault : numbers.unrated_count;
  const all = rated === undefined || unrated === undefined ? undefined : rated + unrated;
  const anyRated = rated !== undefined && rated > 0;
  return {
    served_without_individuals: known([served], () => served - individuals),
    rated_count: rated,
    all_ratings: all,
    satisfied_times_10: known([satisfied], () => 10 * satisfied),
    best_satisfied_times_10: unrated === undefined ? undefined : known([satisfied], () => 10 * (satisfied + unrated)),
    all_ratings_times_9: anyRated && all !== undefined ? 9 * all : undefined,
  };
}

function derivedVolumes(numbers: NumericFacts) {
  const { public_service_volume: free, low_fee_service_volume: low, public_low_fee_overlap_volume: overlap } = numbers;
  const least = overlap === UNKNOWN ? Math.max(free, low) : free + low - overlap;
  const most = overlap === UNKNOWN ? free + low : least;
  return {
    smaller_part: known([free, low], () => Math.min(free, low)),
    public_or_low_fee_least: known([free, low], () => least),
    public_or_low_fee_least_times_5: known([free, low], () => 5 * least),
    public_or_low_fee_most_times_5: known([free, low], () => 5 * most),
  };
}

function derivedStaff(numbers: NumericFacts) {
  const { service_staff_count: staff, staff_degree_or_title_count: union } = numbers;
  const atLeast = union === UNKNOWN ? numbers.staff_degree_and_title_count : union;
  return {
    staff_times_8: staff > 0 ? 8 * staff : undefined,
    qualified_at_least_times_10: known([atLeast], () => 10 * atLeast),
    qualified_exactly_times_10: known([union], () => 10 * union),
  };
}
