import fc from "fast-check";
import { formatDate, parseDate } from "../../src/facts/calendar.ts";
import { formatScaled, parseScaled } from "../../src/facts/decimal.ts";
import { isQuantity } from "../../src/facts/kinds.ts";
import { type Applicant, completeApplicant } from "../applicants.ts";
import { zhengzhouPolicy } from "../policy.ts";
import { accept, outcomeOf } from "./evaluation.ts";
import { property, type RuleProperty } from "./property.ts";

const quantities = zhengzhouPolicy.document.facts
  .map((fact, index) => ({ fact: fact.id, kind: zhengzhouPolicy.factKinds[index] }))
  .filter(({ kind }) => kind && isQuantity(kind.kind));
const criteria = zhengzhouPolicy.document.criteria.map((criterion) => criterion.id);

/** A value of the wire so many of its smallest steps away, never below zero. */
function shift(value: unknown, steps: number): unknown {
  if (typeof value === "number") return Math.max(0, Math.round(value + steps));
  const day = parseDate(value as string);
  if (day !== undefined) return formatDate(day + steps);
  return formatScaled(Math.max(0, parseScaled(value as string, 2) + steps), 2);
}

export const intervalProperties: readonly RuleProperty[] = [
  property(
    "an interval decides only what every exact value inside it decides alike",
    8,
    [
      completeApplicant(),
      fc.constantFrom(...quantities.map(({ fact }) => fact)),
      fc.tuple(fc.nat(4), fc.nat(4), fc.integer({ min: -4, max: 4 })),
      fc.constantFrom("both", "low", "high", "approximate"),
    ],
    (facts, fact, [below, above, inside], ends) => {
      if (!(fact in facts)) return;
      const middle = shift(facts[fact], 0);
      const low = shift(middle, -below);
      const high = shift(middle, above);
      const interval = {
        ...(ends === "high" ? {} : { min: low }),
        ...(ends === "low" ? {} : { max: high }),
        ...(ends === "approximate" ? { approximate: true } : {}),
      };
      const held = outcomeOf(accept({ ...facts, [fact]: interval }, { intervals: true }));
      if (held.contradicted) return;
      const exact: Applicant = { ...facts, [fact]: shift(middle, Math.max(-below, Math.min(above, inside))) };
      const found = outcomeOf(accept(exact));
      if (found.contradicted) return;
      for (const id of criteria) {
        const decided = held.statuses[id];
        if (decided !== "undetermined" && decided !== found.statuses[id]) {
          throw new Error(`${id} is ${decided} by the interval and ${found.statuses[id]} by ${String(exact[fact])}`);
        }
      }
    },
  ),
];
