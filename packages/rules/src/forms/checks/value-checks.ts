import { spellDate } from "../../evaluate/advice.ts";
import { addYears, formatDate, parseDate } from "../../facts/calendar.ts";
import type { CheckOf, ValuesDocument } from "../check-documents.ts";
import { parseMillionths } from "../decimals.ts";
import type { FormCase, Place } from "../form-case.ts";
import { numberOf, spellNumber } from "../form-figures.ts";
import { type CheckOperator, type Found, spellNames } from "./found.ts";

function placesOf(values: ValuesDocument, form: FormCase): Place[] {
  return values.flatMap((each) =>
    "field" in each
      ? [form.place(each.field)]
      : form.rows(each.list).map((_, row) => form.cell(each.list, row, each.column)),
  );
}

const nameOf = ({ field, row }: Place): string => (row === null ? "" : `第${row + 1}行`) + field.name;

/** All places of one check in one finding: a list of thousands must not give thousands. */
function foundAt(places: readonly Place[], spell: (place: Place) => string, params: Found["params"] = {}): Found[] {
  if (places.length === 0) return [];
  const items = spellNames(places.map((place) => nameOf(place) + spell(place)));
  return [{ params: { ...params, items }, fields: places.map(({ pointer }) => pointer) }];
}

export const range: CheckOperator<CheckOf<"range">> = ({ values, least, most }, form) => {
  const low = least === undefined ? undefined : parseMillionths(least);
  const high = most === undefined ? undefined : parseMillionths(most);
  const outside = placesOf(values, form).filter(({ value }) => {
    const number = numberOf(value);
    if (number === null) return false;
    return (low !== undefined && number < low) || (high !== undefined && number > high);
  });
  const spell = ({ field, value }: Place): string => spellNumber(numberOf(value) ?? 0n, field.unit ?? "");
  return foundAt(outside, spell, { least: least ?? "", most: most ?? "" });
};

/** A month counts as its first day: it lies after today only when all of it does. */
const firstDayOf = (value: unknown): string => {
  const text = String(value);
  return text.length === "YYYY-MM".length ? `${text}-01` : text;
};

export const notAfterToday: CheckOperator<CheckOf<"not_after_today">> = ({ values }, form) => {
  const late = placesOf(values, form).filter(({ value }) => value !== null && firstDayOf(value) > form.context.today);
  return foundAt(late, ({ value }) => String(value));
};

export const elapsed: CheckOperator<CheckOf<"elapsed">> = (document, form) => {
  const known = document.since_latest.map((reference) => form.place(reference)).filter(({ value }) => value !== null);
  const days = known.map(({ value }) => parseDate(String(value))).filter((day) => day !== undefined);
  const submission = parseDate(form.submissionDay);
  if (days.length === 0 || submission === undefined) return [];
  // One that is missing could only make the latest later.
  const latest = Math.max(...days);
  const reached = addYears(latest, document.years);
  if (submission >= reached) return [];
  const params = {
    since: spellDate(formatDate(latest)),
    years: String(document.years),
    reached: spellDate(formatDate(reached)),
  };
  return [{ params, fields: known.map(({ pointer }) => pointer) }];
};

export const sameDate: CheckOperator<CheckOf<"same_date">> = ({ fields }, form) => {
  const places = fields.map((reference) => form.place(reference));
  const [first, second] = places.map(({ value }) => value);
  if (first == null || second == null || first === second) return [];
  const params = { first: spellDate(String(first)), second: spellDate(String(second)) };
  return [{ params, fields: places.map(({ pointer }) => pointer) }];
};

export const together: CheckOperator<CheckOf<"together">> = ({ fields }, form) => {
  const places = fields.map((reference) => form.place(reference));
  const given = places.find(({ value }) => value !== null);
  const missing = places.find(({ value }) => value === null);
  if (!given || !missing) return [];
  const params = { given: given.field.name, missing: missing.field.name };
  return [{ params, fields: places.map(({ pointer }) => pointer) }];
};
