import { existsSync, readFileSync, rmSync } from "node:fs";
import { readCommit } from "../record.ts";
import { fileOfRepository } from "../repository.ts";
import { findingsOf, type MutationFindings, type PartFindings, together } from "./mutation-findings.ts";
import {
  fingerprintOf,
  heldBy,
  isAsMeasured,
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

/** The share of the mutants of all rules that the tests have to detect, in percent. */
const leastScore = 90;

/** The folder of all tests. */
const source = "src";

/**
 * Measures the mutation score of the rules, folder by folder, and puts the findings together. What has been measured and has
 * not changed since is not measured again: an interrupted run goes on where it stopped.
 * All tests of the source are run for what is left of a folder, the weakest first, only while the score of all is below its limit: each mutant takes
 * minutes there.
 *
 * @param only the folders to measure; empty: all. Of the others the earlier findings are kept
 * @throws Error for a folder that there is not, when a run does not end well, and when the score is below its limit
 */
export async function proveMutation(
  { only, earlier }: { readonly only: readonly string[]; readonly earlier: readonly PartFindings[] },
  say: (line: string) => void = () => {},
): Promise<MutationFindings> {
  const there = partsOfSource();
  const unknown = only.filter((part) => !there.includes(part));
  if (unknown.length > 0) throw new Error(`there is no part ${unknown.join(", ")}; there are ${there.join(", ")}`);
  const measured = new Map<string, PartFindings>();
  for (const part of there)
    if (only.length === 0 || only.includes(part)) measured.set(part, await measurePart(part, { say }));
  const findings = () =>
    together(
      there.map((part) => ({ part, fingerprint: fingerprintOf(heldBy([patternOf(part)])) })),
      [...earlier.filter(({ part }) => !measured.has(part)), ...measured.values()],
    );
  const weakestFirst = [...measured.values()].toSorted((one, other) => (one.score ?? 100) - (other.score ?? 100));
  for (const { part } of weakestFirst)
    if (isTooLow(findings().score)) measured.set(part, await measurePart(part, { say, meetsAll: true }));
  const { score } = findings();
  if (isTooLow(score)) throw new Error(`the score is ${score} %, below ${leastScore} %`);
  return findings();
}

const isTooLow = (score: number | null): boolean => score !== null && score < leastScore;

/**
 * Measures one folder. Each file's mutants meet the test of its name first; those that it does not detect then meet all tests
 * of the folder, together. Most fall at the first, and a mutant in a table that is made when its module is loaded has to run
 * every test there is in a run. Tests that have come since the first run of a file are met by what is left of it.
 *
 * @param meetsAll whether what is left then meets all tests of the source
 */
export async function measurePart(
  part: string,
  { say = () => {}, meetsAll = false }: { readonly say?: (line: string) => void; readonly meetsAll?: boolean } = {},
): Promise<PartFindings> {
  const now = heldBy([patternOf(part)]);
  const runs: KeptRun[] = [];
  const run = async (
    name: string,
    { mutate, tests, mayHaveMoreTests }: { mutate: readonly string[]; tests: string; mayHaveMoreTests: boolean },
  ): Promise<KeptRun> => {
    const files = tests.endsWith(".ts")
      ? [...mutate, tests]
      : [tests === source ? `${source}/**/*.ts` : patternOf(part)];
    // Of before the run: while it goes on, the work tree may go on as well.
    const of = { commit: readCommit(), files: heldBy(files) };
    const last = readKeptRun(name);
    const stands =
      last !== undefined &&
      isAsMeasured(last.files, { ...heldBy(Object.keys(last.files)), ...of.files }, { mayHaveMoreTests });
    const kept = stands ? last : keepRun(name, of, await runStryker(mutate, tests));
    runs.push(kept);
    return kept;
  };
  const all = `src/${part}`;
  const found: FoundMutant[] = [];
  const notMetAll = new Set<string>();
  for (const file of sourcesOf(part)) {
    const first = await run(file, { mutate: [file], tests: testBeside(file) ?? all, mayHaveMoreTests: true });
    found.push(...mutantsOf(first.report));
    if (!isAsMeasured(first.files, now)) notMetAll.add(file);
  }
  const undetected = (mutants: readonly FoundMutant[]) => mutants.filter(({ status }) => isUndetected(status));
  const meetMore = async (
    name: string,
    mutants: readonly FoundMutant[],
    { left = undetected(mutants), tests = all, mayHaveMoreTests = false },
  ): Promise<{ mutants: FoundMutant[]; metAll: boolean }> => {
    if (left.length === 0) return { mutants: [...mutants], metAll: true };
    const { report, files } = await run(name, { mutate: left.map(rangeOf), tests, mayHaveMoreTests });
    return { mutants: secondChance(mutants, mutantsOf(report)), metAll: isAsMeasured(files, now) };
  };
  const left = undetected(found).filter(({ file }) => notMetAll.has(file));
  const again = await meetMore(`${all} again`, found, { left, mayHaveMoreTests: true });
  const inFolder = again.metAll ? again : await meetMore(`${all} once more`, again.mutants, {});
  const findingsWith = (mutants: readonly FoundMutant[]): PartFindings => {
    const commits = new Set(runs.map(({ commit }) => commit));
    return findingsOf({ part, commits: [...commits], fingerprint: fingerprintOf(now) }, mutants);
  };
  const anywhere = meetsAll ? await meetMore(`${all} anywhere`, inFolder.mutants, { tests: source }) : inFolder;
  const findings = findingsWith(anywhere.mutants);
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
