import type { CriterionResult } from "../assessment/schema.ts";
import { neverCured, union } from "../operators/model.ts";
import type { Case } from "./case.ts";
import type { Criterion } from "./criteria.ts";
import type { FactList } from "./fact-list.ts";
import type { Standings } from "./judging.ts";
import { NO_PATTERN, type OpenPattern } from "./open-pattern.ts";
import { UNDETERMINED } from "./status.ts";
import { type Told, tell, withFigures } from "./told.ts";

/** What was told to somebody, and how that one stood in a criterion. */
interface Kept extends Told {
  readonly criterion: Criterion;
  readonly row: number;
  readonly contradictions: number;
  readonly pattern: number;
  readonly roundYear: number;
  readonly isBaseYearOver: boolean;
}

/** A criterion, and what tells its results apart. */
interface Subject {
  readonly criterion: Criterion;
  /** Null where rows do not tell. */
  readonly standings: Standings | null;
  /** Tells which facts are open where a row does not; null where these facts do not either. */
  readonly open: OpenPattern | null;
  /** Whether a row tells which facts are open. */
  readonly isOpenByRow: boolean;
}

/** So many results are kept of those that a row alone does not tell; a power of two. */
const mostKept = 4_096;
const openByRow = 0;

/**
 * Describes criteria, once for all applicants who stand alike: in one row, with the same contradictions and the same facts
 * open. What is told of them is one object, not to be changed; where figures of their own are shown, these are put into it.
 * What a day or another figure sets apart is described for each.
 */
export class KeptResults {
  private readonly subjects: readonly Subject[];
  private readonly contradictedBy: Int32Array;
  /** Where the rows of each begin. */
  private readonly start: Uint32Array;
  private readonly byRow: (Kept | undefined)[];
  private readonly others: (Kept | undefined)[] = Array.from({ length: mostKept }, () => undefined);
  private readonly missing: FactList;

  /** @param missing a list to gather what is missing for one criterion */
  constructor(
    criteria: readonly Criterion[],
    standings: readonly (Standings | null)[],
    patternOf: (uses: ReadonlySet<number>) => OpenPattern,
    missing: FactList,
  ) {
    this.subjects = criteria.map((criterion, index) => ({
      criterion,
      standings: standings[index] ?? null,
      // What a count of other criteria leaves open depends on how each of these stands.
      open: criterion.test.form.kind === "count" ? null : patternOf(usesOf(criterion)),
      isOpenByRow: standings[index]?.opensByRow === true && criterion.test.curedOn === neverCured,
    }));
    this.contradictedBy = Int32Array.from(criteria, ({ contradictedBy }) => contradictedBy);
    let rowCount = 0;
    this.start = Uint32Array.from(standings, () => 0);
    for (const each of standings) rowCount += each?.rowCount ?? 1;
    this.byRow = Array.from({ length: rowCount }, () => undefined);
    this.missing = missing;
  }

  /** The results of a judged case. Adds the facts that are missing to `missing` and the results with warnings to `warned`. */
  describe(facts: Case, missing: FactList, warned: CriterionResult[]): CriterionResult[] {
    const { contradictedBy, start, byRow } = this;
    const { rows, contradictions } = facts;
    return this.subjects.map((_, index) => {
      const holding = contradictions & (contradictedBy[index] as number);
      let kept = holding === 0 ? byRow[(start[index] as number) + (rows[index] as number)] : undefined;
      if (kept === undefined || (kept.isOfYear && !isOfRound(kept, facts))) kept = this.find(index, holding, facts);
      const result = kept.hasFigures ? withFigures(kept, kept.criterion, facts) : kept.said;
      if (kept.missing.length > 0) missing.addRanks(kept.missing);
      if (kept.warns) warned.push(result);
      return result;
    });
  }

  /** What a row alone does not tell, or has not told for this round. */
  private find(index: number, contradictions: number, facts: Case): Kept {
    const { criterion, standings, open, isOpenByRow } = this.subjects[index] as Subject;
    const row = facts.rows[index] as number;
    const isByRow = contradictions === 0 && (isOpenByRow || facts.statuses[index] !== UNDETERMINED);
    const pattern = isByRow || contradictions !== 0 ? openByRow : (open?.of(facts) ?? NO_PATTERN);
    const place = placeOf(index, row, contradictions, pattern, facts.roundYear);
    let kept = this.others[place];
    if (
      kept === undefined ||
      kept.criterion !== criterion ||
      kept.row !== row ||
      kept.contradictions !== contradictions ||
      kept.pattern !== pattern ||
      !isOfRound(kept, facts)
    ) {
      const { roundYear, isBaseYearOver } = facts;
      const told = tell(criterion, facts, this.missing);
      kept = { criterion, row, contradictions, pattern, roundYear, isBaseYearOver, ...told };
      if (!told.isToldAgain || standings?.isOfRows !== true || pattern === NO_PATTERN)
        return { ...kept, hasFigures: false };
      freeze(told.said);
      this.others[place] = kept;
    }
    if (isByRow) this.byRow[(this.start[index] as number) + row] = kept;
    return kept;
  }
}

function freeze(said: CriterionResult): void {
  for (const shared of [said, said.parts, said.missingFacts, said.warnings]) Object.freeze(shared);
}

function usesOf({ test, claimed }: Criterion): ReadonlySet<number> {
  return claimed ? union(test.uses, claimed.uses) : test.uses;
}

function placeOf(index: number, row: number, contradictions: number, pattern: number, roundYear: number): number {
  const mixed =
    Math.imul(row * 32 + index, 0x9e3779b1) ^
    Math.imul(pattern, 0x85ebca6b) ^
    Math.imul(contradictions + roundYear, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) & (mostKept - 1);
}

function isOfRound({ roundYear, isBaseYearOver }: Kept, facts: Case): boolean {
  return roundYear === facts.roundYear && isBaseYearOver === facts.isBaseYearOver;
}
