import { accessTable, type Resource } from "@shifan/rules";
import { machines } from "../../src/acts/machines.ts";

export type Act = { readonly resource: Resource; readonly act: string; readonly isCreation: boolean };

/** Every act of the tables once, with whether it makes a record. What makes and changes alike, such as a list that is kept, changes. */
export const allActs: readonly Act[] = machines.flatMap(({ resource, transitions }) =>
  [...Map.groupBy(transitions, ({ act }) => act)].map(([act, rows]) => ({
    resource,
    act,
    isCreation: rows.every(({ from }) => from === null),
  })),
);

const consequences = new Set(
  machines.flatMap(({ resource, transitions }) =>
    transitions.flatMap(({ act, isConsequence }) => (isConsequence ? [`${resource} ${act}`] : [])),
  ),
);

/** Whose acts are tried over HTTP, by people at their own browsers, through the built product: packages/acceptance/src/two-at-once. */
const triedOverHttp: readonly string[] = ["applications", "certifications", "organizations", "rounds"];

/** Why an act is tried by no two here; null where it is to be. */
export function reasonFor({ resource, act, isCreation }: Act): string | null {
  if (consequences.has(`${resource} ${act}`)) return "follows from another act, where whoever does that is told apart";
  const acts: Readonly<Record<string, object>> = accessTable[resource];
  const roles = Object.keys(acts[act] ?? {});
  if (roles.every((role) => role === "system")) return "is the clock's alone: clock-acts.suite.ts";
  if (!isCreation && triedOverHttp.includes(resource)) return "is tried over HTTP: packages/acceptance";
  return null;
}

export const nameOf = ({ resource, act }: Act) => `${resource} ${act}`;

/** What two have to try. */
export const contestedActs: readonly Act[] = allActs.filter((each) => reasonFor(each) === null);
