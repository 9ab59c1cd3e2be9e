/** @typedef {{ name: string, passed: boolean, seconds: number }} StepResult */

/**
 * Runs the steps one after another, also after one has failed, so that one run shows everything there is to repair.
 *
 * @param {{ name: string, run: () => Promise<number> }[]} steps
 * @param {(text: string) => void} print
 * @returns {Promise<StepResult[]>}
 */
export async function runSteps(steps, print) {
  /** @type {StepResult[]} */
  const results = [];
  for (const { name, run } of steps) {
    print(`\n── ${name}\n`);
    const begun = performance.now();
    const passed = (await run()) === 0;
    results.push({ name, passed, seconds: (performance.now() - begun) / 1000 });
  }
  return results;
}

/**
 * One line for each step.
 *
 * @param {StepResult[]} results
 */
export function summaryOf(results) {
  return results
    .map(({ name, passed, seconds }) => `${passed ? "✓" : "✗"} ${name} (${seconds.toFixed(1)} s)`)
    .join("\n");
}
