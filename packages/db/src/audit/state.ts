import { createHash } from "node:crypto";
import { erase } from "../personal/seal.ts";
import { isSealed } from "../personal/sealed.ts";
import { canonicalJson } from "./canonical.ts";
import type { Json } from "./changes.ts";

/** The state of a record that is no more. The entry of an act that removes a record carries it, so that its absence is not a loss. */
export const removedState = { removed: true } as const;

/**
 * The hash of a record's state, SHA-256 of its canonical JSON in base64url. Personal values stand by their commitments, so that erasing one or
 * changing a key leaves the hash as it is. The same row gives the same hash on either engine.
 *
 * @param state the record as the queries read it: plain objects, arrays, Dates
 * @throws CanonicalFormError
 */
export function hashOfState(state: unknown): string {
  return createHash("sha256").update(textOfState(state)).digest("base64url");
}

/** The state as it is hashed and as its changes are kept: personal values by their commitments, a Date as its instant. @throws CanonicalFormError */
export function plainState(state: unknown): Json {
  return JSON.parse(textOfState(state));
}

function textOfState(state: unknown): string {
  return canonicalJson(withCommitments(state));
}

function withCommitments(value: unknown): unknown {
  if (isSealed(value)) return erase(value);
  if (Array.isArray(value)) return value.map(withCommitments);
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withCommitments(member)]));
}
