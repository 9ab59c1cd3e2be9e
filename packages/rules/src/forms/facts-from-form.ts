import { formatScaled } from "../facts/decimal.ts";
import type { FactKind } from "../facts/kinds.ts";
import type { Policy } from "../policy/policy.ts";
import { formatMillionths } from "./decimals.ts";
import { formYears } from "./figures.ts";
import { FormCase } from "./form-case.ts";
import { figureOf, numberOf } from "./form-figures.ts";
import type { FormContext, FormData, FormValue } from "./forms.ts";
import type { DerivationDocument } from "./schema.ts";

/** What one place of the form says of a fact: a number between two ends, or another value. */
type Statement = { readonly low: bigint; readonly high: bigint } | { readonly value: FormValue };

export interface FormFacts {
  /** By fact id, in the form that `checkFacts` takes. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Facts to be declared unknown, so that leaving them out states nothing. */
  readonly unknown: readonly string[];
  /** Those of them of which two places of the form say different things. */
  readonly contradictory: readonly string[];
}

const isQuantity = (kind: FactKind): boolean =>
  kind.kind === "money" || kind.kind === "int" || kind.kind === "number" || kind.kind === "year";

/** Amounts are in 万元 with six decimals, so that a millionth is the 分 of the fact. */
function factValue(kind: FactKind, millionths: bigint): unknown {
  if (kind.kind === "money") return formatScaled(Number(millionths), kind.digits);
  return Number(formatMillionths(millionths));
}

function derive({ from }: DerivationDocument, form: FormCase): Statement | null {
  if ("figure" in from) return figureOf(from.figure, form);
  // Nothing written may mean nothing there or not yet written: only what is there is a statement.
  if ("any_row" in from) {
    const isThere = form.rows(from.any_row).some((row) => Object.values(row).some((value) => value !== null));
    return isThere ? { value: true } : null;
  }
  return form.place(from.field_given).value === null ? null : { value: true };
}

/** Every statement of the form, by fact. */
function statementsOf(policy: Policy, form: FormCase): Map<string, Statement[]> {
  const statements = new Map<string, Statement[]>();
  const say = (fact: string, statement: Statement | null): void => {
    if (statement) statements.set(fact, [...(statements.get(fact) ?? []), statement]);
  };
  const sayValue = (fact: string, value: FormValue | null): void => {
    const kind = policy.factKinds[policy.factIndexes.get(fact) ?? -1];
    const number = kind && isQuantity(kind) ? numberOf(value) : null;
    if (number !== null) say(fact, { low: number, high: number });
    else if (value !== null) say(fact, { value });
  };
  for (const { id, fields } of policy.forms.sections.values()) {
    for (const { id: field, fact } of fields) {
      if (fact !== undefined) sayValue(fact, form.place(`${id}.${field}`).value);
    }
  }
  for (const { id, columns } of policy.forms.lists.values()) {
    for (const { id: column, facts = {} } of columns) {
      for (const year of formYears) {
        const fact = facts[year];
        const row = fact === undefined ? null : form.rowOfYear(id, year);
        if (fact !== undefined && row !== null) sayValue(fact, form.cell(id, row, column).value);
      }
    }
  }
  for (const derivation of policy.forms.derivations) say(derivation.fact, derive(derivation, form));
  return statements;
}

type Joined = {
  readonly differ: boolean;
  readonly low: bigint;
  readonly high: bigint;
  readonly value: FormValue | null;
};

/** What all statements of one fact say together. */
function join(statements: readonly Statement[]): Joined {
  let low: bigint | null = null;
  let high: bigint | null = null;
  let value: FormValue | null = null;
  let differ = false;
  for (const statement of statements) {
    if ("value" in statement) {
      differ ||= value !== null && JSON.stringify(value) !== JSON.stringify(statement.value);
      value = statement.value;
      continue;
    }
    if (low === null || statement.low > low) low = statement.low;
    if (high === null || statement.high < high) high = statement.high;
  }
  return { differ: differ || (low ?? 0n) > (high ?? 0n), low: low ?? 0n, high: high ?? 0n, value };
}

/**
 * The facts that a form states, ready for `checkFacts` and `assess`. Where two places differ (a list and a stated figure) the
 * fact is unknown, so that every criterion that uses it stays open; the cross-checks say what differs. The round gives the
 * year, received-on the submission date.
 */
export function factsFromForm(policy: Policy, form: FormData, context: FormContext): FormFacts {
  const facts: Record<string, unknown> = { [policy.document.round_year]: context.roundYear };
  if (context.submissionDate !== null) facts[policy.document.submission_date] = context.submissionDate;
  const unknown = new Set<string>();
  const contradictory: string[] = [];
  for (const [fact, statements] of statementsOf(policy, new FormCase(policy, form, context))) {
    const kind = policy.factKinds[policy.factIndexes.get(fact) ?? -1] as FactKind;
    const { differ, low, high, value } = join(statements);
    if (differ) {
      contradictory.push(fact);
      unknown.add(fact);
    } else if (value !== null) facts[fact] = value;
    else if (low === high) facts[fact] = factValue(kind, low);
    // Some are known to be there: leaving the fact out would state that there are none.
    else if (low > 0n) unknown.add(fact);
  }
  for (const { fact, with: other } of policy.forms.derivations) {
    if (other === undefined || !contradictory.includes(other)) continue;
    delete facts[fact];
    unknown.add(fact);
  }
  return { facts, unknown: [...unknown], contradictory };
}
