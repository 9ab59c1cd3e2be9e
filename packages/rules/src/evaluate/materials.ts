import type { MaterialResult, MaterialStatus } from "../assessment/schema.ts";
import type { FactCollector, Scope, Test } from "../operators/model.ts";
import { compilePossession } from "../operators/possession.ts";
import type { MaterialCoreDocument, MaterialDocument, PolicyDocument } from "../policy/schema.ts";
import type { Case } from "./case.ts";
import { compileWarnings, type WarningRule } from "./criteria.ts";
import { isSettled, MET, NOT_MET, UNDETERMINED } from "./status.ts";

interface Check {
  readonly code: string;
  readonly test: Test;
}

/** One paper, or one part of a material that bundles several. */
export interface Paper {
  readonly document: MaterialCoreDocument;
  readonly checks: readonly Check[];
  /** Whether it is needed and in hand. While it is not, its checks have no say. */
  readonly standing: readonly Test[];
  status(facts: Case): MaterialStatus;
  /** The codes of the checks that fail in an invalid paper. */
  reasons(facts: Case): string[];
  /** Adds the open facts that can still change the status. */
  collect(facts: Case, into: FactCollector): void;
}

/** A material of one paper or of several. */
export interface Material {
  readonly document: MaterialDocument;
  readonly papers: readonly Paper[];
  readonly warnings: readonly WarningRule[];
  /** What an assessment shows of it. */
  describe(facts: Case): MaterialResult;
  /** Adds the open facts that can still change its status. */
  collect(facts: Case, into: FactCollector): void;
}

/** Whether a paper of this status is needed and in hand. */
export function isInHand(status: MaterialStatus): boolean {
  return status === "invalid" || status === "valid" || status === "present_unchecked";
}

/** The worst of several parts decides; what does not apply does not count. */
const severity: readonly MaterialStatus[] = ["invalid", "missing", "unknown", "present_unchecked", "valid"];

function compilePaper(document: MaterialCoreDocument, material: string, inHandFact: string, scope: Scope): Paper {
  const needed = document.needed_if ? scope.compileTest(document.needed_if) : null;
  const inHand = compilePossession(material, inHandFact, document.shown_by, scope);
  const checks = document.checks.map((check) => ({ code: check.code, test: scope.compileTest(check.test) }));

  const status = (facts: Case): MaterialStatus => {
    const need = needed ? needed.status(facts) : MET;
    if (need === NOT_MET) return "not_applicable";
    const possession = inHand.status(facts);
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
    standing: needed ? [needed, inHand] : [inHand],
    status,
    reasons: (facts) =>
      status(facts) === "invalid"
        ? checks.filter((check) => check.test.status(facts) === NOT_MET).map((check) => check.code)
        : [],
    collect: (facts, into) => {
      const need = needed ? needed.status(facts) : MET;
      if (needed && !isSettled(needed.reach(facts))) needed.collect(facts, into);
      if (need === NOT_MET) return;
      if (inHand.status(facts) === NOT_MET || status(facts) === "invalid") return;
      inHand.collect(facts, into);
      for (const check of checks) check.test.collect(facts, into);
    },
  };
}

/** A material of one paper. */
function single(document: MaterialDocument, paper: Paper, warnings: readonly WarningRule[]): Material {
  const { id, article, title } = document;
  return {
    document,
    papers: [paper],
    warnings,
    describe: (facts) => ({
      id,
      article,
      title,
      status: paper.status(facts),
      reasons: paper.reasons(facts),
      parts: [],
    }),
    collect: paper.collect,
  };
}

/** A material that bundles several papers. */
function bundle(document: MaterialDocument, papers: readonly Paper[], warnings: readonly WarningRule[]): Material {
  const { id, article, title } = document;
  return {
    document,
    papers,
    warnings,
    describe: (facts) => {
      const parts = papers.map((paper) => ({
        id: paper.document.id,
        title: paper.document.title,
        status: paper.status(facts),
        reasons: paper.reasons(facts),
      }));
      const status = severity.find((each) => parts.some((part) => part.status === each)) ?? "not_applicable";
      return { id, article, title, status, reasons: parts.flatMap((part) => part.reasons), parts };
    },
    collect: (facts, into) => {
      for (const paper of papers) paper.collect(facts, into);
    },
  };
}

export function compileMaterials(document: PolicyDocument, scope: Scope): Material[] {
  return document.materials.map((material) => {
    const paperOf = (core: MaterialCoreDocument): Paper =>
      compilePaper(core, material.id, document.materials_in_hand, scope);
    const warnings = compileWarnings(material.warnings, scope);
    if (material.parts.length === 0) return single(material, paperOf(material), warnings);
    return bundle(material, material.parts.map(paperOf), warnings);
  });
}
