import type { Assessment, Verdict } from "../assessment/schema.ts";
import type { Case } from "./case.ts";
import { type Contradiction, type Criterion, findContradictions, isDecidedBy } from "./criteria.ts";
import { decidedAnyhow, type Standings } from "./judging.ts";
import { everyReach, reachOf } from "./status.ts";
import { verdictOf } from "./verdict.ts";

type Listed = Assessment["alternatives"];

/** The verdict under each platform type that was not chosen: the same facts, another number of lines needed. */
export class Alternatives {
  private readonly choice: number;
  private readonly types: readonly string[];
  private readonly criteria: readonly Criterion[];
  private readonly contradictions: readonly Contradiction[];
  /** Whether a contradiction depends on the type. */
  private readonly isContradictedByType: boolean;
  /** The one criterion that depends on the type, where its row tells how it stands under each. */
  private readonly counting: (Standings & { readonly criterion: Criterion }) | null;
  /** By its row and what is decided anyhow. Equal lists are one, not to be changed. */
  private readonly kept: (Listed | undefined)[];

  /** @param choice the fact that names the type; @param types its values */
  constructor(
    choice: number,
    types: readonly string[],
    criteria: readonly Criterion[],
    contradictions: readonly Contradiction[],
    standings: readonly Standings[],
  ) {
    this.choice = choice;
    this.types = types;
    this.criteria = criteria.filter((criterion) => isDecidedBy(choice, criterion));
    this.contradictions = contradictions;
    this.isContradictedByType = contradictions.some(({ when }) => when.uses.has(choice));
    const [only, ...others] = this.criteria;
    const isCounted = only !== undefined && others.length === 0 && only.test.form.kind === "count";
    const standing = only && standings[only.index];
    const isTold = isCounted && standing?.isOfRows === true && !this.isContradictedByType;
    this.counting = isTold ? { ...standing, criterion: only } : null;
    this.kept = Array.from({ length: (this.counting?.rowCount ?? 0) * (everyReach + 1) }, () => undefined);
  }

  /** Leaves another platform type in the case. */
  of(opened: Case): Listed {
    const { counting, kept } = this;
    if (counting === null || counting.criterion.isContradicted(opened)) return this.list(opened);
    const row = (opened.rows[counting.criterion.index] as number) - counting.start;
    const place = row * (everyReach + 1) + decidedAnyhow(opened.decided);
    const before = kept[place];
    if (before !== undefined) return before;
    const listed = this.list(opened);
    for (const shared of [listed, ...listed]) Object.freeze(shared);
    kept[place] = listed;
    return listed;
  }

  private list(opened: Case): Listed {
    const { choice, types } = this;
    const chosen = opened.isKnown(choice) ? opened.low[choice] : undefined;
    return types.flatMap((platformType, code) => {
      if (code === chosen) return [];
      opened.suppose(choice, code);
      return [{ platformType, verdict: this.verdictOn(opened) }];
    });
  }

  /** The verdict of a case in which another type was put. */
  private verdictOn(opened: Case): Verdict {
    if (this.isContradictedByType) opened.contradictions = findContradictions(this.contradictions, opened);
    let decided = decidedAnyhow(opened.decided);
    for (const criterion of this.criteria) {
      const status = criterion.status(opened);
      opened.statuses[criterion.index] = status;
      if (!criterion.document.line) decided |= reachOf(status);
    }
    return verdictOf(decided);
  }
}
