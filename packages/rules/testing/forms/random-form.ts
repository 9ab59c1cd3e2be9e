import fc from "fast-check";
import type { FormData, FormField, FormValue, FormValues } from "../../src/forms/forms.ts";
import { readRow, readSection } from "../../src/forms/read.ts";
import type { Policy } from "../../src/policy/policy.ts";

const uscc = ["91410100MA9K12344B", "914403001922038216", "9144030071526726XG", "12100000400002259P"];
const decimal = (whole: number, most: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(whole), fc.nat(most))
    .map(([digits, decimals]) => (decimals === 0 ? String(digits) : `${digits}.${decimals}`));
const day = fc
  .tuple(fc.integer({ min: 1949, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);

/** Values that the field takes, small ones more often, so that rows meet. */
function drawnValue({ type, options = [], most, negative }: FormField): fc.Arbitrary<FormValue> {
  const values = options.map(({ value }) => value);
  switch (type) {
    case "text":
      return fc.oneof(fc.constantFrom("甲", "甲（集团）", "乙", "丙"), fc.string({ maxLength: 50 }));
    case "long_text":
      return fc.string({ maxLength: 200, unit: "binary" });
    case "int":
      return fc.oneof(fc.nat(20), fc.nat(most === undefined ? 9_999_999 : Number(most)));
    case "year":
      return fc.integer({ min: 2020, max: 2027 });
    case "number":
      return fc.oneof(decimal(500, 9_999), fc.constant("10000000000"));
    case "money_wan": {
      const amount = fc.oneof(decimal(500, 999_999), fc.constantFrom("0", "3200000", "999999999.999999"));
      return negative ? fc.oneof(amount, fc.constant("-999999999.999999")) : amount;
    }
    case "percent":
      return decimal(most === undefined ? 9_999_999 : 99, 9_999);
    case "date":
      return day;
    case "day_or_month":
      return fc.oneof(
        day,
        day.map((text) => text.slice(0, "YYYY-MM".length)),
      );
    case "phone":
    case "mobile":
      return fc.constantFrom("13800000001", "13900000002");
    case "email":
      return fc.constant("a@example.com");
    case "postcode":
      return fc.constant("450000");
    case "url":
      return fc.constant("www.example.com");
    case "icp":
      return fc.constant("豫ICP备12345678号-1");
    case "uscc":
      return fc.constantFrom(...uscc);
    case "bool":
      return fc.boolean();
    case "choice":
      return fc.constantFrom(...values);
    case "choices":
      return fc.subarray(values);
  }
}

const rawOf = (fields: readonly FormField[]): fc.Arbitrary<FormValues> =>
  fc.record(Object.fromEntries(fields.map((field) => [field.id, fc.option(drawnValue(field), { freq: 3 })])));

function read(reading: ReturnType<typeof readRow>): FormValues {
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.values;
}

/** Any form of a policy that can be read, consistent or not, from empty to a few rows a list. */
export function randomForm(policy: Policy): fc.Arbitrary<FormData> {
  const sections = [...policy.forms.sections.values()].map(({ id, fields }) =>
    rawOf(fields).map((raw) => [id, read(readSection(policy, id, raw))] as const),
  );
  const lists = [...policy.forms.lists.values()].map(({ id, columns }) =>
    fc
      .array(rawOf(columns), { maxLength: 6 })
      .map((rows) => [id, rows.map((raw) => read(readRow(policy, id, raw)))] as const),
  );
  return fc
    .tuple(fc.tuple(...sections), fc.tuple(...lists), fc.boolean())
    .map(([drawnSections, drawnLists, isPartial]) => ({
      sections: Object.fromEntries(isPartial ? drawnSections.slice(drawnSections.length / 2) : drawnSections),
      lists: Object.fromEntries(isPartial ? drawnLists.slice(drawnLists.length / 2) : drawnLists),
    }));
}
