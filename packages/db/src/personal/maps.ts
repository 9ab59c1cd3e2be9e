import type { PersonalKeys } from "./keys.ts";
import { erase, open, reseal, seal } from "./seal.ts";
import type { Sealed } from "./sealed.ts";

/** The personal values of one row of a list, by the name of the field. A field without a value is left out. */
export type SealedMap = Readonly<Record<string, Sealed>>;

/** Seals each field; null and the empty text are nothing that could be sealed, and are left out. */
export function sealMap(keys: PersonalKeys, values: Readonly<Record<string, string | null>>): SealedMap {
  const present = Object.entries(values).filter(
    (entry): entry is [string, string] => entry[1] !== null && entry[1] !== "",
  );
  return Object.fromEntries(present.map(([field, value]) => [field, seal(keys, value)]));
}

/** The value of each field; null where it has been erased. @throws SealError */
export function openMap(keys: PersonalKeys, sealed: SealedMap): Record<string, string | null> {
  return mapFields(sealed, (value) => open(keys, value));
}

export function eraseMap(sealed: SealedMap): SealedMap {
  return mapFields(sealed, erase);
}

/** @throws SealError */
export function resealMap(keys: PersonalKeys, sealed: SealedMap): SealedMap {
  return mapFields(sealed, (value) => reseal(keys, value));
}

function mapFields<Result>(sealed: SealedMap, change: (value: Sealed) => Result): Record<string, Result> {
  return Object.fromEntries(Object.entries(sealed).map(([field, value]) => [field, change(value)]));
}
