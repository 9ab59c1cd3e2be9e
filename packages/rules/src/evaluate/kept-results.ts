import type { CriterionResult } from "../assessment/schema.ts";
import type { View } from "../operators/model.ts";
import type { Case } from "./case.ts";
import type { FactList } from "./fact-list.ts";

interface Kept {
  readonly result: CriterionResult;
  /** The facts missing for it, by their rank. */
  readonly missing: readonly number[];
  /** What the years in its texts follow. */
  readonly roundYear: number;
  readonly isBaseYearOver: boolean;
}

/** What was shown of a criterion for each way in which it can stand. Equal results are one object, not to be changed. */
export class KeptResults {
  private readonly view: View;
  private readonly kept: (Kept | undefined)[];

  constructor(view: View) {
    this.view = view;
    this.kept = Array.from({ length: view.count }, () => undefined);
  }

  /** What `describe` shows of the case, leaving in `missing` what is missing. */
  of(facts: Case, missing: FactList, describe: () => CriterionResult): CriterionResult {
    const way = this.view.of(facts);
    const known = this.kept[way];
    if (known?.roundYear === facts.roundYear && known.isBaseYearOver === facts.isBaseYearOver) {
      missing.clear();
      for (const rank of known.missing) missing.addRank(rank);
      return known.result;
    }
    const result = describe();
    Object.freeze(result.missingFacts);
    this.kept[way] = {
      result: Object.freeze(result),
      missing: missing.ranks(),
      roundYear: facts.roundYear,
      isBaseYearOver: facts.isBaseYearOver,
    };
    return result;
  }
}
