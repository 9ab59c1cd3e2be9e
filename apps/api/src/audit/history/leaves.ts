import type { Json, StateChange } from "@shifan/db";

type Path = readonly (string | number)[];

/** One value that has changed, in its place. A side that is left out was not there. */
export type Leaf = { readonly path: Path; readonly before?: Json; readonly after?: Json };

type Members = { readonly [name: string]: Json };

const isMembers = (value: Json | undefined): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isPersonal(value);
const isListOfMembers = (value: Json | undefined): value is readonly Members[] =>
  Array.isArray(value) && value.length > 0 && value.every((member) => isMembers(member));

/** Whether a value is the commitment that stands for a personal one. */
export function isPersonal(value: Json): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { c, ...others } = value as Members;
  return typeof c === "string" && c.length === 43 && Object.keys(others).length === 0;
}

/** A change down to its single values: of a record that was added each field, of a list of texts the list. */
export function leavesOf(change: StateChange): Leaf[] {
  if ("from" in change) {
    const { path, from, removed, added } = change;
    if (!isListOfMembers(removed) && !isListOfMembers(added)) return [{ path, before: removed, after: added }];
    return [
      ...removed.flatMap((member, index) => split({ path: [...path, from + index], before: member })),
      ...added.flatMap((member, index) => split({ path: [...path, from + index], after: member })),
    ];
  }
  return split(change);
}

function split({ path, ...sides }: Leaf): Leaf[] {
  const { before, after } = sides;
  const isSplit = (value: Json | undefined) => value === undefined || value === null || isMembers(value);
  if (isListOfMembers(before) || isListOfMembers(after)) {
    const lists = [before, after].map((side) => (Array.isArray(side) ? side : []));
    const longest = Math.max(...lists.map(({ length }) => length));
    return Array.from({ length: longest }, (_, index) =>
      split(leaf([...path, index], lists[0]?.[index], lists[1]?.[index])),
    ).flat();
  }
  if ((isMembers(before) || isMembers(after)) && isSplit(before) && isSplit(after)) {
    const [old, present] = [isMembers(before) ? before : {}, isMembers(after) ? after : {}];
    const names = [...new Set([...Object.keys(old), ...Object.keys(present)])];
    return names.flatMap((name) => split(leaf([...path, name], old[name], present[name])));
  }
  return [{ path, ...sides }];
}

function leaf(path: Path, before: Json | undefined, after: Json | undefined): Leaf {
  return { path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}
