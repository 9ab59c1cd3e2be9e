import { existsSync, readFileSync } from "node:fs";
import { fileOfRepository } from "../repository.ts";
import { runCommand } from "./run-command.ts";

export interface MutationFindings {
  readonly score: number;
  readonly mutants: Readonly<Record<string, number>>;
}

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

const report = "packages/rules/reports/mutation/mutation.json";

/**
 * Runs the mutation tests of the rules, all of them, by their own script, and reads their report.
 * @throws Error when the script does not end well: then the score is below its limit, or it did not run
 */
export async function proveMutation(): Promise<MutationFindings> {
  await runCommand("npm", ["run", "mutation"], { cwd: fileOfRepository("packages/rules") });
  if (!existsSync(fileOfRepository(report))) throw new Error(`the run left no ${report}`);
  return scoreOf(JSON.parse(readFileSync(fileOfRepository(report), "utf8")));
}

/** The share of detected mutants among those that tests can tell apart, in percent. */
export function scoreOf({ files }: Report): MutationFindings {
  const mutants: Record<string, number> = {};
  for (const { status } of Object.values(files).flatMap((file) => file.mutants))
    mutants[status] = (mutants[status] ?? 0) + 1;
  const of = (...statuses: string[]) => statuses.reduce((sum, status) => sum + (mutants[status] ?? 0), 0);
  const detected = of("Killed", "Timeout");
  const undetected = of("Survived", "NoCoverage");
  return { score: Number(((100 * detected) / (detected + undetected)).toFixed(2)), mutants };
}
