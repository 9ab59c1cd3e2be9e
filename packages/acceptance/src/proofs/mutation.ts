import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileOfRepository } from "../repository.ts";
import { fingerprintOf, type KeptPart, keepPart, type Report, readKeptPart, sourcesOf } from "./mutation-parts.ts";
import { runCommand } from "./run-command.ts";

/** How many of a part's mutants came to which end. */
type Mutants = Readonly<Record<string, number>>;

export interface PartFindings {
  readonly part: string;
  /** Of which commit it was measured; where nothing in it has changed since, that may be an earlier one. */
  readonly commit: string;
  readonly score: number | null;
  readonly mutants: Mutants;
  /** Mutants that are left out by a comment, each with the reason that stands there. */
  readonly ignored: readonly string[];
}

export interface MutationFindings {
  readonly score: number;
  readonly mutants: Mutants;
  readonly parts: readonly PartFindings[];
}

/** The share of mutants that the tests of the rules have to detect, in percent. */
const leastScore = 90;

const packageFolder = "packages/rules";

/** What is measured one after the other: the folders of the source, and the files beside them (`.`). */
function partsOfSource(): readonly string[] {
  const entries = readdirSync(fileOfRepository(`${packageFolder}/src`), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return [...folders.toSorted(), "."];
}

/**
 * Runs the mutation tests of the rules, a folder at a time, and puts their reports together. A part that has been measured
 * and has not changed since is not measured again: an interrupted run goes on where it stopped.
 * @throws Error when a run does not end well, and when the score is below its limit
 */
export async function proveMutation(say: (line: string) => void = () => {}): Promise<MutationFindings> {
  const parts: PartFindings[] = [];
  for (const part of partsOfSource()) {
    const kept = readKeptPart(part) ?? (await measure(part));
    const findings = findingsOf(part, kept);
    const all = Object.values(findings.mutants).reduce((sum, count) => sum + count, 0);
    say(`${part}: ${findings.score === null ? "nothing to mutate" : `${findings.score} % of ${all} mutants`}`);
    parts.push(findings);
  }
  const { score, mutants } = together(parts);
  if (score < leastScore) throw new Error(`the score is ${score} %, below ${leastScore} %`);
  return { score, mutants, parts };
}

/** Mutates one part and runs the tests beside it: they are the ones that are meant to catch a change there. */
async function measure(part: string): Promise<KeptPart> {
  const report = `${packageFolder}/reports/mutation/mutation.json`;
  const fingerprint = fingerprintOf(part);
  await runCommand("npm", ["run", "mutation", "--", "--mutate", `${sourcesOf(part)},!src/**/*.test.ts`], {
    cwd: fileOfRepository(packageFolder),
    env: { MUTATION_TESTS: `src/${part}` },
  });
  if (!existsSync(fileOfRepository(report))) throw new Error(`the run of ${part} left no ${report}`);
  return keepPart(part, fingerprint, JSON.parse(readFileSync(fileOfRepository(report), "utf8")) as Report);
}

/** What a part's report comes to. The score is null where there is nothing to mutate. */
export function findingsOf(part: string, { commit, report }: KeptPart): PartFindings {
  const mutants: Record<string, number> = {};
  const ignored: string[] = [];
  for (const [file, { mutants: ofFile }] of Object.entries(report.files)) {
    for (const { status, statusReason, mutatorName, location } of ofFile) {
      mutants[status] = (mutants[status] ?? 0) + 1;
      if (status === "Ignored") ignored.push(`${file}:${location?.start.line} ${mutatorName}: ${statusReason}`);
    }
  }
  return { part, commit, score: scoreOf(mutants), mutants, ignored };
}

/** The score of all parts, by the mutants of all: a large folder weighs more than a small one. */
export function together(parts: readonly PartFindings[]): { readonly score: number; readonly mutants: Mutants } {
  const mutants: Record<string, number> = {};
  for (const part of parts)
    for (const [status, count] of Object.entries(part.mutants)) mutants[status] = (mutants[status] ?? 0) + count;
  return { score: scoreOf(mutants) ?? 0, mutants };
}

/** The share of detected mutants among those that tests can tell apart, in percent. One that no test reaches is not detected. */
function scoreOf(mutants: Mutants): number | null {
  const of = (...statuses: string[]) => statuses.reduce((sum, status) => sum + (mutants[status] ?? 0), 0);
  const detected = of("Killed", "Timeout");
  const all = detected + of("Survived", "NoCoverage");
  return all === 0 ? null : Number(((100 * detected) / all).toFixed(2));
}
