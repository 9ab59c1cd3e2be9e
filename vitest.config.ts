import { existsSync } from "node:fs";
import { join } from "node:path";
import { configDefaults, defineConfig } from "vitest/config";
import { root } from "./tools/paths.mjs";
import { CountReporter } from "./tools/testing/count-reporter.ts";
import { findNeeds } from "./tools/testing/needs.ts";
import { workspaceFolders } from "./tools/workspaces.mjs";

const beyondThisMachine = findNeeds()
  .filter(({ missing }) => missing !== null)
  .map(({ suffix }) => `**/*.${suffix}.test.*`);

/** What takes minutes and is a proof of its own: `npm run prove` asks for it by PROVE=1, and a small dose of it stands among the tests. */
const longProofs = process.env.PROVE === "1" ? [] : ["**/*.proof.test.*"];

/** A workspace with a configuration of its own keeps it; the others need none. */
function configurationOf(folder: string): string | false {
  const names = ["vitest.config.ts", "vite.config.ts"].map((name) => join(root, folder, name));
  return names.find((name) => existsSync(name)) ?? false;
}

const projects = ["tools", ...workspaceFolders(root)].map((folder) => ({
  extends: configurationOf(folder),
  test: {
    name: folder,
    root: join(root, folder),
    exclude: [...configDefaults.exclude, "**/dist/**", "**/.stryker-tmp/**", ...beyondThisMachine, ...longProofs],
    // One process runs the files of a workspace one after the other and loads what they share once. It keeps no state between them but in
    // modules, and a test that leaves some behind fails as its neighbours do.
    isolate: false,
    // Left alone the runner keeps a core free for itself, which of two is half; it has little to do. A worker more than cores gains nothing.
    maxWorkers: "100%",
    // Suites make much and keep little of it: with room for it less is copied, a tenth of the time of a long play.
    execArgv: ["--max-semi-space-size=64"],
    // All suites run side by side on what may be two cores: real databases and browsers take their time there.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
}));

export default defineConfig({
  test: { projects, reporters: ["default", new CountReporter()], passWithNoTests: false },
});
