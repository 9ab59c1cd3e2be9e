import fc from "fast-check";
import { formatDate, parseDate } from "../src/facts/calendar.ts";
import type { Applicant } from "./drawing/applicant.ts";
import { contradictions } from "./drawing/contradictions.ts";
import { finance, premises, served, staff, volumes, writtenRules } from "./drawing/figures.ts";
import { serviceFunctions } from "./drawing/functions.ts";
import { beginnings, history, identity } from "./drawing/identity.ts";
import { materials } from "./drawing/materials.ts";
import { type GroupName, strongGroups } from "./drawing/strong.ts";

export type { Applicant } from "./drawing/applicant.ts";

/** The day by which drawn applicants are assessed unless another is given. */
export const applicantDay = "2026-06-10";

export interface ApplicantOptions {
  /** YYYY-MM-DD, the day by which they are assessed. A submission date that they state is never earlier. */
  readonly asOf?: string;
}

/** Groups whose facts do not contradict those of another group, so that each may be drawn or strong by itself. */
function drawnGroups(submission: number, listed: boolean): Record<GroupName, fc.Arbitrary<Applicant>> {
  return {
    beginnings: beginnings(submission),
    finance,
    served,
    premises: premises(submission),
    writtenRules,
    volumes,
    staff,
    serviceFunctions,
    history: history(submission),
    materials: materials(submission, listed),
  };
}

/**
 * A complete and consistent applicant of the Zhengzhou policy. Every fact is given except those whose absence is a
 * statement (drawn either way), those that cannot exist (the end of a lease that there is not), what is on papers that
 * are not in hand, and the round, which follows the submission. No contradiction of the policy holds.
 */
export function completeApplicant(options: ApplicantOptions = {}): fc.Arbitrary<Applicant> {
  const asOf = parseDate(options.asOf ?? applicantDay);
  if (asOf === undefined) throw new RangeError(`asOf is no day: ${options.asOf}`);
  return fc
    .tuple(identity, fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined, freq: 2 }))
    .chain(([body, wait]) => {
      const submission = asOf + (wait ?? 0);
      const strong = strongGroups(submission);
      const drawn = drawnGroups(submission, body.registration_authority === "enterprise");
      const names = Object.keys(strong) as GroupName[];
      return fc.tuple(fc.oneof(fc.constant(names), fc.subarray(names)), fc.record(drawn)).map(([weak, groups]) => {
        const facts = names.map((name) => (weak.includes(name) ? groups[name] : strong[name]));
        const date = wait === undefined ? {} : { submission_date: formatDate(submission) };
        return Object.assign({}, body, ...facts, date) as Applicant;
      });
    });
}

/** An applicant whose answers contradict each other in at least the one way that `code` names. */
export function contradictoryApplicant(
  options: ApplicantOptions = {},
): fc.Arbitrary<{ readonly facts: Applicant; readonly code: string }> {
  const codes = Object.keys(contradictions);
  return fc
    .tuple(completeApplicant(options), fc.constantFrom(...codes), fc.integer({ min: 1, max: 9 }))
    .map(([facts, code, excess]) => ({
      facts: { ...facts, ...contradictions[code]?.(facts, excess, options.asOf ?? applicantDay) },
      code,
    }));
}
