import type { FormPart } from "@shifan/contract";
import type { Schema } from "../../../forms/schema.ts";

export type FormField = FormPart["fields"][number];

const yesNo = { true: "是", false: "否" } as const;
/** The choice by which a question is left open: not answered is neither yes nor no. */
const open = { "": "未填" } as const;
/** Longer than what a field of one line takes (forms/schema.ts). */
const manyLines = 20_000;

/** What kind of field of a form the console draws for a field of the application's form. */
export function schemaOf({ name, type, unit, note, options }: FormField): Schema {
  const words = {
    title: unit === null || name.includes(unit) ? name : `${name}（${unit}）`,
    ...(note === null ? {} : { description: note }),
  };
  const labels = Object.fromEntries(options.map(({ value, label }) => [value, label]));
  switch (type) {
    case "bool":
      return choice(words, { ...yesNo, ...open });
    case "choice":
      return choice(words, { ...labels, ...open });
    case "choices":
      return { ...words, type: "array", items: { type: "string", enum: Object.keys(labels), "x-labels": labels } };
    case "date":
      return { ...words, type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };
    case "long_text":
      return { ...words, type: "string", maxLength: manyLines };
    default:
      return { ...words, type: "string" };
  }
}

/** In the order of the keys, with the open answer last: numbers as keys would come first by themselves. */
function choice(words: Schema, labels: Readonly<Record<string, string>>): Schema {
  const values = Object.keys(labels).filter((value) => value !== "");
  return { ...words, type: "string", enum: [...values, ""], "x-labels": labels };
}

/** A value as its field shows it. */
export function shownIn({ type }: FormField, value: unknown): unknown {
  if (type === "choices") return Array.isArray(value) ? value : [];
  return value === null || value === undefined ? "" : String(value);
}

/** What a field of the form holds, as it goes to the server. */
export function valueFrom({ type }: FormField, shown: unknown): unknown {
  if (type === "bool") return shown === "true" ? true : shown === "false" ? false : null;
  return shown === "" ? null : shown;
}

/** Fields that take the whole width. */
export function isWide({ type, options }: FormField): boolean {
  return type === "long_text" || type === "choices" || (type === "choice" && options.length > 3);
}
