import { customType } from "drizzle-orm/pg-core";
import type { SealedMap } from "./maps.ts";
import { isSealed, SealError, type Sealed } from "./sealed.ts";

/*
 * These columns take what is sealed and nothing else, so that a value in the clear cannot be stored by mistake. The engines' drivers give json
 * parsed or as text.
 */

/** A column for one personal value of a third person. */
export const personal = customType<{ data: Sealed; driverData: unknown }>({
  dataType: () => "json",
  toDriver: (value) => JSON.stringify(checkSealed(value)),
  fromDriver: (kept) => checkSealed(parse(kept)),
});

/** A column for the personal values of a row of a list. */
export const personalMap = customType<{ data: SealedMap; driverData: unknown }>({
  dataType: () => "json",
  toDriver: (value) => JSON.stringify(checkMap(value)),
  fromDriver: (kept) => checkMap(parse(kept)),
});

function parse(kept: unknown): unknown {
  return typeof kept === "string" ? JSON.parse(kept) : kept;
}

function checkSealed(value: unknown): Sealed {
  if (!isSealed(value)) throw new SealError("malformed", "a column of personal data holds sealed values only");
  return value;
}

function checkMap(value: unknown): SealedMap {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new SealError("malformed", "a column of personal data of a row holds sealed values by field only");
  }
  for (const field of Object.values(value)) checkSealed(field);
  return value as SealedMap;
}
