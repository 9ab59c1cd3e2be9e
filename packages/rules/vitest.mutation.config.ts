import { configDefaults, defineConfig } from "vitest/config";

/** The tests that are meant to catch a change in one folder of the source; a run of all for each change would take days. */
const folders = (process.env.MUTATION_TESTS ?? "src").split(",");

export default defineConfig({
  test: {
    include: folders.map((folder) => (folder.endsWith(".ts") ? folder : `${folder}/**/*.test.ts`)),
    // It reads the source as text, which is another while it is mutated.
    exclude: [...configDefaults.exclude, "policies/no-policy-in-code.test.ts", "bin/**", "testing/applicants.test.ts"],
    testTimeout: 60_000,
    isolate: false,
  },
});
