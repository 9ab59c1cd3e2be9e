import { groupDigits } from "../facts/spelling.ts";
import { formatMillionths, one, parseMillionths } from "./decimals.ts";
import type { FigureDocument } from "./figures.ts";
import type { FormCase, Place } from "./form-case.ts";
import type { FormValue } from "./forms.ts";
import { rowMeets } from "./row-conditions.ts";

/** A figure of a form in millionths of its unit, between two ends that are equal once everything it needs is given. */
export interface Figure {
  readonly low: bigint;
  readonly high: bigint;
  readonly name: string;
  readonly unit: string;
  /** JSON pointers of what it is made of. */
  readonly fields: readonly string[];
}

type SumDocument = Extract<FigureDocument, { sum: string }>;
type DistinctDocument = Extract<FigureDocument, { distinct: string }>;

/** The number that a value states; null where it states none. */
export function numberOf(value: FormValue | null): bigint | null {
  if (typeof value === "number" && Number.isInteger(value)) return BigInt(value) * one;
  return typeof value === "string" && /^-?\d+(\.\d{1,6})?$/.test(value) ? parseMillionths(value) : null;
}

/** A number with thousands separators and its unit. */
export const spellNumber = (value: bigint, unit: string): string => `${groupDigits(formatMillionths(value))}${unit}`;

export function spellFigure({ low, high, unit }: Figure): string {
  return low === high ? spellNumber(low, unit) : `${spellNumber(low, "")}至${spellNumber(high, unit)}`;
}

function figureOfPlace({ field, value, pointer }: Place, name: string | undefined, prefix = ""): Figure | null {
  const number = numberOf(value);
  if (number === null) return null;
  const unit = field.unit ?? "";
  return { low: number, high: number, name: name ?? prefix + field.name, unit, fields: [pointer] };
}

function sumOf(document: SumDocument, form: FormCase): Figure | null {
  const { sum: list, column, times, partial = false, name } = document;
  const settings = form.policy.document.settings;
  const isTimes = times !== undefined && settings.find(({ id }) => id === times.if.setting)?.value === times.if.is;
  let total = 0n;
  let isAnyGiven = false;
  for (const row of form.rows(list)) {
    if (Object.values(row).every((value) => value === null)) continue;
    const value = numberOf(row[column] ?? null);
    const factor = isTimes ? numberOf(row[times.column] ?? null) : one;
    if (value === null || factor === null) {
      if (partial) continue;
      return null;
    }
    isAnyGiven = true;
    total += (value * factor) / one;
  }
  if (!isAnyGiven) return null;
  return { low: total, high: total, name, unit: form.column(list, column).unit ?? "", fields: [`/lists/${list}`] };
}

function distinctOf(document: DistinctDocument, form: FormCase): Figure | null {
  const { distinct: list, where, name } = document;
  let bodies = form.bodiesOf(list);
  if (bodies.length === 0) return null;
  if (document.without_applicant) bodies = bodies.filter((body) => !form.isApplicant(body));
  let sure = 0;
  let possible = 0;
  const cells: string[] = [];
  for (const { values, rows } of bodies) {
    const met = where === undefined || rowMeets(where, values, form.submissionDay);
    if (met === true) sure += 1;
    if (met !== false) possible += 1;
    if (met === true && where && "blank" in where) cells.push(`/lists/${list}/${rows[0]}/${where.blank}`);
  }
  const unit = form.policy.forms.lists.get(list)?.document.identity?.unit ?? "";
  const fields = cells.length > 0 ? cells : [`/lists/${list}`];
  return { low: BigInt(sure) * one, high: BigInt(possible) * one, name, unit, fields };
}

/** Works a figure out; null while the form does not give what it needs. */
export function figureOf(document: FigureDocument, form: FormCase): Figure | null {
  if ("number" in document) {
    const number = parseMillionths(document.number);
    return { low: number, high: number, name: "", unit: "", fields: [] };
  }
  if ("field" in document) return figureOfPlace(form.place(document.field), document.name);
  if ("sum" in document) return sumOf(document, form);
  if ("distinct" in document) return distinctOf(document, form);
  if ("total" in document) {
    const parts = document.total.map((part) => figureOf(part, form));
    const known = parts.filter((part) => part !== null);
    if (known.length < parts.length) return null;
    return {
      low: known.reduce((sum, { low }) => sum + low, 0n),
      high: known.reduce((sum, { high }) => sum + high, 0n),
      name: document.name,
      unit: known[0]?.unit ?? "",
      fields: known.flatMap(({ fields }) => fields),
    };
  }
  const row = form.rowOfYear(document.list, document.year);
  if (row === null) return null;
  const prefix = `${form.calendarYear(document.year)}年`;
  return figureOfPlace(form.cell(document.list, row, document.column), document.name, prefix);
}
