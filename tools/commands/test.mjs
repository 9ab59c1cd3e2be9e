import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../build.mjs";
import { installWhenNeeded } from "../install.mjs";
import { run } from "../processes.mjs";
import { environmentWith, findNode } from "../runtime.mjs";

/**
 * What a run came to, as text for a person and as an exit code. A run that left no counts has not ended in order.
 *
 * @param {import("../testing/count-reporter.ts").Counts | null} counts
 * @param {number} exitCode of the test runner
 * @param {boolean} requireAll
 * @returns {{ text: string, exitCode: number }}
 */
export function judge(counts, exitCode, requireAll) {
  const { passed, failed, leftOut } = counts ?? { passed: 0, failed: 1, leftOut: [] };
  const lines = leftOut.length > 0 ? ["", "Left out:", ...leftOut.map((line) => `  ${line}`)] : [];
  const incomplete = requireAll && leftOut.length > 0;
  if (incomplete) lines.push("REQUIRE_ALL=1 allows nothing to be left out: this run does not count as passed.");
  if (exitCode === 0 && counts && passed + failed === 0) lines.push("No test ran.");
  const good = exitCode === 0 && counts !== null && failed === 0 && passed > 0 && !incomplete;
  return { text: [...lines, "", `${passed} passed, ${failed} failed`].join("\n"), exitCode: good ? 0 : exitCode || 1 };
}

/**
 * `npm test`: every test of every workspace that this machine can run, on the built product.
 *
 * @param {import("../launch.mjs").Call} call
 */
export async function test({ root, args, environment }) {
  await installWhenNeeded(root);
  const node = findNode(root);
  await build(root, node);
  const folder = mkdtempSync(join(tmpdir(), "shifan-test-"));
  const file = join(folder, "counts.json");
  try {
    const exitCode = await run({
      command: join(root, "node_modules", ".bin", "vitest"),
      args: ["run", ...args],
      cwd: root,
      env: { ...environmentWith(node, environment), TEST_COUNTS_FILE: file },
    });
    const counts = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
    const verdict = judge(counts, exitCode, environment.REQUIRE_ALL === "1");
    process.stdout.write(`${verdict.text}\n`);
    return verdict.exitCode;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
