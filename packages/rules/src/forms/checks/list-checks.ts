import type { CheckOf } from "../check-documents.ts";
import { type CheckOperator, spellNames } from "./found.ts";

export const noDuplicates: CheckOperator<CheckOf<"no_duplicates">> = ({ list }, form) => {
  const bodies = form.bodiesOf(list);
  const repeated = bodies.filter(({ rows }) => rows.length > 1);
  if (repeated.length === 0) return [];
  const params = {
    rows: String(bodies.reduce((sum, { rows }) => sum + rows.length, 0)),
    distinct: String(bodies.length),
    names: spellNames(repeated.map(({ name }) => name)),
  };
  return [{ params, fields: repeated.flatMap(({ rows }) => rows.map((row) => `/lists/${list}/${row}`)) }];
};

export const withoutApplicant: CheckOperator<CheckOf<"without_applicant">> = ({ list }, form) => {
  const rows = form
    .bodiesOf(list)
    .filter((body) => form.isApplicant(body))
    .flatMap((body) => body.rows);
  return rows.length === 0 ? [] : [{ params: {}, fields: rows.map((row) => `/lists/${list}/${row}`) }];
};

export const notRepeated: CheckOperator<CheckOf<"not_repeated">> = ({ list, column, bodies: limit }, form) => {
  const rowsOf = new Map<string, Map<number, number[]>>();
  for (const [body, { rows }] of form.bodiesOf(list).entries()) {
    for (const row of rows) {
      const { value } = form.cell(list, row, column);
      if (value === null) continue;
      const holders = rowsOf.get(String(value)) ?? new Map<number, number[]>();
      holders.set(body, [...(holders.get(body) ?? []), row]);
      rowsOf.set(String(value), holders);
    }
  }
  const repeated = [...rowsOf].filter(([, holders]) => holders.size >= limit);
  if (repeated.length === 0) return [];
  const unit = form.policy.forms.lists.get(list)?.document.identity?.unit ?? "";
  const items = spellNames(repeated.map(([value, holders]) => `${value}（${holders.size}${unit}）`));
  const fields = repeated.flatMap(([, holders]) => [...holders.values()].flat());
  return [{ params: { items }, fields: fields.map((row) => `/lists/${list}/${row}/${column}`) }];
};

/** A body of the one list is in the other when their codes or their names are the same. */
export const within: CheckOperator<CheckOf<"within">> = ({ list, of }, form) => {
  const others = form.bodiesOf(of);
  const codes = new Set(others.map(({ code }) => code).filter((code) => code !== null));
  const names = new Set(others.map(({ likeness }) => likeness));
  const outside = form
    .bodiesOf(list)
    .filter(({ code, likeness }) => !(code !== null && codes.has(code)) && !names.has(likeness));
  if (others.length === 0 || outside.length === 0) return [];
  const params = { names: spellNames(outside.map(({ name }) => name)) };
  return [{ params, fields: outside.flatMap(({ rows }) => rows.map((row) => `/lists/${list}/${row}`)) }];
};
