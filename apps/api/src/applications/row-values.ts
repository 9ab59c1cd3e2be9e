import { type ApplicationListEntry, openMap, type PersonalKeys, type SealedMap, sealMap } from "@shifan/db";
import type { FormField, FormList, FormValue, FormValues } from "@shifan/rules";

/** What is sealed is text: kinds of values that are none are spelled as JSON. */
const spelledTypes: readonly FormField["type"][] = ["int", "year", "bool", "choices"];

/** A row as it is kept: personal values sealed, apart from the others. */
export type KeptValues = { readonly data: FormValues; readonly personal: SealedMap };

/** Seals the personal values of a row. */
export function sealRow(list: FormList, values: FormValues, keys: PersonalKeys): KeptValues {
  const data: Record<string, FormValue | null> = {};
  const personal: Record<string, string | null> = {};
  for (const field of list.columns) {
    const value = values[field.id] ?? null;
    if (!field.personal) data[field.id] = value;
    else personal[field.id] = typeof value === "string" || value === null ? value : JSON.stringify(value);
  }
  return { data, personal: sealMap(keys, personal) };
}

/**
 * The values of a kept row, personal ones opened; null where one is not given or has been erased.
 *
 * @throws SealError when one was changed behind the product's back
 */
export function valuesOfRow(
  list: FormList,
  { data, personal }: Pick<ApplicationListEntry, "data" | "personal">,
  keys: PersonalKeys,
): FormValues {
  const opened = openMap(keys, personal);
  const values: Record<string, FormValue | null> = {};
  for (const { id, type, personal: isPersonal } of list.columns) {
    const text = opened[id] ?? null;
    if (!isPersonal) values[id] = (data as FormValues)[id] ?? null;
    else values[id] = text === null || !spelledTypes.includes(type) ? text : (JSON.parse(text) as FormValue);
  }
  return values;
}
