import type { MaterialResult, MaterialStatus } from "../assessment/schema.ts";
import type { FactCollector, Scope, Test } from "../operators/model.ts";
import type { MaterialCoreDocument, MaterialDocument, PolicyDocument } from "../policy/schema.ts";
import type { Case } from "./case.ts";
import { compileWarnings, type WarningRule } from "./criteria.ts";
import { isSettled, MET, NOT_MET, type Status, UNDETERMINED } from "./status.ts";

interface Check {
  readonly code: string;
  readonly test: Test;
}

/** One paper, or one part of a material that bundles several. */
export interface Paper {
  readonly document: MaterialCoreDocument;
  readonly checks: readonly Check[];
  status(facts: Case): MaterialStatus;
  /** The codes of the checks that fail in a paper of this status; the one empty list unless it is invalid. */
  reasons(facts: Case, status: MaterialStatus): string[];
  /** Adds the open facts that can still change the status. */
  collect(facts: Case, into: FactCollector): void;
}

export interface Material extends Paper {
  readonly document: MaterialDocument;
  readonly parts: readonly Paper[];
  readonly warnings: readonly WarningRule[];
  /** What an assessment shows of it. Equal ones are one object, not to be changed. */
  describe(facts: Case): MaterialResult;
}

type PartResult = MaterialResult["parts"][number];

const noReasons: string[] = Object.freeze([]) as unknown as string[];
const noParts: PartResult[] = Object.freeze([]) as unknown as PartResult[];

/** The worst of several parts decides; what does not apply does not count. */
const severity: readonly MaterialStatus[] = ["invalid", "missing", "unknown", "present_unchecked", "valid"];

function compilePaper(document: MaterialCoreDocument, material: string, inHandFact: string, scope: Scope): Paper {
  const needed = document.needed_if ? scope.compileTest(document.needed_if) : null;
  const listed = scope.compileTest({ fact: inHandFact, contains: [material] });
  const shownBy = document.shown_by.map((fact) => scope.factIndex(fact));
  const checks = document.checks.map((check) => ({ code: check.code, test: scope.compileTest(check.test) }));
  const listFact = scope.factIndex(inHandFact);

  const inHand = (facts: Case): Status => {
    if (facts.isKnown(listFact)) return listed.status(facts);
    for (const fact of shownBy) if (facts.isKnown(fact)) return MET;
    return UNDETERMINED;
  };
  const status = (facts: Case): MaterialStatus => {
    const need = needed ? needed.status(facts) : MET;
    if (need === NOT_MET) return "not_applicable";
    const possession = inHand(facts);
    if (need === UNDETERMINED || possession === UNDETERMINED) return "unknown";
    if (possession === NOT_MET) return "missing";
    let passed = document.fully_checked;
    for (const check of checks) {
      const result = check.test.status(facts);
      if (result === NOT_MET) return "invalid";
      if (result === UNDETERMINED) passed = false;
    }
    return passed ? "valid" : "present_unchecked";
  };
  return {
    document,
    checks,
    status,
    reasons: (facts, present) =>
      present === "invalid"
        ? checks.filter((check) => check.test.status(facts) === NOT_MET).map((check) => check.code)
        : noReasons,
    collect: (facts, into) => {
      const need = needed ? needed.status(facts) : MET;
      if (needed && !isSettled(needed.reach(facts))) needed.collect(facts, into);
      if (need === NOT_MET) return;
      const possession = inHand(facts);
      if (possession === NOT_MET || status(facts) === "invalid") return;
      if (possession === UNDETERMINED) {
        into.add(listFact);
        for (const fact of shownBy) into.add(fact);
      }
      for (const check of checks) check.test.collect(facts, into);
    },
  };
}

/** Keeps one result for each status that needs no reasons. */
function keepByStatus<Result>(make: (status: MaterialStatus, reasons: string[]) => Result) {
  const kept = new Map<MaterialStatus, Result>();
  return (status: MaterialStatus, reasons: string[]): Result => {
    if (reasons.length > 0) return make(status, reasons);
    const known = kept.get(status);
    if (known) return known;
    const made = Object.freeze(make(status, noReasons));
    kept.set(status, made);
    return made;
  };
}

function describePaper({ document: { id, title }, status, reasons }: Paper): (facts: Case) => PartResult {
  const result = keepByStatus((is, why): PartResult => ({ id, title, status: is, reasons: why }));
  return (facts) => {
    const present = status(facts);
    return result(present, reasons(facts, present));
  };
}

/** A material of one paper. */
function single(document: MaterialDocument, paper: Paper, warnings: readonly WarningRule[]): Material {
  const { id, article, title } = document;
  const result = keepByStatus(
    (is, why): MaterialResult => ({ id, article, title, status: is, reasons: why, parts: noParts }),
  );
  return {
    ...paper,
    document,
    parts: [],
    warnings,
    describe: (facts) => {
      const present = paper.status(facts);
      return result(present, paper.reasons(facts, present));
    },
  };
}

/** A material that bundles several papers. */
function bundle(document: MaterialDocument, parts: readonly Paper[], warnings: readonly WarningRule[]): Material {
  const { id, article, title } = document;
  const describing = parts.map(describePaper);
  let last: MaterialResult = { id, article, title, status: "not_applicable", reasons: [], parts: [] };
  const worstOf = (statuses: readonly MaterialStatus[]): MaterialStatus =>
    severity.find((status) => statuses.includes(status)) ?? "not_applicable";
  return {
    document,
    checks: [],
    parts,
    warnings,
    status: (facts) => worstOf(parts.map((part) => part.status(facts))),
    reasons: (facts) => parts.flatMap((part) => part.reasons(facts, part.status(facts))),
    collect: (facts, into) => {
      for (const part of parts) part.collect(facts, into);
    },
    describe: (facts) => {
      const described = describing.map((describe) => describe(facts));
      // Parts that need no reasons are kept, so that the same ones make the same bundle.
      if (described.every((part, at) => part === last.parts[at])) return last;
      const status = worstOf(described.map((part) => part.status));
      const reasons = described.flatMap((part) => part.reasons);
      last = Object.freeze({ id, article, title, status, reasons, parts: described });
      Object.freeze(described);
      Object.freeze(reasons);
      return last;
    },
  };
}

export function compileMaterials(document: PolicyDocument, scope: Scope): Material[] {
  return document.materials.map((material) => {
    const paperOf = (core: MaterialCoreDocument): Paper =>
      compilePaper(core, material.id, document.materials_in_hand, scope);
    const paper = paperOf(material);
    const warnings = compileWarnings(material.warnings, scope);
    if (material.parts.length === 0) return single(material, paper, warnings);
    return bundle(material, material.parts.map(paperOf), warnings);
  });
}
