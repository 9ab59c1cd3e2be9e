import type { FactCollector, View } from "../operators/model.ts";
import type { Case } from "./case.ts";
import type { Reach } from "./status.ts";

/** What answers still to come can lead to, and which answers those are. */
export interface Openness {
  reach(facts: Case): Reach;
  collect(facts: Case, into: FactCollector): void;
}

const unknown = 0;

/** Works both out once for each way in which a test can stand. */
export function rememberByWay(view: View, openness: Openness): Openness {
  const reaches = new Uint8Array(view.count);
  const collected: (readonly number[] | undefined)[] = Array.from({ length: view.count }, () => undefined);
  return {
    reach: (facts) => {
      const way = view.of(facts);
      // Something can always come about, so that no reach is the empty one.
      if (reaches[way] === unknown) reaches[way] = openness.reach(facts);
      return reaches[way] as Reach;
    },
    collect: (facts, into) => {
      const way = view.of(facts);
      let open = collected[way];
      if (open === undefined) {
        const found = new Set<number>();
        openness.collect(facts, found);
        open = [...found];
        collected[way] = open;
      }
      for (const fact of open) into.add(fact);
    },
  };
}
