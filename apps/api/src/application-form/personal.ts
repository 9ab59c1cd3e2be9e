import type { ApplicationListEntry, PersonalKeys } from "@shifan/db";
import type { FormList, FormValue, FormValues, Role } from "@shifan/rules";
import { valuesOfRow } from "../applications/row-values.ts";

/** Who gets to read the personal data of third persons in a form: the applicant who has written them down, and the district that asks these persons. */
const opensPersonalData: readonly Role[] = ["applicant", "platform", "district"];

export function mayOpenPersonalData(role: Role): boolean {
  return opensPersonalData.includes(role);
}

/** So many digits are left to tell one number from another; shorter values would be given away whole. */
const digitsLeft = 4;
const shortestWithDigits = 7;

/** A personal value for whoever may not read it. */
export function maskValue(value: FormValue | null): string | null {
  if (value === null) return null;
  const text = String(value);
  return /^[\d-]+$/.test(text) && text.length >= shortestWithDigits ? `****${text.slice(-digitsLeft)}` : "****";
}

/** The values of a kept row as its reader sees them. */
export function shownValues(
  list: FormList,
  row: Pick<ApplicationListEntry, "data" | "personal">,
  { keys, opens }: { keys: PersonalKeys; opens: boolean },
): FormValues {
  const values = valuesOfRow(list, row, keys);
  if (opens) return values;
  const masked = list.columns.filter(({ personal }) => personal).map(({ id }) => [id, maskValue(values[id] ?? null)]);
  return { ...values, ...Object.fromEntries(masked) };
}

/** The columns of a list that hold personal data, as the audit trail names them. */
export function personalFields(list: FormList): string[] {
  return list.columns.filter(({ personal }) => personal).map(({ id }) => `${list.id}.${id}`);
}
