import type { SavedQuery } from "@shifan/contract";
import type { SortPayload } from "ra-core";

/** What a filter narrows by, without what was left blank, in one order. */
function narrowing(filter: Readonly<Record<string, unknown>>): string {
  const filled = Object.entries(filter).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return JSON.stringify(filled.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

/** Whether a list is looked at as a saved query has it. One that names no order goes with any. */
export function isSameQuery(
  { filter, sort }: Pick<SavedQuery, "filter" | "sort">,
  present: { readonly filter: Readonly<Record<string, unknown>>; readonly sort: SortPayload },
): boolean {
  const isSameOrder =
    sort === null || (sort.field === present.sort.field && sort.isDescending === (present.sort.order === "DESC"));
  return isSameOrder && narrowing(filter) === narrowing(present.filter);
}
