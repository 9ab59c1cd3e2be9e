import type { FoundMutant } from "./mutation-report.ts";

/** How many mutants came to which end. */
type Mutants = Readonly<Record<string, number>>;

export interface PartFindings {
  readonly part: string;
  /** Of which commits its files were measured; what has not changed since may be of an earlier one. */
  readonly commits: readonly string[];
  /** Of the files, tests and settings that were measured. */
  readonly fingerprint: string;
  /** Null where there is nothing to mutate. */
  readonly score: number | null;
  readonly mutants: Mutants;
  /** Mutants that no test ended in time: loops without end, or a busy machine; people look at the places. */
  readonly timedOut: readonly string[];
  /** Mutants that are left out by a comment, each with the reason that stands there. */
  readonly ignored: readonly string[];
}

/** The findings of all parts. The score is of those that have been measured, and the others are named. */
export interface MutationFindings {
  /** Null while nothing has been measured. */
  readonly score: number | null;
  readonly mutants: Mutants;
  /** Parts that no measurement is kept of. */
  readonly notMeasured: readonly string[];
  /** Parts that are not any more what was measured. */
  readonly changedSince: readonly string[];
  readonly parts: readonly PartFindings[];
}

/** The findings of the parts as they were recorded last; none where nothing is recorded. */
export function readFindings(kept: unknown): readonly PartFindings[] {
  return (kept as { readonly findings: MutationFindings } | undefined)?.findings.parts ?? [];
}

/** What the mutants of a part come to. */
export function findingsOf(
  of: Pick<PartFindings, "part" | "commits" | "fingerprint">,
  found: readonly FoundMutant[],
): PartFindings {
  const mutants: Record<string, number> = {};
  for (const { status } of found) mutants[status] = (mutants[status] ?? 0) + 1;
  const listed = (wanted: string, more: (mutant: FoundMutant) => string) =>
    found
      .filter(({ status }) => status === wanted)
      .map((mutant) => `${mutant.file}:${mutant.location.start.line} ${mutant.mutatorName}${more(mutant)}`);
  const timedOut = listed("Timeout", ({ replacement }) => (replacement === undefined ? "" : `: ${replacement}`));
  const ignored = listed("Ignored", ({ statusReason }) => `: ${statusReason}`);
  return { ...of, score: scoreOf(mutants), mutants, timedOut, ignored };
}

/**
 * The findings of all parts that there are, by the mutants of all: a large folder weighs more than a small one. What was
 * found of a part that is gone is left out.
 * @param now what there is to measure
 */
export function together(
  now: readonly Pick<PartFindings, "part" | "fingerprint">[],
  found: readonly PartFindings[],
): MutationFindings {
  const foundOf = (part: string) => found.find((findings) => findings.part === part);
  const parts = now.flatMap(({ part }) => foundOf(part) ?? []);
  const mutants: Record<string, number> = {};
  for (const part of parts)
    for (const [status, count] of Object.entries(part.mutants)) mutants[status] = (mutants[status] ?? 0) + count;
  return {
    score: scoreOf(mutants),
    mutants,
    notMeasured: now.filter(({ part }) => foundOf(part) === undefined).map(({ part }) => part),
    changedSince: now
      .filter(({ part, fingerprint }) => (foundOf(part)?.fingerprint ?? fingerprint) !== fingerprint)
      .map(({ part }) => part),
    parts,
  };
}

/** The share of detected mutants among those that tests can tell apart, in percent. One that no test reaches is not detected. */
function scoreOf(mutants: Mutants): number | null {
  const of = (...statuses: string[]) => statuses.reduce((sum, status) => sum + (mutants[status] ?? 0), 0);
  const detected = of("Killed", "Timeout");
  const all = detected + of("Survived", "NoCoverage");
  return all === 0 ? null : Number(((100 * detected) / all).toFixed(2));
}
