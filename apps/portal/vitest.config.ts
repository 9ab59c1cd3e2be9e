import { defineConfig } from "vitest/config";

// Starting a browser takes some seconds on busy cores.
export default defineConfig({
  test: { globalSetup: ["testing/built-portal.ts"], testTimeout: 60_000, hookTimeout: 120_000 },
});
