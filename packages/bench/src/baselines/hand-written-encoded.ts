import { type DayNumber, yearOf, yearsLater } from "./calendar.ts";
import {
  auditOpinions,
  creditStatuses,
  functionBits,
  type NumericFacts,
  orgTypes,
  platformTypes,
  UNKNOWN,
  volumeUnits,
} from "./numeric-facts.ts";
import type { Outcome, Status } from "./outcome.ts";

/**
 * A truth value: 0 not met, 1 met, 2 open. A product is then the three-valued "all": 0 as soon as one is 0, 1 only when
 * every one is 1, and above 1 otherwise.
 */
type Truth = number;
const NOT_MET = 0;
const MET = 1;
const OPEN = 2;
/** Looked up, not chosen: a lookup is short enough to be inlined 26 times. */
const statusOfTruth: readonly Status[] = ["not_met", "met", "undetermined"];

const CLEAN = creditStatuses.indexOf("clean");
const SERIOUS_LISTED = creditStatuses.indexOf("serious_listed");
const UNQUALIFIED = auditOpinions.indexOf("unqualified");
const OTHER_BODY = orgTypes.indexOf("other");
const MIXED_UNIT = volumeUnits.indexOf("mixed");
const COMPREHENSIVE = platformTypes.indexOf("comprehensive");

/**
 * The 26 criteria by hand on facts encoded for them beforehand (`parseApplicant`): truth values that multiply, days whose
 * years add, choices coded as what they mean. Part of the judging is done by the encoding, so that no other contender is
 * held against it; it is what the engines of others are checked by, and shows what is left where nothing but judging is.
 * `asOf` stands for a submission date left out.
 */
export function judgeEncoded(facts: NumericFacts, asOf: DayNumber): Outcome {
  const submission = facts.submission_date === UNKNOWN ? asOf : facts.submission_date;
  const established = facts.established_date;
  const establishedLater = established > submission;
  // The submission date is one of the two dates that clash, so that whatever uses it is open.
  const submissionClashes = establishedLater || facts.revoked_on > submission;
  const started = startedOn(facts, established);

  const served = facts.smes_served_prev_year;
  const satisfied = facts.satisfied_count;
  const unsatisfied = facts.unsatisfied_count;
  const individuals = facts.individual_businesses_in_served;
  const rated = satisfied === UNKNOWN || unsatisfied === UNKNOWN ? UNKNOWN : satisfied + unsatisfied;
  const unrated =
    facts.unrated_count !== UNKNOWN
      ? facts.unrated_count
      : served === UNKNOWN || rated === UNKNOWN
        ? UNKNOWN
        : served - rated;
  const servedClashes =
    served !== UNKNOWN &&
    (individuals > served || (rated !== UNKNOWN && (rated > served || rated + unrated !== served)));

  const staff = facts.service_staff_count;
  const union = facts.staff_degree_or_title_count;
  const both = facts.staff_degree_and_title_count;
  const unionClashes = union !== UNKNOWN && staff !== UNKNOWN && union > staff;
  const employeesClash = facts.total_employees !== UNKNOWN && staff > facts.total_employees;
  const staffClashes = unionClashes || employeesClash;
  const income = facts.service_income_prev_year_yuan;
  const operating = facts.operating_income_prev_year_yuan;

  const legalPerson = facts.is_independent_legal_person;
  const inZhengzhou = facts.registered_in_zhengzhou;
  const orgType = facts.org_type === UNKNOWN ? OPEN : facts.org_type === OTHER_BODY ? NOT_MET : MET;
  const years = submissionClashes ? OPEN : twoYears(facts, submission, started);
  const assets = atLeast(facts.total_assets_prev_year_end_yuan, 150_000_000);
  const serviceIncome = operating !== UNKNOWN && income > operating ? OPEN : atLeast(income, 100_000_000);
  const sound =
    facts.credit_status === SERIOUS_LISTED
      ? NOT_MET
      : facts.credit_status === CLEAN && facts.audit_opinion === UNQUALIFIED && facts.net_assets_positive === 1
        ? MET
        : OPEN;
  const smeCount = servedClashes ? OPEN : servedEnough(served, individuals);
  const growth = servedClashes || establishedLater ? OPEN : steadyGrowth(facts, submission, started);
  const satisfaction = servedClashes ? OPEN : satisfactionShare(satisfied, unsatisfied, unrated);
  const premises = submissionClashes ? OPEN : fixedPremises(facts, submission);
  const facilities = facts.has_service_facilities;
  const partners = atLeast(facts.partner_orgs_with_agreement, 5);
  const systems = settle(
    facts.has_management_system * facts.has_service_process * facts.has_fee_standard * facts.has_quality_assurance,
  );
  const discount = facts.has_small_micro_discount_rule;
  const publicPart = publicShare(facts);
  const plan = settle(facts.has_development_plan * facts.has_annual_service_target);
  const leader = facts.leader_honest_lawful;
  const staffCount = staffClashes ? OPEN : atLeast(staff, 12);
  const staffRatio = staffClashes || (union !== UNKNOWN && both > union) ? OPEN : qualifiedStaff(staff, union, both);
  const claimed = facts.claimed_functions;
  const info = (claimed & functionBits.info) === 0 ? NOT_MET : infoLine(facts);
  const tech = (claimed & functionBits.tech) === 0 ? NOT_MET : techLine(facts);
  const startup = (claimed & functionBits.startup) === 0 ? NOT_MET : startupLine(facts);
  const training = (claimed & functionBits.training) === 0 ? NOT_MET : trainingLine(facts);
  const count = lineCount(facts.platform_type, info, tech, startup, training);
  const reapply = submissionClashes ? OPEN : mayReapply(facts, submission);

  // Twenty-two factors of at most 2 each: 0 as soon as one is not met, 1 when all are met.
  const all =
    legalPerson *
    inZhengzhou *
    orgType *
    years *
    assets *
    serviceIncome *
    sound *
    smeCount *
    growth *
    satisfaction *
    premises *
    facilities *
    partners *
    systems *
    discount *
    publicPart *
    plan *
    leader *
    staffCount *
    staffRatio *
    count *
    reapply;
  return {
    verdict: all === NOT_MET ? "not_met" : all === MET ? "met_pending_review" : "undetermined",
    statuses: {
      art6_1_legal_person: status(legalPerson),
      art6_1_registered_in_zhengzhou: status(inZhengzhou),
      art6_1_org_type: status(orgType),
      art6_1_two_years: status(years),
      art6_2_assets: status(assets),
      art6_2_service_income: status(serviceIncome),
      art6_2_sound_operation: status(sound),
      art6_3_sme_count: status(smeCount),
      art6_3_growth: status(growth),
      art6_3_satisfaction: status(satisfaction),
      art6_4_premises: status(premises),
      art6_4_facilities: status(facilities),
      art6_4_partner_orgs: status(partners),
      art6_5_systems: status(systems),
      art6_5_discount: status(discount),
      art6_5_public_share: status(publicPart),
      art6_5_plan: status(plan),
      art6_6_leader: status(leader),
      art6_6_staff_count: status(staffCount),
      art6_6_staff_ratio: status(staffRatio),
      art7_info: status(info),
      art7_tech: status(tech),
      art7_startup: status(startup),
      art7_training: status(training),
      art7_count: status(count),
      art14_reapply: status(reapply),
    },
  };
}

function status(truth: Truth): Status {
  return statusOfTruth[truth] as Status;
}

/** Brings a product back to one of the three values. */
function settle(product: number): Truth {
  return Math.min(product, OPEN);
}

function atLeast(value: number, least: number): Truth {
  return value === UNKNOWN ? OPEN : value >= least ? MET : NOT_MET;
}

/** The later of registration and start of operation; a start left out is the registration itself. */
function startedOn(facts: NumericFacts, established: DayNumber): DayNumber {
  if (established === UNKNOWN) return UNKNOWN;
  return facts.operation_start_date > established ? facts.operation_start_date : established;
}

function twoYears(facts: NumericFacts, submission: DayNumber, started: DayNumber): Truth {
  if (started === UNKNOWN) return OPEN;
  if (submission < yearsLater(started, 2)) return NOT_MET;
  const moved = facts.moved_into_zhengzhou_date;
  return moved !== UNKNOWN && submission < yearsLater(moved, 2) ? OPEN : MET;
}

/** Reached only with individual businesses: whether they count is a question of reading. */
function servedEnough(served: number, individuals: number): Truth {
  if (served === UNKNOWN) return OPEN;
  if (served < 60) return NOT_MET;
  return individuals !== UNKNOWN && served - individuals < 60 ? OPEN : MET;
}

function steadyGrowth(facts: NumericFacts, submission: DayNumber, started: DayNumber): Truth {
  const last = facts.smes_served_prev_year;
  const before = facts.smes_served_year_before;
  if (last === UNKNOWN || before === UNKNOWN) return OPEN;
  if (last <= before) return NOT_MET;
  const roundYear = facts.application_round_year === UNKNOWN ? yearOf(submission) : facts.application_round_year;
  const firstYearIsFull = started !== UNKNOWN && started <= (roundYear - 2) * 10_000 + 101;
  // An unknown third year is below every count: it is not tested.
  return firstYearIsFull && before >= facts.smes_served_two_years_before ? MET : OPEN;
}

function satisfactionShare(satisfied: number, unsatisfied: number, unrated: number): Truth {
  if (satisfied === UNKNOWN || unsatisfied === UNKNOWN || unrated === UNKNOWN) return OPEN;
  if (satisfied + unsatisfied === 0) return OPEN;
  const needed = 9 * (satisfied + unsatisfied + unrated);
  if (10 * satisfied >= needed) return MET;
  return 10 * (satisfied + unrated) < needed ? NOT_MET : OPEN;
}

function fixedPremises(facts: NumericFacts, submission: DayNumber): Truth {
  if (facts.premises_owned_sqm > 0) return MET;
  if (facts.premises_leased_sqm <= 0 || facts.lease_end_date === UNKNOWN) return OPEN;
  if (facts.lease_end_date >= submission) return MET;
  return facts.premises_owned_sqm === 0 ? NOT_MET : OPEN;
}

/** The union of free and low-fee services; an overlap left out leaves it between the larger part and the sum. */
function publicShare(facts: NumericFacts): Truth {
  const total = facts.total_service_volume;
  const free = facts.public_service_volume;
  const low = facts.low_fee_service_volume;
  const overlap = facts.public_low_fee_overlap_volume;
  const unit = facts.service_volume_unit;
  if (unit === UNKNOWN || unit === MIXED_UNIT || total <= 0 || free === UNKNOWN || low === UNKNOWN) return OPEN;
  if (overlap > Math.min(free, low)) return OPEN;
  const least = overlap === UNKNOWN ? Math.max(free, low) : free + low - overlap;
  const most = overlap === UNKNOWN ? free + low : least;
  if (least > total) return OPEN;
  return 5 * least >= total ? MET : 5 * most < total ? NOT_MET : OPEN;
}

function qualifiedStaff(staff: number, union: number, both: number): Truth {
  if (staff <= 0) return OPEN;
  if (union !== UNKNOWN) return 10 * union >= 8 * staff ? MET : NOT_MET;
  return both !== UNKNOWN && 10 * both >= 8 * staff ? MET : OPEN;
}

function infoLine(facts: NumericFacts): Truth {
  return settle(
    facts.info_open_system *
      facts.info_online_service *
      facts.info_online_offline_linkage *
      atLeast(facts.info_offline_enterprises, 60) *
      atLeast(facts.info_events, 5),
  );
}

function techLine(facts: NumericFacts): Truth {
  const has = facts.tech_has_large_instruments;
  const shared = facts.tech_instruments_shared;
  if (has === NOT_MET && shared === MET) return OPEN;
  const sharing = has === NOT_MET ? MET : has === MET || shared === MET ? shared : OPEN;
  return settle(
    qualification(facts.tech_qualification) *
      facts.tech_resource_organising *
      facts.tech_expert_db *
      facts.tech_project_db *
      sharing *
      atLeast(facts.tech_events, 5),
  );
}

function startupLine(facts: NumericFacts): Truth {
  return settle(
    facts.startup_guidance_ability *
      facts.startup_project_db *
      facts.startup_guide_book *
      facts.startup_hotline *
      facts.startup_gov_agency_service *
      atLeast(facts.startup_events, 5),
  );
}

function trainingLine(facts: NumericFacts): Truth {
  return settle(
    qualification(facts.training_qualification) *
      facts.training_online *
      facts.training_offline *
      facts.training_evaluation *
      atLeast(facts.training_person_times, 1_000),
  );
}

/** The codes are the truth values themselves: none, held, and not_required, which is open like one left out. */
function qualification(code: number): Truth {
  return code === UNKNOWN ? OPEN : code;
}

function lineCount(type: number, info: Truth, tech: Truth, startup: Truth, training: Truth): Truth {
  const met = Number(info === MET) + Number(tech === MET) + Number(startup === MET) + Number(training === MET);
  const possible =
    Number(info !== NOT_MET) + Number(tech !== NOT_MET) + Number(startup !== NOT_MET) + Number(training !== NOT_MET);
  const most = type === UNKNOWN || type === COMPREHENSIVE ? 3 : 1;
  const least = type === COMPREHENSIVE ? 3 : 1;
  return met >= most ? MET : possible < least ? NOT_MET : OPEN;
}

/** Only 撤销 bars for three years; a title bars until the year in which it ends. */
function mayReapply(facts: NumericFacts, submission: DayNumber): Truth {
  const never = facts.never_certified;
  const validTo = facts.current_cert_valid_to;
  const cancelled = facts.cancelled_on;
  const revoked = facts.revoked_on;
  const anyEvent = validTo !== UNKNOWN || cancelled !== UNKNOWN || revoked !== UNKNOWN;
  if (!anyEvent) return never === OPEN ? OPEN : MET;
  if (never === MET) return OPEN;
  if (revoked !== UNKNOWN) return submission <= yearsLater(revoked, 3) ? NOT_MET : MET;
  return cancelled === UNKNOWN && yearOf(validTo) > yearOf(submission) ? NOT_MET : MET;
}
