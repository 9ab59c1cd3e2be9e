import type { Facts, Policy } from "@shifan/rules";
import { type DayNumber, dayOf, havePassed, yearOf, yearsLater } from "./day-numbers.ts";
import { positionsOf } from "./fact-positions.ts";
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

const KNOWN = 1;

/**
 * The limit every other contender is measured against: the 26 criteria by hand, as fast as plain code gets from the same
 * validated facts that our own rules get. Nothing of the judging is done beforehand: of a policy it reads where each fact
 * and each choice stands. An unknown number is NaN, which no comparison holds of. Facts are exact here, as on the wire.
 */
export function handWritten({ factIndexes, factKinds }: Policy): (facts: Facts, asOf: DayNumber) => Outcome {
  const at = positionsOf(factIndexes);
  const code = (fact: number, value: string): number => factKinds[fact]?.values.indexOf(value) ?? -1;
  const OTHER_BODY = code(at.org_type, "other");
  const CLEAN = code(at.credit_status, "clean");
  const SERIOUS_LISTED = code(at.credit_status, "serious_listed");
  const UNQUALIFIED = code(at.audit_opinion, "unqualified");
  const MIXED_UNIT = code(at.service_volume_unit, "mixed");
  const COMPREHENSIVE = code(at.platform_type, "comprehensive");
  const SPECIALIZED = code(at.platform_type, "specialized");
  const TECH_HELD = code(at.tech_qualification, "held");
  const TECH_NONE = code(at.tech_qualification, "none");
  const TRAINING_HELD = code(at.training_qualification, "held");
  const TRAINING_NONE = code(at.training_qualification, "none");
  const [INFO, TECH, STARTUP, TRAINING] = ["info", "tech", "startup", "training"].map(
    (line) => 1 << code(at.claimed_functions, line),
  ) as [number, number, number, number];
  // The last submission day and what follows from it: most applicants submit on the day they are judged on.
  let submissionDay = Number.NaN;
  let submissionYear = Number.NaN;
  let yearBeforeBegan = Number.NaN;

  // Each of these reads the facts by itself: a number handed to a function that is not inlined has to be boxed.
  const twoYears = ({ low: fact, state }: Facts, submission: DayNumber): Truth => {
    const started = Math.max(fact[at.established_date] as number, fact[at.operation_start_date] as number);
    if (Number.isNaN(started)) return OPEN;
    if (!havePassed(2, started, submission)) return NOT_MET;
    const hasMoved = state[at.moved_into_zhengzhou_date] === KNOWN;
    return hasMoved && !havePassed(2, fact[at.moved_into_zhengzhou_date] as number, submission) ? OPEN : MET;
  };
  const soundOperation = ({ low: fact }: Facts): Truth => {
    const credit = fact[at.credit_status];
    if (credit === SERIOUS_LISTED) return NOT_MET;
    const isClean = credit === CLEAN && fact[at.audit_opinion] === UNQUALIFIED;
    return isClean && fact[at.net_assets_positive] === 1 ? MET : OPEN;
  };
  const servedClashes = ({ low: fact, state }: Facts): boolean => {
    const served = fact[at.smes_served_prev_year] as number;
    const rated = (fact[at.satisfied_count] as number) + (fact[at.unsatisfied_count] as number);
    if ((fact[at.individual_businesses_in_served] as number) > served || rated > served) return true;
    if (state[at.unrated_count] !== KNOWN) return false;
    const all = rated + (fact[at.unrated_count] as number);
    return all > served || all < served;
  };
  /** Reached only with individual businesses: whether they count is a question of reading. */
  const servedEnough = ({ low: fact }: Facts): Truth => {
    const served = fact[at.smes_served_prev_year] as number;
    if (served < 60) return NOT_MET;
    return served - (fact[at.individual_businesses_in_served] as number) >= 60 ? MET : OPEN;
  };
  const steadyGrowth = ({ low: fact, state }: Facts): Truth => {
    const last = fact[at.smes_served_prev_year] as number;
    const before = fact[at.smes_served_year_before] as number;
    if (last <= before) return NOT_MET;
    const isStated = state[at.application_round_year] === KNOWN;
    const firstDay = isStated ? dayOf((fact[at.application_round_year] as number) - 2, 1, 1) : yearBeforeBegan;
    const started = Math.max(fact[at.established_date] as number, fact[at.operation_start_date] as number);
    // An unknown third year is not tested.
    const isEven = !(before < (fact[at.smes_served_two_years_before] as number));
    return last > before && started <= firstDay && isEven ? MET : OPEN;
  };
  const satisfactionShare = ({ low: fact }: Facts): Truth => {
    const satisfied = fact[at.satisfied_count] as number;
    const unrated = fact[at.unrated_count] as number;
    const rated = satisfied + (fact[at.unsatisfied_count] as number);
    if (!(rated > 0)) return OPEN;
    const needed = 9 * (rated + unrated);
    if (10 * satisfied >= needed) return MET;
    return 10 * (satisfied + unrated) < needed ? NOT_MET : OPEN;
  };
  const fixedPremises = ({ low: fact }: Facts, submission: DayNumber): Truth => {
    const owned = fact[at.premises_owned_sqm] as number;
    if (owned > 0) return MET;
    if (!((fact[at.premises_leased_sqm] as number) > 0)) return OPEN;
    const leaseEnd = fact[at.lease_end_date] as number;
    if (leaseEnd >= submission) return MET;
    return leaseEnd < submission && owned === 0 ? NOT_MET : OPEN;
  };
  /** The union of free and low-fee services; an unknown overlap leaves it between the larger part and the sum. */
  const publicShare = ({ low: fact, state }: Facts): Truth => {
    const unit = fact[at.service_volume_unit] as number;
    const total = fact[at.total_service_volume] as number;
    if (!(unit >= 0) || unit === MIXED_UNIT || !(total > 0)) return OPEN;
    const free = fact[at.public_service_volume] as number;
    const lowFee = fact[at.low_fee_service_volume] as number;
    const overlap = fact[at.public_low_fee_overlap_volume] as number;
    const isKnown = state[at.public_low_fee_overlap_volume] === KNOWN;
    if (isKnown && (overlap > free || overlap > lowFee)) return OPEN;
    const most = isKnown ? free + lowFee - overlap : free + lowFee;
    const least = isKnown ? most : Math.max(free, lowFee);
    if (least > total) return OPEN;
    // Where one part is unknown, so are both ends, and neither comparison holds.
    return 5 * least >= total ? MET : 5 * most < total ? NOT_MET : OPEN;
  };
  const staffClashes = ({ low: fact }: Facts): boolean => {
    const staff = fact[at.service_staff_count] as number;
    return (fact[at.staff_degree_or_title_count] as number) > staff || staff > (fact[at.total_employees] as number);
  };
  const qualifiedStaff = ({ low: fact, state }: Facts): Truth => {
    const staff = fact[at.service_staff_count] as number;
    const union = fact[at.staff_degree_or_title_count] as number;
    const both = fact[at.staff_degree_and_title_count] as number;
    if (!(staff > 0) || both > union) return OPEN;
    if (state[at.staff_degree_or_title_count] === KNOWN) return 10 * union >= 8 * staff ? MET : NOT_MET;
    return 10 * both >= 8 * staff ? MET : OPEN;
  };
  const writtenRules = ({ low: fact }: Facts): Truth =>
    settle(
      truth(fact[at.has_management_system]) *
        truth(fact[at.has_service_process]) *
        truth(fact[at.has_fee_standard]) *
        truth(fact[at.has_quality_assurance]),
    );
  const infoLine = ({ low: fact }: Facts): Truth =>
    settle(
      truth(fact[at.info_open_system]) *
        truth(fact[at.info_online_service]) *
        truth(fact[at.info_online_offline_linkage]) *
        atLeast(fact[at.info_offline_enterprises], 60) *
        atLeast(fact[at.info_events], 5),
    );
  const techLine = ({ low: fact }: Facts): Truth => {
    const has = truth(fact[at.tech_has_large_instruments]);
    const shared = truth(fact[at.tech_instruments_shared]);
    if (has === NOT_MET && shared === MET) return OPEN;
    return settle(
      qualification(fact[at.tech_qualification], TECH_HELD, TECH_NONE) *
        truth(fact[at.tech_resource_organising]) *
        truth(fact[at.tech_expert_db]) *
        truth(fact[at.tech_project_db]) *
        (has === NOT_MET ? MET : has === MET || shared === MET ? shared : OPEN) *
        atLeast(fact[at.tech_events], 5),
    );
  };
  const startupLine = ({ low: fact }: Facts): Truth =>
    settle(
      truth(fact[at.startup_guidance_ability]) *
        truth(fact[at.startup_project_db]) *
        truth(fact[at.startup_guide_book]) *
        truth(fact[at.startup_hotline]) *
        truth(fact[at.startup_gov_agency_service]) *
        atLeast(fact[at.startup_events], 5),
    );
  const trainingLine = ({ low: fact }: Facts): Truth =>
    settle(
      qualification(fact[at.training_qualification], TRAINING_HELD, TRAINING_NONE) *
        truth(fact[at.training_online]) *
        truth(fact[at.training_offline]) *
        truth(fact[at.training_evaluation]) *
        atLeast(fact[at.training_person_times], 1_000),
    );
  /** Only 撤销 bars for three years; a title bars until the year in which it ends. */
  const mayReapply = ({ low: fact, state }: Facts, submission: DayNumber): Truth => {
    const isTitled = state[at.current_cert_valid_to] === KNOWN;
    const isCancelled = state[at.cancelled_on] === KNOWN;
    const isRevoked = state[at.revoked_on] === KNOWN;
    const never = truth(fact[at.never_certified]);
    if (!isTitled && !isCancelled && !isRevoked) return never === OPEN ? OPEN : MET;
    if (never === MET) return OPEN;
    if (isRevoked) return submission <= yearsLater(fact[at.revoked_on] as number, 3) ? NOT_MET : MET;
    return !isCancelled && yearOf(fact[at.current_cert_valid_to] as number) > submissionYear ? NOT_MET : MET;
  };

  const lineCount = (type: number | undefined, info: Truth, tech: Truth, startup: Truth, training: Truth): Truth => {
    const met = Number(info === MET) + Number(tech === MET) + Number(startup === MET) + Number(training === MET);
    const failed =
      Number(info === NOT_MET) + Number(tech === NOT_MET) + Number(startup === NOT_MET) + Number(training === NOT_MET);
    if (met >= (type === SPECIALIZED ? 1 : 3)) return MET;
    return 4 - failed < (type === COMPREHENSIVE ? 3 : 1) ? NOT_MET : OPEN;
  };

  return (facts, asOf) => {
    const { low: fact, state } = facts;
    const submission = state[at.submission_date] === KNOWN ? (fact[at.submission_date] as number) : asOf;
    if (submission !== submissionDay) {
      submissionDay = submission;
      submissionYear = yearOf(submission);
      yearBeforeBegan = dayOf(submissionYear - 2, 1, 1);
    }
    const establishedLater = (fact[at.established_date] as number) > submission;
    // The submission date is one of the two dates that clash, so that whatever uses it is open.
    const submissionClash = establishedLater || (fact[at.revoked_on] as number) > submission;
    const servedClash = servedClashes(facts);
    const staffClash = staffClashes(facts);
    const income = fact[at.service_income_prev_year_yuan] as number;
    const incomeClash = income > (fact[at.operating_income_prev_year_yuan] as number);

    const legalPerson = truth(fact[at.is_independent_legal_person]);
    const inZhengzhou = truth(fact[at.registered_in_zhengzhou]);
    const body = fact[at.org_type] as number;
    const orgType = body === OTHER_BODY ? NOT_MET : body >= 0 ? MET : OPEN;
    const years = submissionClash ? OPEN : twoYears(facts, submission);
    const assets = atLeast(fact[at.total_assets_prev_year_end_yuan], 150_000_000);
    const serviceIncome = incomeClash ? OPEN : atLeast(income, 100_000_000);
    const sound = soundOperation(facts);
    const smeCount = servedClash ? OPEN : servedEnough(facts);
    const growth = servedClash || establishedLater ? OPEN : steadyGrowth(facts);
    const satisfaction = servedClash ? OPEN : satisfactionShare(facts);
    const premises = submissionClash ? OPEN : fixedPremises(facts, submission);
    const facilities = truth(fact[at.has_service_facilities]);
    const partners = atLeast(fact[at.partner_orgs_with_agreement], 5);
    const systems = writtenRules(facts);
    const discount = truth(fact[at.has_small_micro_discount_rule]);
    const publicPart = publicShare(facts);
    const plan = settle(truth(fact[at.has_development_plan]) * truth(fact[at.has_annual_service_target]));
    const leader = truth(fact[at.leader_honest_lawful]);
    const staffCount = staffClash ? OPEN : atLeast(fact[at.service_staff_count], 12);
    const staffRatio = staffClash ? OPEN : qualifiedStaff(facts);
    const claims = fact[at.claimed_functions] as number;
    const info = (claims & INFO) === 0 ? NOT_MET : infoLine(facts);
    const tech = (claims & TECH) === 0 ? NOT_MET : techLine(facts);
    const startup = (claims & STARTUP) === 0 ? NOT_MET : startupLine(facts);
    const training = (claims & TRAINING) === 0 ? NOT_MET : trainingLine(facts);
    const count = lineCount(fact[at.platform_type], info, tech, startup, training);
    const reapply = submissionClash ? OPEN : mayReapply(facts, submission);

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
  };
}

function status(truth: Truth): Status {
  return statusOfTruth[truth] as Status;
}

/** Yes is 1 and no is 0. */
function truth(slot: number | undefined): Truth {
  return slot === 1 ? MET : slot === 0 ? NOT_MET : OPEN;
}

/** Brings a product back to one of the three values. */
function settle(product: number): Truth {
  return Math.min(product, OPEN);
}

function atLeast(slot: number | undefined, least: number): Truth {
  const value = slot as number;
  return value >= least ? MET : value < least ? NOT_MET : OPEN;
}

/** A qualification that is not required is open, like one left out. */
function qualification(slot: number | undefined, held: number, none: number): Truth {
  return slot === held ? MET : slot === none ? NOT_MET : OPEN;
}
