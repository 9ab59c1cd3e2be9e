import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { root } from "../paths.mjs";

/** Runs Vitest on these files and answers the counts that our reporter left. */
function countsOf(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), "shifan-count-"));
  try {
    for (const [name, source] of Object.entries(files)) writeFileSync(join(folder, name), source);
    const from = (path: string) => JSON.stringify(pathToFileURL(join(root, path)).href);
    const runner = `
      import { startVitest } from ${from("node_modules/vitest/dist/node.js")};
      import { CountReporter } from ${from("tools/testing/count-reporter.ts")};
      const options = { root: ${JSON.stringify(folder)}, config: false, watch: false, globals: true };
      const vitest = await startVitest("test", [], { ...options, reporters: [new CountReporter()] });
      await vitest.close();`;
    const TEST_COUNTS_FILE = join(folder, "counts.json");
    const { VITEST: _, ...environment } = process.env;
    try {
      const env = { ...environment, TEST_COUNTS_FILE };
      execFileSync(process.execPath, ["--input-type=module", "-e", runner], { cwd: root, env, stdio: "pipe" });
    } catch {
      // Runs with failed tests end with an exit code of their own; the counts are what is looked at.
    }
    return JSON.parse(readFileSync(TEST_COUNTS_FILE, "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("counts what passed, what failed, what was left out, and a file that cannot be loaded", () => {
  const counts = countsOf({
    "mixed.test.ts": `
      test("passes", () => expect(1).toBe(1));
      test("fails", () => expect(1).toBe(2));
      test.skip("is skipped", () => {});
      test.todo("is still to be written");`,
    "broken.test.ts": `throw new Error("cannot be loaded");`,
  });
  expect(counts).toMatchObject({ passed: 1, failed: 2 });
  expect(counts.leftOut).toEqual(
    expect.arrayContaining(["mixed.test.ts: is skipped", "mixed.test.ts: is still to be written"]),
  );
});

test("a set-up that fails and an error outside every test are failures", () => {
  const counts = countsOf({
    "setup.test.ts": `
      describe("with a set-up", () => {
        beforeAll(() => { throw new Error("no database"); });
        test("never runs", () => {});
      });`,
    "outside.test.ts": `
      test("passes", async () => {
        void Promise.reject(new Error("nobody waits for this"));
        await new Promise((resolve) => setImmediate(resolve));
      });`,
  });
  expect(counts.passed).toBe(1);
  expect(counts.failed).toBe(2);
});
