import type { Mutant, Report } from "./mutation-parts.ts";

/** A mutant and the file that it stands in. */
export type FoundMutant = Mutant & { readonly file: string };

export function mutantsOf(report: Report): FoundMutant[] {
  return Object.entries(report.files).flatMap(([file, { mutants }]) => mutants.map((mutant) => ({ ...mutant, file })));
}

/** The place of a mutant as Stryker takes it: lines from 1, columns from 0. */
export function rangeOf({ file, location: { start, end } }: FoundMutant): string {
  return `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
}

const keyOf = ({ file, location, mutatorName, replacement }: FoundMutant): string =>
  JSON.stringify([file, location.start, location.end, mutatorName, replacement]);

/** The mutants as more tests found them, where those detected what the first did not. */
export function secondChance(first: readonly FoundMutant[], again: readonly FoundMutant[]): FoundMutant[] {
  const detected = new Map(
    again.filter(({ status }) => status === "Killed" || status === "Timeout").map((mutant) => [keyOf(mutant), mutant]),
  );
  return first.map((mutant) =>
    mutant.status === "Survived" || mutant.status === "NoCoverage" ? (detected.get(keyOf(mutant)) ?? mutant) : mutant,
  );
}
