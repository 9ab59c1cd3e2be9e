import type { FormField, FormValues } from "@shifan/rules";

/** The ids of the fields whose values differ. */
export function changedFields(fields: readonly FormField[], before: FormValues, after: FormValues): string[] {
  return fields
    .map(({ id }) => id)
    .filter((id) => JSON.stringify(before[id] ?? null) !== JSON.stringify(after[id] ?? null));
}
