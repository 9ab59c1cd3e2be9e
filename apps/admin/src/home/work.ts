import type { Task } from "@shifan/contract";

/** Where a task is worked on: the page of the one record, or the list with the filter as the server gave it. */
export function addressOf({ resource, recordId, filter }: Task["work"]): string {
  if (recordId !== null) return `/${resource}/${encodeURIComponent(recordId)}/show`;
  return `/${resource}?${new URLSearchParams({ filter: JSON.stringify(filter ?? {}) })}`;
}
