import { type FieldError, pointerStep } from "../facts/errors.ts";
import type { Policy } from "../policy/policy.ts";
import type { FormField, FormValue, FormValues } from "./forms.ts";
import { readValue } from "./values.ts";

export type FormReading =
  | { readonly ok: true; readonly values: FormValues }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Nobody mends more at once; beyond it the input is refused without being read to its end. */
const maximumErrors = 100;

export function readFields(
  fields: readonly FormField[],
  byId: ReadonlyMap<string, FormField>,
  raw: unknown,
  path: string,
): FormReading {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    return { ok: false, errors: [{ path, code: "type", message: "应为一个对象，键是栏目编号，值是填报内容" }] };
  }
  const errors: FieldError[] = [];
  for (const id of Object.keys(raw)) {
    if (errors.length >= maximumErrors) break;
    if (byId.has(id)) continue;
    errors.push({ path: `${path}/${pointerStep(id)}`, code: "unknown_field", message: "没有这个栏目" });
  }
  const values: Record<string, FormValue | null> = {};
  for (const field of fields) {
    if (errors.length >= maximumErrors) break;
    const reading = readValue(field, Object.hasOwn(raw, field.id) ? (raw as Record<string, unknown>)[field.id] : null);
    if (reading.ok) values[field.id] = reading.value;
    else errors.push({ path: `${path}/${field.id}`, code: reading.code, message: reading.message });
  }
  return errors.length === 0 ? { ok: true, values } : { ok: false, errors };
}

const unknownPart = (path: string): FormReading => ({
  ok: false,
  errors: [{ path, code: "unknown_part", message: "没有这个部分或名单" }],
});

/**
 * Reads the fields of a section as they come over the wire or from a table. Every field of the section is in the result,
 * null where it is not given; a value impossible by itself is refused with its pointer below `path`.
 */
export function readSection(policy: Policy, sectionId: string, raw: unknown, path = ""): FormReading {
  const section = policy.forms.sections.get(sectionId);
  return section ? readFields(section.fields, section.fieldsById, raw, path) : unknownPart(path);
}

/** Reads one row of a list in the same way. How many rows a list takes is `most_rows` of its document. */
export function readRow(policy: Policy, listId: string, raw: unknown, path = ""): FormReading {
  const list = policy.forms.lists.get(listId);
  return list ? readFields(list.columns, list.columnsById, raw, path) : unknownPart(path);
}
