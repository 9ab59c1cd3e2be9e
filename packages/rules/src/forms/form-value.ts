import type { Policy } from "../policy/policy.ts";
import type { FormData, FormValue } from "./forms.ts";

function written(form: FormData, reference: string): FormValue | null {
  const [section = "", id = ""] = reference.split(".");
  return form.sections[section]?.[id] ?? null;
}

/**
 * The value of a field "section.field" as it is printed: what is written there, else what is written in the field whose
 * value it shares. Null where neither is given, or where there is no such field.
 */
export function formValue(policy: Policy, form: FormData, reference: string): FormValue | null {
  const [section = "", id = ""] = reference.split(".");
  const field = policy.forms.sections.get(section)?.fieldsById.get(id);
  if (!field) return null;
  return written(form, reference) ?? (field.same_as === undefined ? null : written(form, field.same_as));
}
