import { type CriterionResult, openReasons } from "../assessment/schema.ts";
import { neverCured, union } from "../operators/model.ts";
import type { Case } from "./case.ts";
import type { Criterion } from "./criteria.ts";
import type { FactList } from "./fact-list.ts";
import type { Standings } from "./judging.ts";
import { NO_PATTERN, type OpenPattern } from "./open-pattern.ts";
import { UNDETERMINED } from "./status.ts";
import { Told, tellAgain } from "./told.ts";

/** What was told to somebody, and how that one stood in a criterion. */
class Kept extends Told {
  readonly row: number;
  readonly contradictions: number;
  readonly pattern: number;

  constructor(criterion: Criterion, facts: Case, missing: FactList, contradictions: number, pattern: number) {
    super(criterion, facts, missing);
    this.row = facts.rows[criterion.index] as number;
    this.contradictions = contradictions;
    this.pattern = pattern;
  }
}

/** A criterion, and what tells its results apart. */
interface Subject {
  readonly criterion: Criterion;
  /** Whether rows tell how it stands. */
  readonly isOfRows: boolean;
  /** Tells which facts are open where a row does not; null where the criterion counts others, in which they are. */
  readonly open: OpenPattern | null;
  /** Whether a row tells which facts are open. */
  readonly isOpenByRow: boolean;
}

/** So many results are kept of those that a row alone does not tell; a power of two. */
const mostKept = 16_384;
const OPEN_BY_ROW = 0;
/** The number of what is told to one alone. */
const NOT_KEPT = 0;

/**
 * Describes criteria, once for all applicants who stand alike: in one row, with the same contradictions and the same facts
 * open. What is told of them is one object, not to be changed; where something is of an applicant alone, that is put into it.
 *
 * What is kept is numbered as it comes and lies side by side by these numbers. Of the rows there are, few come about: what
 * lay by rows would have to be fetched from far more memory than a processor has at hand.
 */
export class KeptResults {
  private readonly subjects: readonly Subject[];
  private readonly contradictedBy: Int32Array;
  /** By row, the number of what is told where no contradiction holds. */
  private readonly byRow: Uint32Array;
  /** By place, the number of what else is told. */
  private readonly byPlace = new Uint32Array(mostKept);
  private readonly kept: (Kept | undefined)[] = [undefined];
  /** What can be told as it is. */
  private readonly plain: (CriterionResult | undefined)[] = [undefined];
  /** What is missing, as lists write it. */
  private readonly lacking: number[] = [];
  private readonly missing: FactList;
  private readonly blank: CriterionResult[];

  /** @param missing a list to gather what is missing for one criterion */
  constructor(
    criteria: readonly Criterion[],
    standings: readonly Standings[],
    patternOf: (uses: ReadonlySet<number>) => OpenPattern,
    missing: FactList,
  ) {
    this.subjects = criteria.map((criterion, index) => {
      const { isOfRows, opensByRow } = standings[index] as Standings;
      return {
        criterion,
        isOfRows,
        open: criterion.test.form.kind === "count" ? null : patternOf(usesOf(criterion)),
        isOpenByRow: opensByRow && criterion.test.curedOn === neverCured,
      };
    });
    this.contradictedBy = Int32Array.from(criteria, ({ contradictedBy }) => contradictedBy);
    this.byRow = new Uint32Array(Math.max(0, ...standings.map((each) => each.start + each.rowCount)));
    this.missing = missing;
    this.blank = criteria.map(() => undefined as unknown as CriterionResult);
  }

  /** The results of a judged case. Adds the facts that are missing to `missing` and the results with warnings to `warned`. */
  describe(facts: Case, missing: FactList, warned: CriterionResult[]): CriterionResult[] {
    const { contradictedBy, byRow, plain } = this;
    const { rows, contradictions } = facts;
    const results = this.blank.slice();
    for (let index = 0; index < results.length; index++) {
      const holding = contradictions & (contradictedBy[index] as number);
      const number = holding === 0 ? (byRow[rows[index] as number] as number) : NOT_KEPT;
      results[index] = plain[number] ?? this.describeOne(index, holding, number, facts, missing, warned);
    }
    return results;
  }

  private describeOne(
    index: number,
    contradictions: number,
    numberByRow: number,
    facts: Case,
    missing: FactList,
    warned: CriterionResult[],
  ): CriterionResult {
    const number = numberByRow === NOT_KEPT ? this.find(index, contradictions, facts) : numberByRow;
    const kept = this.kept[number] as Kept;
    const result = tellAgain(kept, facts, this.missing);
    if (kept.isMissingOwn) missing.addAll(this.missing);
    else if (kept.lacks) missing.addFrom(this.lacking, number);
    if (kept.warns) warned.push(result);
    return result;
  }

  /** The number of what a row alone does not tell, or has not told yet. */
  private find(index: number, contradictions: number, facts: Case): number {
    const subject = this.subjects[index] as Subject;
    const { criterion, isOfRows, isOpenByRow } = subject;
    const row = facts.rows[index] as number;
    if (isOfRows && contradictions === 0 && (isOpenByRow || facts.statuses[index] !== UNDETERMINED)) {
      const number = this.kept.length;
      this.byRow[row] = number;
      return this.keep(number, new Kept(criterion, facts, this.missing, contradictions, OPEN_BY_ROW));
    }
    const pattern = contradictions !== 0 ? OPEN_BY_ROW : this.patternOf(subject, facts);
    if (!isOfRows || pattern === NO_PATTERN) {
      return this.keep(NOT_KEPT, new Kept(criterion, facts, this.missing, contradictions, pattern));
    }
    const place = placeOf(row, contradictions, pattern);
    const number = this.byPlace[place] as number;
    const kept = this.kept[number];
    if (kept?.row === row && kept.contradictions === contradictions && kept.pattern === pattern) return number;
    const next = number === NOT_KEPT ? this.kept.length : number;
    this.byPlace[place] = next;
    return this.keep(next, new Kept(criterion, facts, this.missing, contradictions, pattern));
  }

  private keep(number: number, told: Kept): number {
    this.kept[number] = told;
    this.missing.writeTo(this.lacking, number);
    if (number === NOT_KEPT) return number;
    const { said } = told;
    for (const shared of [said, said.parts, said.missingFacts, said.warnings]) Object.freeze(shared);
    this.plain[number] = told.isPlain ? said : undefined;
    return number;
  }

  /** Which facts are open, for a criterion of which its row does not tell it. */
  private patternOf({ criterion, open }: Subject, facts: Case): number {
    if (open !== null) return open.of(facts);
    // What a count of others leaves open is put into what is told; why it is open tells the results apart.
    this.missing.clear();
    criterion.collect(facts, this.missing);
    return openReasons.indexOf(criterion.reason(facts, this.missing));
  }
}

function usesOf({ test, claimed }: Criterion): ReadonlySet<number> {
  return claimed ? union(test.uses, claimed.uses) : test.uses;
}

function placeOf(row: number, contradictions: number, pattern: number): number {
  const mixed = Math.imul(row, 0x9e3779b1) ^ Math.imul(pattern, 0x85ebca6b) ^ Math.imul(contradictions, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) & (mostKept - 1);
}
