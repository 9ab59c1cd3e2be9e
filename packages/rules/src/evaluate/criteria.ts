import type { CriterionPart, CriterionResult, OpenReason } from "../assessment/schema.ts";
import type { FactCollector, Measure, Quantity, Scope, Test } from "../operators/model.ts";
import { OPEN_CONTRADICTORY, OPEN_OFFICER, OPEN_READING } from "../operators/model.ts";
import type { CriterionDocument, PolicyDocument } from "../policy/schema.ts";
import { type Advice, compileAdvice } from "./advice.ts";
import type { Case } from "./case.ts";
import { compileParts, noParts } from "./parts.ts";
import { bothReach, isSettled, MET, NOT_MET, type Reach, reachOf, type Status, UNDETERMINED } from "./status.ts";

export interface WarningRule {
  readonly code: string;
  readonly when: Test;
  readonly params: readonly { readonly name: string; readonly value: Quantity }[];
}

export interface Contradiction {
  readonly code: string;
  readonly facts: readonly string[];
  readonly indexes: readonly number[];
  readonly when: Test;
  readonly bit: number;
}

/** A criterion of the policy, compiled. */
export interface Criterion {
  readonly document: CriterionDocument;
  readonly index: number;
  readonly test: Test;
  readonly claimed: Test | null;
  readonly measure: Measure | null;
  readonly warnings: readonly WarningRule[];
  /** Contradictions of which it uses a fact; one that holds keeps it open. */
  readonly contradictions: readonly Contradiction[];
  /** Their bits. */
  readonly contradictedBy: number;
  status(facts: Case): Status;
  reach(facts: Case): Reach;
  collect(facts: Case, into: FactCollector): void;
  openReason(facts: Case): number;
  isContradicted(facts: Case): boolean;
  /** Why it is open. Only for an undetermined criterion. */
  reason(facts: Case, missing: { readonly isEmpty: boolean }): OpenReason;
  readonly advice: Advice;
  /** What its measure requires, as an assessment shows it. What is required of all is one object, not to be changed. */
  requirementOf(value: string): NonNullable<CriterionResult["required"]>;
  /** Shows a composite criterion by its operands, each under the fact that it is about; a measured one has none. */
  partsOf(facts: Case): CriterionPart[];
}

export function compileWarnings(rules: CriterionDocument["warnings"], scope: Scope): WarningRule[] {
  return rules.map((rule) => ({
    code: rule.code,
    when: scope.compileTest(rule.when),
    params: Object.entries(rule.params).map(([name, value]) => ({ name, value: scope.compileShown(value) })),
  }));
}

export function compileContradictions(document: PolicyDocument, scope: Scope): Contradiction[] {
  return document.contradictions.map((contradiction, index) => ({
    code: contradiction.code,
    facts: contradiction.facts,
    indexes: contradiction.facts.map((fact) => scope.factIndex(fact)),
    when: scope.compileTest(contradiction.when),
    bit: 1 << index,
  }));
}

/** Keeps what its measure requires, which hardly ever differs from one applicant to the next unless it is not fixed. */
function requirements(measure: Measure | null): Criterion["requirementOf"] {
  const { op = "", unit = "", isFixed = true } = measure ?? {};
  if (!isFixed) return (value) => ({ op, value, unit });
  let last: NonNullable<CriterionResult["required"]> = { op, value: "", unit };
  return (value) => {
    if (value !== last.value) last = Object.freeze({ op, value, unit });
    return last;
  };
}

/** The bits of the contradictions that hold for certain, whatever exact values an interval may hide. */
export function findContradictions(contradictions: readonly Contradiction[], facts: Case): number {
  let bits = 0;
  for (let index = 0; index < contradictions.length; index++) {
    const contradiction = contradictions[index] as Contradiction;
    if (contradiction.when.status(facts) === MET) bits |= contradiction.bit;
  }
  return bits;
}

/** Whether a criterion may stand otherwise once a fact is another: by its test, its claim, or what contradicts it. */
export function isDecidedBy(fact: number, { test, claimed, contradictions }: Criterion): boolean {
  const whens = contradictions.map(({ when }) => when);
  return [test, ...whens, ...(claimed ? [claimed] : [])].some(({ uses }) => uses.has(fact));
}

/** Not met where it is not claimed; open where that is open and it would be met. */
export function statusOfClaim(claim: Status, own: Status): Status {
  if (claim === NOT_MET) return NOT_MET;
  return claim === UNDETERMINED && own === MET ? UNDETERMINED : own;
}

/** Compiles one criterion. `measureOf` runs a compilation and returns the measure it noted. */
export function compileCriterion(
  document: CriterionDocument,
  index: number,
  scope: Scope,
  all: readonly Contradiction[],
  measureOf: (compile: () => Test) => { test: Test; measure: Measure | null },
): Criterion {
  const { test, measure } = measureOf(() => scope.compileTest(document.test));
  const claimed = document.claimed_if ? scope.compileTest(document.claimed_if) : null;
  const contradictions = all.filter((contradiction) => contradiction.indexes.some((fact) => test.uses.has(fact)));
  const contradictedBy = contradictions.reduce((bits, contradiction) => bits | contradiction.bit, 0);
  const isContradicted = (facts: Case): boolean => (facts.contradictions & contradictedBy) !== 0;
  return {
    document,
    index,
    requirementOf: requirements(measure),
    advice: compileAdvice(document),
    partsOf: measure ? () => noParts : compileParts(test, (fact) => scope.factId(fact)),
    test,
    claimed,
    measure,
    warnings: compileWarnings(document.warnings, scope),
    contradictions,
    contradictedBy,
    isContradicted,
    status: (facts) => {
      const claim = claimed ? claimed.status(facts) : MET;
      return statusOfClaim(claim, isContradicted(facts) ? UNDETERMINED : test.status(facts));
    },
    reach: (facts) => {
      const claim = claimed ? claimed.reach(facts) : reachOf(MET);
      return bothReach(claim, isContradicted(facts) ? reachOf(UNDETERMINED) : test.reach(facts));
    },
    collect: (facts, into) => {
      const claim = claimed ? claimed.status(facts) : MET;
      if (claim === NOT_MET || isContradicted(facts)) return;
      if (claimed && claim === UNDETERMINED && !(isSettled(test.reach(facts)) && test.status(facts) === NOT_MET)) {
        claimed.collect(facts, into);
      }
      test.collect(facts, into);
    },
    openReason: (facts) => (isContradicted(facts) ? OPEN_CONTRADICTORY : test.openReason(facts)),
    reason: (facts, missing) => {
      const open = isContradicted(facts) ? OPEN_CONTRADICTORY : test.openReason(facts);
      if (open === OPEN_CONTRADICTORY) return "contradictory";
      if (!missing.isEmpty) return "unanswered";
      return open === OPEN_READING ? "reading" : open === OPEN_OFFICER ? "officer" : "unanswered";
    },
  };
}
