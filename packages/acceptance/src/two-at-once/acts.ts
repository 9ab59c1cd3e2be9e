import {
  accessTable,
  applicationMachine,
  certificationMachine,
  mandateMachine,
  organizationMachine,
  roundMachine,
} from "@shifan/rules";

const machines = [roundMachine, organizationMachine, mandateMachine, applicationMachine, certificationMachine];

/** Acts that follow from another in its transaction: they have no address, and whoever does the other is told apart there. */
const consequences: ReadonlySet<string> = new Set([
  "applications publish",
  "applications object",
  "applications clear-objection",
  "applications uphold-objection",
]);

/** Every act that people do on a record that is there: "applications accept", and so on. Two may want to do each of them. */
export const actsOfPeople: readonly string[] = [
  ...new Set(
    machines.flatMap(({ resource, transitions }) =>
      transitions.flatMap(({ act, from }) =>
        from === null || isTheClocks(resource, act) || consequences.has(`${resource} ${act}`)
          ? []
          : [`${resource} ${act}`],
      ),
    ),
  ),
];

function isTheClocks(resource: keyof typeof accessTable, act: string): boolean {
  const acts: Readonly<Record<string, object>> = accessTable[resource];
  return Object.keys(acts[act] ?? {}).every((role) => role === "system");
}
