import { Case } from "../evaluate/case.ts";
import { type AbsentCode, FACTS_ALONE, highOf, lowOf, type Quantity, type Scope } from "../operators/model.ts";
import { type FactSlots, KNOWN } from "./facts.ts";

/** What the policy says of a fact that is not known. */
export interface Absence {
  readonly fact: number;
  /** What leaving the fact out states. */
  readonly value: Quantity | undefined;
  readonly code: AbsentCode | undefined;
  /** What holds anyway, also while it is 不清楚. */
  readonly bounds: Quantity | undefined;
}

/** Absences by when they can be read, each after those whose facts it is computed from. */
export interface Absences {
  /** What facts alone settle: once, when the facts are checked. */
  readonly settled: readonly Absence[];
  /** What the day or the round has a say in: for each case. */
  readonly perCase: readonly Absence[];
}

export function compileAbsences(count: number, scope: Scope): Absences {
  const settled: Absence[] = [];
  const perCase: Absence[] = [];
  const seen = new Set<number>();
  const visit = (fact: number): void => {
    if (seen.has(fact)) return;
    seen.add(fact);
    const value = scope.absentValue(fact);
    const bounds = scope.boundsWhileUnknown(fact);
    const code = scope.absentCode(fact);
    for (const source of [value, bounds]) source?.uses.forEach(visit);
    const isSettled = [value, bounds].every((stated) => (stated?.follows ?? FACTS_ALONE) === FACTS_ALONE);
    if (value || bounds || code) (isSettled ? settled : perCase).push({ fact, value, code, bounds });
  };
  for (let fact = 0; fact < count; fact++) visit(fact);
  return { settled, perCase };
}

/** What stands for a fact that is not known: its absence where that is a statement, else the bounds that hold anyway. */
export function statedBy({ fact, value, bounds }: Absence, facts: Case): Quantity | undefined {
  return facts.isAbsent(fact) ? (value ?? bounds) : bounds;
}

const noStatuses = new Uint8Array(0);
const noRows = new Int32Array(0);

/** Fills the slots of facts that are not known with what the policy says of them. */
export function readAbsences(absences: readonly Absence[], slots: FactSlots): void {
  const facts = new Case(slots, noStatuses, noRows);
  for (const absence of absences) {
    const { fact, code } = absence;
    if (slots.state[fact] === KNOWN) continue;
    // Taken over each time: the first span gives the slots another array of high ends.
    facts.high = slots.high;
    const stated = statedBy(absence, facts);
    if (stated) slots.put(fact, lowOf(stated, facts), highOf(stated, facts));
    else if (code && facts.isAbsent(fact)) {
      const bits = code.of(facts) ?? Number.NaN;
      slots.put(fact, bits, bits);
    }
  }
}
