import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";
import { findNeeds } from "./needs.ts";

/** What a run of tests came to, for the launcher's last lines. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** One line for everything that did not run, with the reason. */
  readonly leftOut: readonly string[];
}

/** A file that could not be loaded counts as one failed test: its tests are unknown, not passed. */
function countOf(module: TestModule): Counts {
  const tests = [...module.children.allTests()];
  const brokenSuites = [...module.children.allSuites()].filter((suite) => suite.errors().length > 0).length;
  const broken = module.errors().length > 0 ? 1 : 0;
  return {
    passed: tests.filter((test) => test.result().state === "passed").length,
    failed: tests.filter((test) => test.result().state === "failed").length + broken + brokenSuites,
    leftOut: tests
      .filter((test) => test.result().state === "skipped" || test.result().state === "pending")
      .map((test) => `${module.relativeModuleId}: ${test.fullName}`),
  };
}

/** Adds up all files; every error outside a test counts as a failed test as well. */
export function totalOf(modules: readonly TestModule[], errorsOutside: number): Counts {
  const counts = modules.map(countOf);
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, errorsOutside),
    leftOut: counts.flatMap(({ leftOut }) => leftOut),
  };
}

/** Writes the counts of a run to the file that the launcher named; without a launcher it does nothing. */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const file = process.env.TEST_COUNTS_FILE;
    if (!file) return;
    const total = totalOf(modules, errors.length);
    const unmet = findNeeds().flatMap(({ what, missing }) => (missing ? [`${what}: ${missing}`] : []));
    writeFileSync(file, JSON.stringify({ ...total, leftOut: [...unmet, ...total.leftOut] }));
  }
}
