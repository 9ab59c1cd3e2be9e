import { isSealed } from "../personal/sealed.ts";
import { canonicalJson } from "./canonical.ts";

/** A value as it stands in the text of a state. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

type Path = readonly (string | number)[];

/**
 * What an act has changed in the state of a record: a value, or members of a list from one place on. A side that is left out was not there.
 * Personal values stand by their commitments, as they do in the state.
 */
export type StateChange =
  | { readonly path: Path; readonly before?: Json; readonly after?: Json }
  | { readonly path: Path; readonly from: number; readonly removed: readonly Json[]; readonly added: readonly Json[] };

type Members = { readonly [name: string]: Json };

const isMembers = (value: Json | undefined): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isSealed(value);
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isSame = (left: Json, right: Json) => canonicalJson(left) === canonicalJson(right);

/** What leads from one state to the next, value by value. */
export function changesBetween(before: Json, after: Json): StateChange[] {
  return compare(before, after, []);
}

function compare(before: Json | undefined, after: Json | undefined, path: Path): StateChange[] {
  if (isMembers(before) && isMembers(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names.flatMap((name) => compare(own(before, name), own(after, name), [...path, name]));
  }
  if (isList(before) && isList(after)) return compareLists(before, after, path);
  if (before !== undefined && after !== undefined && isSame(before, after)) return [];
  if (before === undefined && after === undefined) return [];
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

function own(members: Members, name: string): Json | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

/** Lists of one length are compared place by place; else what both begin and end with is left out. */
function compareLists(before: readonly Json[], after: readonly Json[], path: Path): StateChange[] {
  if (before.length === after.length) {
    return before.flatMap((member, index) => compare(member, after[index], [...path, index]));
  }
  const shorter = Math.min(before.length, after.length);
  const same = (left: Json | undefined, right: Json | undefined) =>
    left !== undefined && right !== undefined && isSame(left, right);
  let from = 0;
  while (from < shorter && same(before[from], after[from])) from += 1;
  let end = 0;
  while (end < shorter - from && same(before.at(-1 - end), after.at(-1 - end))) end += 1;
  const removed = before.slice(from, before.length - end);
  const added = after.slice(from, after.length - end);
  return [{ path, from, removed, added }];
}

/**
 * The state before an act, from the state after it and what the act has changed; null where the changes have no place in the state. Whether it is
 * the right one its hash tells, not this.
 */
export function undoChanges(after: Json, changes: readonly StateChange[]): Json | null {
  let state: Json = after;
  for (const change of changes) {
    const undone = undoAt(state, change.path, change);
    if (undone === undefined) return null;
    state = undone;
  }
  return state;
}

function undoAt(state: Json, path: Path, change: StateChange): Json | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return "from" in change ? undoMembers(state, change) : change.before;
  if (typeof step === "number") {
    const member = isList(state) ? state[step] : undefined;
    if (!isList(state) || member === undefined) return undefined;
    const undone = undoAt(member, rest, change);
    return undone === undefined ? undefined : state.with(step, undone);
  }
  if (!isMembers(state)) return undefined;
  if (rest.length === 0 && !("from" in change)) {
    const { [step]: _after, ...others } = state;
    return change.before === undefined ? others : { ...others, [step]: change.before };
  }
  const member = own(state, step);
  const undone = member === undefined ? undefined : undoAt(member, rest, change);
  return undone === undefined ? undefined : { ...state, [step]: undone };
}

function undoMembers(state: Json, change: Extract<StateChange, { from: number }>): Json | undefined {
  if (!isList(state)) return undefined;
  return state.toSpliced(change.from, change.added.length, ...change.removed);
}

/** Those of the changes whose new value does not stand in the state that they have led to. */
export function unmetChanges(after: Json, changes: readonly StateChange[]): StateChange[] {
  return changes.filter((change) => {
    const found = valueAt(after, change.path);
    if ("from" in change) {
      if (!isList(found)) return true;
      return !isSame(found.slice(change.from, change.from + change.added.length), change.added);
    }
    if (found === undefined || change.after === undefined) return found !== change.after;
    return !isSame(found, change.after);
  });
}

/** The value in a place of a state; undefined where there is none. */
export function valueAt(state: Json, path: Path): Json | undefined {
  let found: Json | undefined = state;
  for (const step of path) {
    if (typeof step === "number") found = isList(found) ? found[step] : undefined;
    else found = isMembers(found) ? own(found, step) : undefined;
  }
  return found;
}
