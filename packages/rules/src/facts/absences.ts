import { Case } from "../evaluate/case.ts";
import { type AbsentCode, highOf, lowOf, type Quantity, type Scope } from "../operators/model.ts";
import { type FactSlots, KNOWN } from "./facts.ts";

/** What the policy says of a fact that is not known, as far as facts alone settle it. */
export interface Absence {
  readonly fact: number;
  /** What leaving the fact out states. */
  readonly value: Quantity | undefined;
  readonly code: AbsentCode | undefined;
  /** What holds anyway, also while it is 不清楚. */
  readonly bounds: Quantity | undefined;
}

/** The absences of a policy, each after those whose facts it is computed from. */
export function compileAbsences(count: number, scope: Scope): Absence[] {
  const absences: Absence[] = [];
  const seen = new Set<number>();
  const visit = (fact: number): void => {
    if (seen.has(fact)) return;
    seen.add(fact);
    const value = scope.absentValue(fact);
    const bounds = scope.boundsWhileUnknown(fact);
    const code = scope.absentCode(fact);
    for (const source of [value, bounds]) source?.uses.forEach(visit);
    const settled = !value?.perCase && !bounds?.perCase;
    if (settled && (value || bounds || code)) absences.push({ fact, value, code, bounds });
  };
  for (let fact = 0; fact < count; fact++) visit(fact);
  return absences;
}

/** Fills the slots of facts that are not known with what the policy says of them. */
export function readAbsences(absences: readonly Absence[], slots: FactSlots): void {
  for (const { fact, value, code, bounds } of absences) {
    if (slots.state[fact] === KNOWN) continue;
    // Opened anew each time: the first span gives the slots another array of high ends.
    const facts = new Case(slots, Number.NaN, []);
    const said = facts.isAbsent(fact) ? (value ?? bounds) : bounds;
    if (said) slots.put(fact, lowOf(said, facts), highOf(said, facts));
    else if (code && facts.isAbsent(fact)) {
      const bits = code.of(facts) ?? Number.NaN;
      slots.put(fact, bits, bits);
    }
  }
}
