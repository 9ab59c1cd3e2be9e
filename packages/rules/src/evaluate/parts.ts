import type { CriterionPart, CriterionStatus } from "../assessment/schema.ts";
import type { Test } from "../operators/model.ts";
import type { Case } from "./case.ts";
import { statusNames } from "./status.ts";

export const noParts: CriterionPart[] = Object.freeze([]) as unknown as CriterionPart[];

/** Up to here every combination of the parts' statuses is kept once it was shown: 3⁶ of them. */
const mostKept = 6;

/** Compiles what shows a composite test by its operands. Equal parts are one list, not to be changed. */
export function compileParts(test: Test, factId: (fact: number) => string): (facts: Case) => CriterionPart[] {
  const shown = new Map<number, Test>();
  for (const operand of test.operands) {
    const [first] = operand.uses;
    const fact = operand.part ?? first;
    if (fact !== undefined && !shown.has(fact)) shown.set(fact, operand);
  }
  const operands = [...shown.values()];
  const ids = [...shown.keys()].map(factId);
  if (operands.length === 0) return () => noParts;
  const list = (facts: Case): CriterionPart[] =>
    operands.map((operand, index) =>
      Object.freeze({ fact: ids[index] as string, status: statusNames[operand.status(facts)] as CriterionStatus }),
    );
  if (operands.length > mostKept) return list;
  const kept: (CriterionPart[] | undefined)[] = Array.from({ length: 3 ** operands.length }, () => undefined);
  return (facts) => {
    let row = 0;
    for (let index = 0; index < operands.length; index++) row = row * 3 + (operands[index] as Test).status(facts);
    const known = kept[row];
    if (known) return known;
    const made = list(facts);
    Object.freeze(made);
    kept[row] = made;
    return made;
  };
}
