import {
  accessTable,
  applicationMachine,
  certificationMachine,
  mandateMachine,
  organizationMachine,
  roundMachine,
} from "@shifan/rules";

const machines = [roundMachine, organizationMachine, mandateMachine, applicationMachine, certificationMachine];

/**
 * Every act that people do on a record that is there, of a round up to its titles: "applications accept", and so on. Two may want to do each of
 * them. What follows from an act on another record has no address, and whoever does the other is told apart there. The other kinds of records, and
 * the beginnings of all of them, are tried beside the code: apps/api/src/acts/two-at-once.suite.ts.
 */
export const actsOfPeople: readonly string[] = [
  ...new Set(
    machines.flatMap(({ resource, transitions }) =>
      transitions.flatMap(({ act, from, isConsequence }) =>
        from === null || isConsequence || isTheClocks(resource, act) ? [] : [`${resource} ${act}`],
      ),
    ),
  ),
];

function isTheClocks(resource: keyof typeof accessTable, act: string): boolean {
  const acts: Readonly<Record<string, object>> = accessTable[resource];
  return Object.keys(acts[act] ?? {}).every((role) => role === "system");
}
