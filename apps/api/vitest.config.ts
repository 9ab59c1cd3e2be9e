import { defineConfig } from "vitest/config";

// Databases and whole servers are started, which takes some seconds on busy cores.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 120_000 } });
