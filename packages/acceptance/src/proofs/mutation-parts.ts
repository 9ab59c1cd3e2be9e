import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readCommit } from "../record.ts";
import { fileOfRepository } from "../repository.ts";

/** What is read of the report of Stryker. */
export interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;
}

interface Mutant {
  readonly status: string;
  readonly statusReason?: string;
  readonly mutatorName: string;
  readonly location: { readonly start: { readonly line: number } };
}

/** The report of a part that was measured, and what it was measured of. */
export interface KeptPart {
  readonly commit: string;
  readonly fingerprint: string;
  readonly report: Report;
}

/** The files of a part, as a pattern in the package of the rules. */
export const sourcesOf = (part: string): string => (part === "." ? "src/*.ts" : `src/${part}/**/*.ts`);

/** What a part's measurement rests on, beside its own folder: how it is run, and what its tests are built from. */
const shared = ["testing/**/*.ts", "stryker.config.json", "vitest.mutation.config.ts", "package.json"];

const folder = "packages/rules/reports/mutation/parts";
const pathOf = (part: string): string => fileOfRepository(`${folder}/${part === "." ? "files" : part}.json`);

/** Of the files that a measurement of the part is made of: taken before it, for they may change while it runs. */
export function fingerprintOf(part: string): string {
  const cwd = fileOfRepository("packages/rules");
  const hash = createHash("sha256");
  for (const file of globSync([sourcesOf(part), ...shared], { cwd }).toSorted()) {
    hash
      .update(`${file}\n`)
      .update(readFileSync(`${cwd}/${file}`))
      .update("\n");
  }
  return hash.digest("hex");
}

/** The last measurement of a part; undefined where there is none, or its files have changed since. */
export function readKeptPart(part: string): KeptPart | undefined {
  if (!existsSync(pathOf(part))) return undefined;
  const kept = JSON.parse(readFileSync(pathOf(part), "utf8")) as KeptPart;
  return kept.fingerprint === fingerprintOf(part) ? kept : undefined;
}

/** Keeps the measurement of a part with its commit, as far as it will be read again. */
export function keepPart(part: string, fingerprint: string, report: Report): KeptPart {
  const files = Object.fromEntries(Object.entries(report.files).map(([file, { mutants }]) => [file, { mutants }]));
  const kept = { commit: readCommit(), fingerprint, report: { files } };
  mkdirSync(fileOfRepository(folder), { recursive: true });
  writeFileSync(pathOf(part), JSON.stringify(kept));
  return kept;
}
