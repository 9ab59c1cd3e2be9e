import { existsSync, readFileSync, rmSync } from "node:fs";
import { readCommit } from "../record.ts";
import { fileOfRepository } from "../repository.ts";
import {
  fingerprintOf,
  type KeptRun,
  keepRun,
  partsOfSource,
  patternOf,
  type Report,
  readKeptRun,
  sourcesOf,
  testBeside,
} from "./mutation-parts.ts";
import { type FoundMutant, mutantsOf, rangeOf, secondChance } from "./mutation-report.ts";
import { runCommand } from "./run-command.ts";

/** How many mutants came to which end. */
type Mutants = Readonly<Record<string, number>>;

export interface PartFindings {
  readonly part: string;
  /** Of which commits its files were measured; what has not changed since may be of an earlier one. */
  readonly commits: readonly string[];
  /** Null where there is nothing to mutate. */
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

/**
 * Measures the mutation score of the rules, folder by folder, and puts the findings together. What has been measured and has
 * not changed since is not measured again: an interrupted run goes on where it stopped.
 * @throws Error when a run does not end well, and when the score is below its limit
 */
export async function proveMutation(say: (line: string) => void = () => {}): Promise<MutationFindings> {
  const parts: PartFindings[] = [];
  for (const part of partsOfSource()) parts.push(await measurePart(part, say));
  const { score, mutants } = together(parts);
  if (score < leastScore) throw new Error(`the score is ${score} %, below ${leastScore} %`);
  return { score, mutants, parts };
}

/**
 * Measures one folder. Each file's mutants meet the test of its name first; those that it does not detect then meet all tests
 * of the folder, together. Most fall at the first, and a mutant in a table that is made when its module is loaded has to run
 * every test there is in a run.
 */
export async function measurePart(part: string, say: (line: string) => void = () => {}): Promise<PartFindings> {
  const runs: KeptRun[] = [];
  const run = async (name: string, mutate: readonly string[], tests: string): Promise<FoundMutant[]> => {
    const isFile = tests.endsWith(".ts");
    const fingerprint = fingerprintOf(isFile ? [...mutate, tests] : [patternOf(part)]);
    // Of before the run: while it goes on, the work tree may go on as well.
    const of = { commit: readCommit(), fingerprint };
    const kept = readKeptRun(name, fingerprint) ?? keepRun(name, of, await runStryker(mutate, tests));
    runs.push(kept);
    return mutantsOf(kept.report);
  };
  const all = `src/${part}`;
  const found: FoundMutant[] = [];
  for (const file of sourcesOf(part)) found.push(...(await run(file, [file], testBeside(file) ?? all)));
  const undetected = found.filter(({ file, status }) => isUndetected(status) && testBeside(file) !== null);
  const again = undetected.length === 0 ? [] : await run(`${all} again`, undetected.map(rangeOf), all);
  const commits = new Set(runs.map(({ commit }) => commit));
  const findings = findingsOf(part, [...commits], secondChance(found, again));
  const count = Object.values(findings.mutants).reduce((sum, each) => sum + each, 0);
  say(`${part}: ${findings.score === null ? "nothing to mutate" : `${findings.score} % of ${count} mutants`}`);
  return findings;
}

/** Mutates places of the rules and runs the tests under a path. */
async function runStryker(mutate: readonly string[], tests: string): Promise<Report> {
  const report = fileOfRepository("packages/rules/reports/mutation/mutation.json");
  rmSync(report, { force: true });
  await runCommand("npm", ["run", "mutation", "--", "--mutate", mutate.join(",")], {
    cwd: fileOfRepository("packages/rules"),
    env: { MUTATION_TESTS: tests },
  });
  // A file of types and constants alone has no mutants, and its run no report.
  return existsSync(report) ? (JSON.parse(readFileSync(report, "utf8")) as Report) : { files: {} };
}

const isUndetected = (status: string): boolean => status === "Survived" || status === "NoCoverage";

/** What the mutants of a part come to. */
export function findingsOf(part: string, commits: readonly string[], found: readonly FoundMutant[]): PartFindings {
  const mutants: Record<string, number> = {};
  for (const { status } of found) mutants[status] = (mutants[status] ?? 0) + 1;
  const ignored = found
    .filter(({ status }) => status === "Ignored")
    .map(
      ({ file, location, mutatorName, statusReason }) =>
        `${file}:${location.start.line} ${mutatorName}: ${statusReason}`,
    );
  return { part, commits, score: scoreOf(mutants), mutants, ignored };
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
