import { bare, kindOf, type Schema, takesNull } from "./schema.ts";

/** What is in a form: text of fields, lists, groups. What is undefined was left out. */
export type Values = Readonly<Record<string, unknown>>;

/** What was filled in, as the server takes it: blanks are left out, and numbers are numbers. */
export function bodyOf(schema: Schema, values: Values): Record<string, unknown> {
  const entries = Object.entries(schema.properties ?? {}).flatMap(([name, each]) => {
    const value = sentValueOf(each, values[name]);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

function sentValueOf(schema: Schema, value: unknown): unknown {
  const plain = bare(schema);
  if (value === "" && takesNull(schema)) return null;
  switch (kindOf(plain)) {
    case "whole_number":
    case "number": {
      if (typeof value === "number") return value;
      const text = typeof value === "string" ? value.normalize("NFKC").replaceAll(/[,\s]/g, "") : "";
      if (text === "") return undefined;
      // What is no number goes to the server as it is: it says what it expects, at this field.
      return Number.isFinite(Number(text)) ? Number(text) : text;
    }
    case "rows":
      return Array.isArray(value) ? value.map((row) => bodyOf(plain.items ?? {}, row as Values)) : undefined;
    case "group":
      return typeof value === "object" && value !== null ? bodyOf(plain, value as Values) : undefined;
    case "files":
      return Array.isArray(value) && value.length === 0 ? undefined : value === "" ? undefined : value;
    case "texts":
      return Array.isArray(value) ? value.filter((each) => each !== "") : undefined;
    default:
      return value === "" ? undefined : value;
  }
}

/** The same values with one of them set. */
export function withValue(values: Values, name: string, value: unknown): Values {
  return { ...values, [name]: value };
}

/** What a form begins with: what the description presets, below what the page already knows. */
export function initialValues(schema: Schema, known: Values): Values {
  const presets = Object.entries(schema.properties ?? {}).flatMap(([name, each]) => {
    const preset = each.default;
    return preset === undefined || preset === null ? [] : [[name, preset] as const];
  });
  return { ...Object.fromEntries(presets), ...known };
}
