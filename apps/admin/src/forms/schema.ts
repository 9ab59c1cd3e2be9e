import type { FilesHint, ReferencedResource } from "@shifan/contract";
import { texts } from "../texts/texts.ts";

/** The part of JSON Schema by which bodies of acts are described. */
export type Schema = {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  /** What the values of an enumeration are called. */
  readonly "x-labels"?: Readonly<Record<string, string>>;
  /** Of which resource the value is an id. */
  readonly "x-reference"?: ReferencedResource;
  /** By which of the list the records come that may be meant. */
  readonly "x-reference-filter"?: Readonly<Record<string, unknown>>;
  /** That it takes files, and what an upload for it says of itself. */
  readonly "x-files"?: FilesHint;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly default?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
};

export type FieldKind =
  | "text"
  | "long_text"
  | "day"
  | "whole_number"
  | "number"
  | "yes_no"
  | "reference"
  | "choice"
  | "several_choices"
  | "texts"
  | "rows"
  | "files"
  | "group"
  | "other";

/** The schema without the null that stands for left out. */
export function bare(schema: Schema): Schema {
  const kept = schema.anyOf?.filter(({ type }) => type !== "null");
  if (kept?.length === 1 && kept[0] !== undefined) {
    const { anyOf: _, ...outer } = schema;
    return { ...kept[0], ...outer };
  }
  if (!Array.isArray(schema.type)) return schema;
  const [type] = schema.type.filter((each) => each !== "null");
  return type === undefined ? schema : { ...schema, type };
}

const dayPattern = "^\\d{4}-\\d{2}-\\d{2}$";
/** Longer texts are written in a field of several lines. */
const longText = 300;

/** Whether null is a value: what was cleared is then said to be empty, and not left as it was. */
export function takesNull({ type, anyOf }: Schema): boolean {
  return (Array.isArray(type) && type.includes("null")) || (anyOf?.some((each) => each.type === "null") ?? false);
}

/** With what kind of field a value is put in. */
export function kindOf(schema: Schema): FieldKind {
  const fields = bare(schema);
  const { type, enum: values, pattern, maxLength, items, properties } = fields;
  const { "x-files": files, "x-reference": reference } = fields;
  if (files !== undefined) return "files";
  if (type === "boolean") return "yes_no";
  if (values !== undefined) return "choice";
  if (type === "integer") return "whole_number";
  if (type === "number") return "number";
  if (type === "string") {
    if (reference !== undefined) return "reference";
    if (pattern === dayPattern) return "day";
    return maxLength !== undefined && maxLength > longText && pattern === undefined ? "long_text" : "text";
  }
  if (type === "array" && items !== undefined) {
    const kind = kindOf(items);
    if (kind === "choice") return "several_choices";
    if (kind === "group") return "rows";
    return "texts";
  }
  return type === "object" && properties !== undefined ? "group" : "other";
}

/** What is asked for: its title, or its description where it has none. */
export function labelOf(name: string, schema: Schema): string {
  return schema.title ?? schema.description ?? name;
}

/** What is said below the field; nothing where it would only repeat the label or the choices. */
export function helpOf(schema: Schema): string | null {
  const { title, description } = schema;
  const choices = optionsOf(schema);
  if (title === undefined || description === undefined) return null;
  // For programs it says what each value means; people choose among the words.
  const saysValues = choices.length > 0 && choices.every(({ value }) => description.includes(value));
  const repeats = [title, choices.map(({ label }) => label).join("，")].includes(description);
  return repeats || saysValues ? null : description;
}

/** What the values of a choice are called; what may be left open can be left open again. */
export function optionsOf(schema: Schema): readonly { value: string; label: string }[] {
  const { enum: values = [], "x-labels": labels = {} } = bare(schema);
  const named = values
    .filter((value) => value !== null)
    .map((value) => ({ value: String(value), label: labels[String(value)] ?? String(value) }));
  return named.length < values.length ? [...named, { value: "", label: texts.leftOpen }] : named;
}

/** The alternatives of a body, each by the value that tells them apart; null for a body of one shape. */
export function alternativesOf(schema: Schema): { name: string; branches: ReadonlyMap<string, Schema> } | null {
  const { oneOf } = schema;
  const [first] = oneOf ?? [];
  if (oneOf === undefined || first === undefined) return null;
  const name = Object.entries(first.properties ?? {}).find(([, each]) => each.enum?.length === 1)?.[0];
  if (name === undefined) return null;
  return { name, branches: new Map(oneOf.map((each) => [String(each.properties?.[name]?.enum?.[0]), each])) };
}
