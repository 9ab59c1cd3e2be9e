import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileOfRepository } from "../repository.ts";

/** What is read of the report of Stryker. */
export interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;
}

export interface Mutant {
  readonly status: string;
  readonly statusReason?: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  /** Lines and columns from 1. */
  readonly location: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** Files and the hash of what each holds. */
export type Held = Readonly<Record<string, string>>;

/** The report of one run, and what it was measured of. */
export interface KeptRun {
  readonly commit: string;
  readonly files: Held;
  readonly report: Report;
}

const packageFolder = fileOfRepository("packages/rules");
const keptFolder = "reports/mutation/runs";

/** What every measurement rests on, beside what is mutated and its tests: how it is run, and what tests are built from. */
const shared = ["testing/**/*.ts", "stryker.config.json", "vitest.mutation.config.ts", "package.json"];

/** Every file of a part, tests too, as a pattern. */
export const patternOf = (part: string): string => (part === "." ? "src/*.ts" : `src/${part}/**/*.ts`);

/** What is measured one after the other: the folders of the source, and the files beside them (`.`). */
export function partsOfSource(): readonly string[] {
  const entries = readdirSync(`${packageFolder}/src`, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return [...folders.toSorted(), "."];
}

/** The files of a part that are mutated. */
export function sourcesOf(part: string): readonly string[] {
  return globSync(patternOf(part), { cwd: packageFolder })
    .filter((file) => !file.endsWith(".test.ts"))
    .toSorted();
}

/** The test that stands beside a file and has its name; null where there is none. */
export function testBeside(file: string): string | null {
  const test = file.replace(/\.ts$/, ".test.ts");
  return existsSync(`${packageFolder}/${test}`) ? test : null;
}

const hashOf = (...texts: readonly (string | Buffer)[]): string => {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text);
  return hash.digest("hex");
};

/**
 * The files that a run is made of: those that it mutates, the tests that they meet and what every run rests on. Taken before
 * the run, for they may change while it goes on.
 */
export function heldBy(files: readonly string[]): Held {
  const paths = globSync([...files, ...shared], { cwd: packageFolder }).toSorted();
  return Object.fromEntries(paths.map((path) => [path, hashOf(readFileSync(`${packageFolder}/${path}`))]));
}

/** One hash of files and of what they hold. */
export const fingerprintOf = (held: Held): string => hashOf(JSON.stringify(held));

/**
 * Whether what was measured is as it was: nothing has changed, gone or come. Tests may have come where that is allowed: with
 * more of them as many mutants are detected or more. A helper of tests may always have come: tests that use it have come or
 * changed themselves.
 * @param now what the files that were measured hold now, and those that would be measured
 */
export function isAsMeasured(measured: Held, now: Held, { mayHaveMoreTests = false } = {}): boolean {
  return Object.keys({ ...measured, ...now }).every((file) =>
    file in measured
      ? measured[file] === now[file]
      : file.startsWith("testing/") || (mayHaveMoreTests && file.endsWith(".test.ts")),
  );
}

const pathOf = (run: string): string => `${packageFolder}/${keptFolder}/${run.replaceAll("/", "~")}.json`;

/** The last measurement of a run; undefined where there is none. */
export function readKeptRun(run: string): KeptRun | undefined {
  return existsSync(pathOf(run)) ? (JSON.parse(readFileSync(pathOf(run), "utf8")) as KeptRun) : undefined;
}

/** Keeps the measurement of a run with what it was measured of, as far as it will be read again. */
export function keepRun(run: string, of: Pick<KeptRun, "commit" | "files">, report: Report): KeptRun {
  const files = Object.fromEntries(Object.entries(report.files).map(([file, { mutants }]) => [file, { mutants }]));
  const kept = { ...of, report: { files } };
  mkdirSync(`${packageFolder}/${keptFolder}`, { recursive: true });
  writeFileSync(pathOf(run), JSON.stringify(kept));
  return kept;
}
