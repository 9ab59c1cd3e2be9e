import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { proveRules } from "@shifan/rules/testing";
import { fileOfRepository } from "../repository.ts";
import { runCommand } from "./run-command.ts";

export interface FuzzProof {
  /** 1 is the dose of `npm test`; everything grows with it. */
  readonly size: number;
  readonly seed: number;
}

export interface FuzzFindings {
  readonly properties: readonly { readonly name: string; readonly applicants: number }[];
  readonly dialogue: { readonly properties: number; readonly conversationsEach: number };
}

/** Conversations for one unit of size, of each kind. */
const conversations = 100;

/**
 * Proves the properties of the rules and of the conversation on random applicants.
 * @throws Error with the seed and the smallest counterexample
 */
export async function proveFuzz(
  { size, seed }: FuzzProof,
  say: (line: string) => void = () => {},
): Promise<FuzzFindings> {
  const properties = proveRules({ size, seed }).map(({ name, runs }) => ({ name, applicants: runs }));
  for (const { name, applicants } of properties) say(`${applicants} applicants: ${name}`);
  const conversationsEach = Math.ceil(conversations * size);
  const numPassedTests = await proveDialogue(conversationsEach, seed);

  if (numPassedTests === 0) throw new Error("no property of the conversation was proved");
  say(`${conversationsEach} conversations for each of ${numPassedTests} properties of the dialogue`);
  return { properties, dialogue: { properties: numPassedTests, conversationsEach } };
}

/** The dialogue's own properties, by its own tests; how many there are. */
async function proveDialogue(conversationsEach: number, seed: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "shifan-fuzz-"));
  const report = join(folder, "report.json");
  const vitest = fileOfRepository("node_modules/vitest/vitest.mjs");
  const options = ["--testTimeout=0", "--reporter=json", `--outputFile=${report}`];
  try {
    await runCommand(process.execPath, [vitest, "run", "src/engine.fuzz.test.ts", ...options], {
      cwd: fileOfRepository("packages/dialog"),
      env: { FUZZ_RUNS: String(conversationsEach), FUZZ_SEED: String(seed) },
    });
    const { numPassedTests } = JSON.parse(await readFile(report, "utf8")) as { numPassedTests: number };
    return numPassedTests;
  } finally {
    await rm(folder, { recursive: true });
  }
}
