import { exportedLists, roleLabels } from "@shifan/contract";
import { formatInstant } from "../clock.ts";

/** What words a list's values are given. */
export type CellWords = {
  /** As in the address. */
  readonly list: string;
  /** The names of districts, by id. */
  readonly districts: ReadonlyMap<string, string>;
};

export type CellValue = string | number | Date | null;

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

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
  const named = exportedLists[words.list]?.values[field]?.[text];
  if (named !== undefined) return named;
  // At midnight of the world's time a spreadsheet shows the very day.
  if (dayPattern.test(text)) return new Date(`${text}T00:00:00Z`);
  return instantPattern.test(text) ? formatInstant(new Date(text)).slice(0, 16).replace("T", " ") : text;
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
