import type { CriterionResult, Warning } from "../assessment/schema.ts";
import { highOf, lowOf, type Measure, neverCured } from "../operators/model.ts";
import { isSameForAll } from "./advice.ts";
import type { Case } from "./case.ts";
import type { Criterion, WarningRule } from "./criteria.ts";
import { adviceOn, describeCriterion, earliestDateOf, isClaimed, requiredOf, showWarning } from "./describe.ts";
import type { FactList } from "./fact-list.ts";

/** What of a result is of one applicant alone, as bits; the rest is told to all who stand alike. */
const FIGURE = 1;
const GAP = 2;
const DATE = 4;
const ADVICE = 8;
const WARNING_FIGURES = 16;
const MISSING = 32;
const OWN = FIGURE | GAP | DATE | ADVICE | WARNING_FIGURES | MISSING;
/** That something is missing, and that there are warnings. */
const LACKS = 64;
const WARNS = 128;

/** Counts up to here are so many that what is told of each is kept as well. */
const mostCounted = 512;

/** What is said of a criterion to one applicant, and what of it is said to all who stand alike. */
export class Told {
  readonly traits: number;
  readonly said: CriterionResult;
  readonly criterion: Criterion;
  /** The rules of its first warnings, where these have figures. */
  readonly warningRules: readonly WarningRule[];
  /** What is said with each count, where nothing else is of one applicant alone; null where there is more. */
  readonly byCount: (CriterionResult | undefined)[] | null;

  /** Describes a criterion. `missing` is left with what is missing. */
  constructor(criterion: Criterion, facts: Case, missing: FactList) {
    const said = describeCriterion(criterion, facts, missing);
    const { test, measure } = criterion;
    const { status, reason } = said;
    const raised = criterion.warnings.filter(({ code }) => said.warnings.some((warning) => warning.code === code));
    const isMeasured = measure !== null && !measure.isOfWay;
    const isDated = test.curedOn !== neverCured && status !== "met";
    const standing = { status, reason, isClaimed: isClaimed(criterion, facts) };
    const isAdvisedAnew = status !== "met" && !isSameForAll(criterion.advice, facts, standing);
    // What a count of other criteria leaves open is what these do.
    const isOpenInOthers = test.form.kind === "count" && status === "undetermined" && !criterion.isContradicted(facts);
    this.said = said;
    this.criterion = criterion;
    this.warningRules = raised.some(({ params }) => params.length > 0) ? raised : [];
    this.traits =
      (isMeasured ? FIGURE : 0) |
      (isMeasured && said.gap !== null ? GAP : 0) |
      (isDated ? DATE : 0) |
      (isAdvisedAnew ? ADVICE : 0) |
      (this.warningRules.length > 0 ? WARNING_FIGURES : 0) |
      (isOpenInOthers ? MISSING : 0) |
      (missing.isEmpty ? 0 : LACKS) |
      (said.warnings.length > 0 ? WARNS : 0);
    // Only of what is met, which is told by few rows.
    const isCounted = status === "met" && (this.traits & OWN) === FIGURE && measure?.isFixed && measure.count !== null;
    this.byCount = isCounted ? Array.from({ length: mostCounted }, () => undefined) : null;
  }

  /** Whether it can be said as it is to all who stand alike, with nothing missing and nothing to warn of. */
  get isPlain(): boolean {
    return this.traits === 0;
  }

  get lacks(): boolean {
    return (this.traits & LACKS) !== 0;
  }

  /** Whether what is missing is of each applicant alone. */
  get isMissingOwn(): boolean {
    return (this.traits & MISSING) !== 0;
  }

  get warns(): boolean {
    return (this.traits & WARNS) !== 0;
  }
}

function warningsAgain(warnings: readonly Warning[], rules: readonly WarningRule[], facts: Case): Warning[] {
  return warnings.map((warning, at) => (at < rules.length ? showWarning(rules[at] as WarningRule, facts) : warning));
}

/** What is said to all who stand alike, with what is of one of them alone. `gathered` is what that one lacks. */
export function tellAgain(told: Told, facts: Case, gathered: FactList): CriterionResult {
  const { said, traits, byCount, criterion } = told;
  if ((traits & OWN) === 0) return said;
  if (byCount === null) return tellAnew(told, facts, gathered);
  const { count } = criterion.measure as Measure;
  const least = count === null ? Number.NaN : lowOf(count, facts);
  const isKept = count !== null && least === highOf(count, facts) && least >= 0 && least < mostCounted;
  const before = isKept ? byCount[least] : undefined;
  if (before !== undefined) return before;
  const result = tellAnew(told, facts, gathered);
  if (isKept) byCount[least] = Object.freeze(result);
  return result;
}

function tellAnew({ said, traits, criterion, warningRules }: Told, facts: Case, gathered: FactList): CriterionResult {
  const { measure } = criterion;
  const isMeasured = (traits & FIGURE) !== 0 && measure !== null;
  const actual = isMeasured ? measure.actual(facts) : said.actual;
  const required = isMeasured && !measure.isFixed ? requiredOf(criterion, measure, facts) : said.required;
  const gap = isMeasured && (traits & GAP) !== 0 ? measure.gap(facts) : said.gap;
  const earliestDate = (traits & DATE) !== 0 ? earliestDateOf(criterion, facts, said) : said.earliestDate;
  return {
    id: said.id,
    article: said.article,
    title: said.title,
    status: said.status,
    reason: said.reason,
    actual,
    required,
    gap,
    earliestDate,
    parts: said.parts,
    missingFacts: (traits & MISSING) !== 0 ? gathered.names() : said.missingFacts,
    warnings: (traits & WARNING_FIGURES) !== 0 ? warningsAgain(said.warnings, warningRules, facts) : said.warnings,
    advice:
      (traits & ADVICE) !== 0
        ? adviceOn(criterion, facts, { status: said.status, reason: said.reason, actual, required, gap, earliestDate })
        : said.advice,
  };
}
