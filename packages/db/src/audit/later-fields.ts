import type { Json } from "./changes.ts";
import { hashOfState, plainState } from "./state.ts";

/**
 * Fields that came to a kind of record when records of it stood in the trail already, a step for each upgrade, the oldest first. An upgrade leaves
 * them empty and writes no entry for each record, so an entry of before knows nothing of them.
 */
export const laterFields: Readonly<Record<string, readonly (readonly string[])[]>> = {
  certifications: [["discardedOn", "discardedBy", "discardReason", "correction"]],
  sanctions: [["answerUntil", "answer", "answeredOn"]],
  inspections: [["signatures"]],
  city_checks: [["signatures"]],
};

/**
 * Whether a state is the one that an entry has the hash of. Where fields came later and are empty, the state without them counts as well: an
 * upgrade is not a change behind the trail. One that is filled counts always.
 *
 * @param state the record as the queries read it, or as `plainState` gives it
 */
export function isStateOf(resource: string, state: unknown, hash: string | null): boolean {
  if (hashOfState(state) === hash) return true;
  const steps = Object.hasOwn(laterFields, resource) ? (laterFields[resource] ?? []) : [];
  if (steps.length === 0) return false;
  let kept = plainState(state);
  for (const fields of steps.toReversed()) {
    const before = withoutEmpty(kept, fields);
    if (before === null) return false;
    if (hashOfState(before) === hash) return true;
    kept = before;
  }
  return false;
}

/** Null where one of the fields holds something. */
function withoutEmpty(state: Json, fields: readonly string[]): Json | null {
  if (state === null || typeof state !== "object" || Array.isArray(state)) return null;
  const members = Object.entries(state);
  if (members.some(([name, value]) => fields.includes(name) && value !== null)) return null;
  return Object.fromEntries(members.filter(([name]) => !fields.includes(name)));
}
