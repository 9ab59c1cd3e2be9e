import type { CriterionResult } from "../assessment/schema.ts";
import { type Measure, NO_FIGURE, neverCured, OWN_FIGURES } from "../operators/model.ts";
import { isOfYearAlone } from "./advice.ts";
import type { Case } from "./case.ts";
import type { Criterion } from "./criteria.ts";
import { describeCriterion } from "./describe.ts";
import type { FactList } from "./fact-list.ts";
import type { Standings } from "./judging.ts";
import { NO_PATTERN, type OpenPattern } from "./open-pattern.ts";
import { NOT_MET, UNDETERMINED } from "./status.ts";

/** What was said of a criterion to somebody, and to whom it can be said again. */
interface Kept {
  /** The row and the figure. */
  readonly key: number;
  readonly contradictions: number;
  readonly pattern: number;
  /** What the years in its texts follow; null where there are none. */
  readonly roundYear: number | null;
  readonly isBaseYearOver: boolean;
  readonly result: CriterionResult;
  /** The ranks of the facts that are missing. */
  readonly missing: readonly number[];
}

/** So many results are kept of a criterion; a power of two. */
const mostKept = 1_024;
const opensByRow = 0;

/**
 * Describes a criterion, once for all applicants who stand alike in it: in one row, with the same contradictions, the same
 * facts open and the same figure. Equal results are one object, not to be changed. Where figures are of no small number, they
 * are put into what is said to all others.
 */
export class KeptResults {
  private readonly criterion: Criterion;
  private readonly standings: Standings | null;
  private readonly measure: Measure | null;
  private readonly open: OpenPattern;
  private readonly isOpenByRow: boolean;
  private readonly kept: (Kept | undefined)[] = Array.from({ length: mostKept }, () => undefined);

  constructor(criterion: Criterion, standings: Standings | null, open: OpenPattern) {
    this.criterion = criterion;
    this.standings = standings;
    this.measure = criterion.measure?.isOfWay ? null : criterion.measure;
    this.open = open;
    this.isOpenByRow = standings !== null && standings.opensByRow && criterion.test.curedOn === neverCured;
  }

  /** The result of a judged case. Adds the missing facts to those of all criteria. */
  describe(facts: Case, missing: { readonly ofOne: FactList; readonly ofAll: FactList }): CriterionResult {
    const { criterion, standings, measure } = this;
    const contradictions = facts.contradictions & criterion.contradictedBy;
    const pattern = this.patternOf(facts, contradictions);
    if (standings === null || pattern === NO_PATTERN) return this.describeAnew(facts, missing);
    const figure = measure === null ? NO_FIGURE : measure.figure(facts);
    const key = (figure - OWN_FIGURES) * standings.rowCount + (facts.rows[criterion.index] as number);
    const place = (key + pattern) & (mostKept - 1);
    const known = this.kept[place];
    if (
      known !== undefined &&
      known.key === key &&
      known.contradictions === contradictions &&
      known.pattern === pattern &&
      (known.roundYear === null ||
        (known.roundYear === facts.roundYear && known.isBaseYearOver === facts.isBaseYearOver))
    ) {
      if (known.missing.length > 0) missing.ofAll.addRanks(known.missing);
      return figure === OWN_FIGURES ? withFigures(known.result, criterion, measure as Measure, facts) : known.result;
    }
    const result = this.describeAnew(facts, missing);
    if (this.isToldAgain(facts, result, figure)) {
      for (const shared of [result, result.missingFacts, result.warnings]) Object.freeze(shared);
      this.kept[place] = {
        key,
        contradictions,
        pattern,
        roundYear: result.advice === null ? null : facts.roundYear,
        isBaseYearOver: facts.isBaseYearOver,
        result,
        missing: missing.ofOne.ranks(),
      };
    }
    return result;
  }

  private describeAnew(facts: Case, missing: { readonly ofOne: FactList; readonly ofAll: FactList }): CriterionResult {
    const result = describeCriterion(this.criterion, facts, missing.ofOne);
    missing.ofAll.addAll(missing.ofOne);
    return result;
  }

  /** Which facts are open, where that matters and the row does not tell. */
  private patternOf(facts: Case, contradictions: number): number {
    if (this.isOpenByRow || contradictions !== 0) return opensByRow;
    if (facts.statuses[this.criterion.index] !== UNDETERMINED) return opensByRow;
    return this.standings?.opensByOthers ? NO_PATTERN : this.open.of(facts);
  }

  /** Whether nothing but the figures that are put in sets the result apart: no day that time brings, no other figure. */
  private isToldAgain(facts: Case, result: CriterionResult, figure: number): boolean {
    const { test, claimed, warnings, advice } = this.criterion;
    const { status, reason, gap, warnings: raised } = result;
    if (warnings.some(({ code, params }) => params.length > 0 && raised.some((warning) => warning.code === code))) {
      return false;
    }
    if (test.curedOn !== neverCured && result.earliestDate !== null) return false;
    if (test.curedOn !== neverCured && status === "not_met") return false;
    return figure !== OWN_FIGURES || (gap === null && isOfYearAlone(advice, facts, { status, reason, isClaimed: claimed?.status(facts) !== NOT_MET }));
  }
}

/** What is said to all who stand alike, with the figures of one of them. */
function withFigures(said: CriterionResult, criterion: Criterion, measure: Measure, facts: Case): CriterionResult {
  const required = measure.required(facts);
  return {
    id: said.id,
    article: said.article,
    title: said.title,
    status: said.status,
    reason: said.reason,
    actual: measure.actual(facts),
    required: required === null ? null : criterion.requirementOf(required),
    gap: said.gap,
    earliestDate: said.earliestDate,
    parts: said.parts,
    missingFacts: said.missingFacts,
    warnings: said.warnings,
    advice: said.advice,
  };
}
