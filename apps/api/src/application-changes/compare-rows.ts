import { type FormField, type FormList, type FormValue, type FormValues, normaliseName } from "@shifan/rules";
import type { FormRow } from "../applications/form.ts";

/** One field with another value than before; null where it has or had none. */
export type FieldChange = {
  readonly field: FormField;
  readonly before: FormValue | null;
  readonly after: FormValue | null;
};

/** One row that is new, gone, or reads otherwise; numbers count from 1 in the list before and after. */
export type RowChange = {
  readonly kind: "added" | "removed" | "changed";
  readonly numberBefore: number | null;
  readonly numberAfter: number | null;
  readonly before: FormValues;
  readonly after: FormValues;
  readonly fields: readonly FieldChange[];
};

/** The fields whose values differ. */
export function compareFields(fields: readonly FormField[], before: FormValues, after: FormValues): FieldChange[] {
  return fields
    .map((field) => ({ field, before: before[field.id] ?? null, after: after[field.id] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

/**
 * What differs between two states of a list. A row is the same row by its id; when the whole list was imported anew, by its content, and else by
 * what identifies it, the code or the name. That rows stand in another order is no difference.
 *
 * @returns in the order of the list as it is now, what is gone at the end
 */
export function compareRows(list: FormList, before: readonly FormRow[], after: readonly FormRow[]): RowChange[] {
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  for (const keyOf of [idOf, contentOf(list), codeOf(list), nameOf(list)]) {
    const free = placesByKey(before, keyOf, taken);
    for (const [at, row] of after.entries()) {
      const key = partners.has(at) ? null : keyOf(row);
      const partner = key === null ? undefined : free.get(key)?.shift();
      if (partner === undefined) continue;
      partners.set(at, partner);
      taken.add(partner);
    }
  }
  const now = after.map(({ values }, at): RowChange => {
    const partner = partners.get(at);
    const earlier = partner === undefined ? {} : (before[partner]?.values ?? {});
    return {
      kind: partner === undefined ? "added" : "changed",
      numberBefore: partner === undefined ? null : partner + 1,
      numberAfter: at + 1,
      before: earlier,
      after: values,
      fields: compareFields(list.columns, earlier, values),
    };
  });
  const gone = before.flatMap(({ values }, at): RowChange[] => {
    if (taken.has(at)) return [];
    const fields = compareFields(list.columns, values, {});
    return [{ kind: "removed", numberBefore: at + 1, numberAfter: null, before: values, after: {}, fields }];
  });
  return [...now.filter(({ kind, fields }) => kind === "added" || fields.length > 0), ...gone];
}

type KeyOf = (row: FormRow) => string | null;

const idOf: KeyOf = ({ rowId }) => rowId;

function contentOf({ columns }: FormList): KeyOf {
  return ({ values }) => JSON.stringify(columns.map(({ id }) => values[id] ?? null));
}

const textOf = (value: FormValue | null | undefined): string => (value == null ? "" : String(value));

function codeOf({ document }: FormList): KeyOf {
  const code = document.identity?.code;
  return ({ values }) => (code === undefined ? null : textOf(values[code]) || null);
}

function nameOf({ document }: FormList): KeyOf {
  const column = document.identity?.alike[0];
  return ({ values }) => (column === undefined ? null : normaliseName(textOf(values[column])) || null);
}

/** The places that no row has taken yet, by key, in their order. */
function placesByKey(rows: readonly FormRow[], keyOf: KeyOf, taken: ReadonlySet<number>): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, row] of rows.entries()) {
    const key = taken.has(at) ? null : keyOf(row);
    if (key === null) continue;
    const same = places.get(key);
    if (same === undefined) places.set(key, [at]);
    else same.push(at);
  }
  return places;
}
