import { statusOfNeed } from "../operators/count.ts";
import type { Count } from "../operators/model.ts";
import type { Case } from "./case.ts";
import type { Criterion } from "./criteria.ts";
import { mostRows } from "./row-builder.ts";
import { MET, type Status, UNDETERMINED } from "./status.ts";

/** The rows of a criterion that does nothing but count others: by the choice that decides the need, and their statuses. */
export class CountRows {
  readonly rowCount: number;
  private readonly count: Count;

  private constructor(count: Count) {
    this.count = count;
    this.rowCount = rowCountOf(count);
  }

  /** Null for a criterion of another kind. */
  static of({ test, claimed, warnings }: Criterion): CountRows | null {
    const { form } = test;
    if (form.kind !== "count" || claimed !== null || warnings.length > 0) return null;
    return rowCountOf(form) > mostRows ? null : new CountRows(form);
  }

  rowOf(facts: Case): number {
    const { members, choice } = this.count;
    let row = facts.isKnown(choice) ? (facts.low[choice] as number) + 1 : 0;
    for (let at = 0; at < members.length; at++) row = row * 3 + (facts.statuses[members[at] as number] as number);
    return row;
  }

  statuses(): Status[] {
    const { members, needs } = this.count;
    return Array.from({ length: this.rowCount }, (_, row) => {
      let rest = row;
      let met = 0;
      let open = 0;
      for (const _member of members) {
        if (rest % 3 === MET) met++;
        if (rest % 3 === UNDETERMINED) open++;
        rest = Math.floor(rest / 3);
      }
      return statusOfNeed(this.count, needs[rest - 1], met, open);
    });
  }
}

function rowCountOf({ members, needs }: Count): number {
  return (needs.length + 1) * 3 ** members.length;
}
