import { bodiesOf } from "../forms/bodies.ts";
import { formatMillionths, spellPercent } from "../forms/decimals.ts";
import { numberOf } from "../forms/form-figures.ts";
import type { FormField, FormValue, FormValues } from "../forms/forms.ts";
import { type FormReading, readFields } from "../forms/read.ts";
import { rowMeets } from "../forms/row-conditions.ts";
import type { Policy } from "../policy/policy.ts";
import type { ReportFigure } from "./report-form.ts";

/** Reads the content of a report as it comes over the wire: every field is in the result, null where it is not given. */
export function readReport({ reportForm }: Policy, raw: unknown, path = ""): FormReading {
  return readFields(reportForm.fields, reportForm.fieldsById, raw, path);
}

/** The required fields that are empty, by their names, in the order of the form. */
export function missingOfReport({ reportForm }: Policy, content: FormValues): string[] {
  return reportForm.fields
    .filter(({ id, required }) => required && (content[id] ?? null) === null)
    .map(({ name }) => name);
}

/** What a list of served enterprises comes to, by the figures that are counted from it; null where a row leaves it open. */
export type ServedFigures = Readonly<Record<string, number | null>>;

/** Counts a list of served enterprises (第六条（三）: 家, never 次): an enterprise that stands in it twice is one. */
export function countServed({ reportForm }: Policy, rows: readonly FormValues[], today: string): ServedFigures {
  const { servedList, figures } = reportForm;
  const bodies = servedList === null ? [] : bodiesOf(servedList, rows);
  return Object.fromEntries(
    figures.flatMap(({ field, counts }) => {
      if (counts === null) return [];
      const { where } = counts;
      const met = bodies.map(({ values }) => where === undefined || rowMeets(where, values, today));
      return [[field.id, met.includes(undefined) ? null : met.filter(Boolean).length]];
    }),
  );
}

/** A list of served enterprises with the rows of one enterprise taken together. */
export function distinctServed({ reportForm }: Policy, rows: readonly FormValues[]): readonly FormValues[] {
  const { servedList } = reportForm;
  return servedList === null ? [] : bodiesOf(servedList, rows).map(({ values }) => values);
}

const given = (values: FormValues | null, { id }: FormField): FormValue | null => values?.[id] ?? null;

/** Whether the figures of two reports are counted in one unit. */
export function hasOneUnit({ unit_from }: FormField, first: FormValues, second: FormValues): boolean {
  if (unit_from === undefined) return true;
  const unit = first[unit_from] ?? null;
  return unit !== null && unit === (second[unit_from] ?? null);
}

function fromHalves({ field, halves }: ReportFigure, first: FormValues | null, second: FormValues | null) {
  if (halves === "last") return given(second, field);
  if (halves === "apart" || first === null || second === null) return null;
  const [one, two] = [given(first, field), given(second, field)];
  const [low, high] = [numberOf(one), numberOf(two)];
  // What is no number, such as a unit, holds for the year where both halves say the same.
  if (low === null || high === null) return one !== null && one === two ? one : null;
  if (!hasOneUnit(field, first, second)) return null;
  const sum = formatMillionths(low + high);
  return field.type === "int" ? Number(sum) : sum;
}

/**
 * With what an annual report may begin: what its halves come to, and what the list of served enterprises counts for the year. A proposal, null
 * where it is not known: half of a sum is no sum, and an enterprise served in both halves is one enterprise.
 */
export function proposeReport(
  { reportForm }: Policy,
  known: { first: FormValues | null; second: FormValues | null; served: ServedFigures | null },
): FormValues {
  return Object.fromEntries(
    reportForm.figures.map((figure) => {
      const { field, counts } = figure;
      if (counts !== null) return [field.id, known.served?.[field.id] ?? null];
      return [field.id, fromHalves(figure, known.first, known.second)];
    }),
  );
}

/** How a figure stands beside the one of last time. */
export interface Comparison {
  readonly previous: string;
  /** Present less previous, an exact decimal. */
  readonly difference: string;
  /** The difference in percent of last time, two decimals, for showing only; null where last time was nothing. */
  readonly percent: string | null;
}

/** Compares a figure with that of last time; null where one of them is not known or they are counted in different units. */
export function compareFigure(
  { field }: ReportFigure,
  present: FormValues,
  previous: FormValues | null,
): Comparison | null {
  const now = numberOf(given(present, field));
  const then = previous === null ? null : numberOf(given(previous, field));
  if (now === null || then === null || previous === null || !hasOneUnit(field, present, previous)) return null;
  const difference = now - then;
  return {
    previous: formatMillionths(then),
    difference: formatMillionths(difference),
    percent: then === 0n ? null : spellPercent(difference, then < 0n ? -then : then),
  };
}
