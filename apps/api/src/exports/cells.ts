import { exportedLists, roleLabels } from "@shifan/contract";
import { parseDate } from "@shifan/rules";
import { formatInstant, parseInstant } from "../clock.ts";

/** What words a list's values are given. */
export type CellWords = {
  /** As in the address. */
  readonly list: string;
  /** The names of districts, by id. */
  readonly districts: ReadonlyMap<string, string>;
};

export type CellValue = string | number | Date | null;

/** A value of a list as people read it in a spreadsheet: days as days, choices, states and districts in their words, codes nowhere. */
export function cellOf(field: string, value: unknown, words: CellWords): CellValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "number") return value;
  if (Array.isArray(value)) {
    const each = value.map((one) => cellOf(field, one, words)).filter((one) => one !== null);
    return each.length === 0 ? null : each.map(String).join("、");
  }
  if (typeof value === "object") return cellOfObject(value as Readonly<Record<string, unknown>>, words);
  const text = String(value);
  if (field === "district") return words.districts.get(text) ?? text;
  const named = wordOf(words.list, field, text);
  if (named !== undefined) return named;
  // At midnight of the world's time a spreadsheet shows the very day. What only begins like one was written by somebody and stays text.
  if (parseDate(text) !== undefined) return new Date(`${text}T00:00:00Z`);
  const instant = parseInstant(text);
  return instant === null ? text : formatInstant(instant).slice(0, 16).replace("T", " ");
}

/** The word for a choice of a field; undefined for what is no choice, whatever every object has by birth. */
function wordOf(list: string, field: string, text: string): string | undefined {
  const values = exportedLists[list]?.values ?? {};
  const choices = Object.hasOwn(values, field) ? values[field] : undefined;
  return choices !== undefined && Object.hasOwn(choices, text) ? choices[text] : undefined;
}

/** Of what has fields of its own: a role with its district while it is held, or a name. */
function cellOfObject(value: Readonly<Record<string, unknown>>, { districts }: CellWords): string | null {
  if (typeof value.role === "string") {
    if (value.endedAt !== null && value.endedAt !== undefined) return null;
    const role = (roleLabels as Readonly<Record<string, string>>)[value.role] ?? value.role;
    const district = typeof value.district === "string" ? (districts.get(value.district) ?? value.district) : "";
    return district === "" ? role : `${role}（${district}）`;
  }
  return typeof value.name === "string" ? value.name : null;
}
