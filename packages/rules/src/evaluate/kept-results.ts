import type { CriterionResult } from "../assessment/schema.ts";
import type { View } from "../operators/model.ts";
import type { Case } from "./case.ts";

interface Kept {
  readonly result: CriterionResult;
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

  find(facts: Case): CriterionResult | undefined {
    const known = this.kept[this.view.of(facts)];
    if (known === undefined || known.roundYear !== facts.roundYear) return undefined;
    return known.isBaseYearOver === facts.isBaseYearOver ? known.result : undefined;
  }

  keep(facts: Case, result: CriterionResult): void {
    Object.freeze(result.missingFacts);
    const { roundYear, isBaseYearOver } = facts;
    this.kept[this.view.of(facts)] = { result: Object.freeze(result), roundYear, isBaseYearOver };
  }
}
