import type { Test } from "../operators/model.ts";
import type { Case } from "./case.ts";
import type { Criterion } from "./criteria.ts";
import type { Standings } from "./judging.ts";
import type { Reach } from "./status.ts";

type Openness = Pick<Test, "reach" | "collect" | "openReason">;

interface Kept {
  readonly reach: Reach;
  readonly facts: readonly number[];
}

/** What answers still to come can make of a criterion and which they are, worked out once for each row that tells it. */
export function keepOpenness(criterion: Criterion, standings: Standings): Openness {
  if (!standings.opensByRow) return criterion;
  const byRow: (Kept | undefined)[] = Array.from({ length: standings.rowCount }, () => undefined);
  const keptOf = (facts: Case): Kept => {
    const row = (facts.rows[criterion.index] as number) - standings.start;
    const known = byRow[row];
    if (known !== undefined) return known;
    const open = new Set<number>();
    criterion.collect(facts, open);
    const kept = { reach: criterion.reach(facts), facts: [...open] };
    byRow[row] = kept;
    return kept;
  };
  return {
    reach: (facts) => (criterion.isContradicted(facts) ? criterion.reach(facts) : keptOf(facts).reach),
    collect: (facts, into) => {
      if (criterion.isContradicted(facts)) criterion.collect(facts, into);
      else for (const fact of keptOf(facts).facts) into.add(fact);
    },
    openReason: criterion.openReason,
  };
}
