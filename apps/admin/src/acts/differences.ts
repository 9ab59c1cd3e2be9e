import type { Tagged } from "../api/data-provider.ts";

/** What tells of every change and says nothing by itself. */
const silent: ReadonlySet<string> = new Set(["etag", "revision", "changedAt", "allowedActs", "dataVersion"]);

function shown(value: unknown): string {
  if (value === null || value === undefined || value === "") return "—";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The fields of a record that are not what they were. */
export function differencesOf(before: Tagged, now: Tagged): readonly { name: string; was: string; is: string }[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((name) => !silent.has(name));
  return names
    .map((name) => ({ name, was: shown(before[name]), is: shown(now[name]) }))
    .filter(({ was, is }) => was !== is);
}
