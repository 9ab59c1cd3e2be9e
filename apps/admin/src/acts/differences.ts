import { exportedLists, labelOfField, valueLabelsInForm } from "@shifan/contract/labels";
import type { Tagged } from "../api/data-provider.ts";
import { dayText, instantText } from "../texts/days.ts";

/** The act whose form is open, by whose words its values are called. */
export type Form = {
  /** As in the address. */
  readonly resource: string;
  readonly act: string;
  /** What districts are called, by their codes. */
  readonly districts?: ReadonlyMap<string, string>;
};

/** What tells of every change and says nothing by itself. */
const silent: ReadonlySet<string> = new Set(["etag", "revision", "changedAt", "allowedActs", "dataVersion", "id"]);
const blank = "—";

/** A value as people read it: states and choices in their words, days as days, what has fields of its own field by field. */
function shown(form: Form, name: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return blank;
  if (typeof value === "boolean") return value ? "是" : "否";
  if (Array.isArray(value)) return value.map((each) => shown(form, name, each)).join("；") || blank;
  if (typeof value === "object") {
    const parts = Object.entries(value).filter(([key, each]) => !silent.has(key) && each !== null && each !== "");
    return parts.map(([key, each]) => `${labelOfField(key)}：${shown(form, key, each)}`).join("，") || blank;
  }
  const text = String(value);
  if (name === "district") return form.districts?.get(text) ?? text;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dayText(text);
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return instantText(text);
  const words = valueLabelsInForm(`${form.resource}/${form.act}`, name) ?? exportedLists[form.resource]?.values[name];
  return words?.[text] ?? text;
}

/** The fields of a record that are not what they were. */
export function differencesOf(
  form: Form,
  before: Tagged,
  now: Tagged,
): readonly { name: string; was: string; is: string }[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((name) => !silent.has(name));
  return names
    .map((name) => ({ name, was: shown(form, name, before[name]), is: shown(form, name, now[name]) }))
    .filter(({ was, is }) => was !== is);
}
