import { assess } from "../../src/evaluate/assess.ts";
import { type CheckOptions, checkFacts } from "../../src/facts/check-facts.ts";
import type { Facts } from "../../src/facts/facts.ts";
import { type Applicant, applicantDay } from "../applicants.ts";
import { zhengzhouPolicy } from "../policy.ts";

export const factIds: readonly string[] = zhengzhouPolicy.document.facts.map((fact) => fact.id);
export const context = { asOf: applicantDay, round: null };

/** Facts that are known to fit; anything else is a defect of the generator. */
export function accept(facts: Applicant, options: CheckOptions = {}): Facts {
  const checked = checkFacts(zhengzhouPolicy, facts, options);
  if (!checked.ok) throw new Error(`refused: ${JSON.stringify(checked.errors)}`);
  return checked.facts;
}

/** Everything that a fact may change: the verdict, the status of each criterion, of each material and of its parts. */
export interface Outcome {
  readonly statuses: Readonly<Record<string, string>>;
  readonly contradicted: boolean;
}

export function outcomeOf(facts: Facts): Outcome {
  const assessment = assess(zhengzhouPolicy, facts, context);
  const statuses: Record<string, string> = { verdict: assessment.verdict };
  for (const criterion of assessment.criteria) statuses[criterion.id] = criterion.status;
  for (const material of assessment.materials) {
    statuses[material.id] = material.status;
    for (const part of material.parts) statuses[part.id] = part.status;
  }
  const codes = new Set(zhengzhouPolicy.contradictions.map((contradiction) => contradiction.code));
  return { statuses, contradicted: assessment.warnings.some((warning) => codes.has(warning.code)) };
}

/** Fails with every status that differs. */
export function requireSame(found: Outcome, wanted: Outcome, note: () => string): void {
  const different = Object.keys(wanted.statuses)
    .filter((id) => found.statuses[id] !== wanted.statuses[id])
    .map((id) => `${id} is ${found.statuses[id]}, wanted ${wanted.statuses[id]}`);
  if (different.length > 0) throw new Error(`${different.join("; ")}. ${note()}`);
}

/** An applicant of whom only some facts are known yet: the rest is declared unknown. */
export function reveal(whole: Applicant, isKnown: (fact: string, position: number) => boolean): Facts {
  const known: Applicant = {};
  const unknown: string[] = [];
  for (const [position, fact] of factIds.entries()) {
    if (!isKnown(fact, position)) unknown.push(fact);
    else if (fact in whole) known[fact] = whole[fact];
  }
  return accept(known, { unknown });
}
