import { defineConfig } from "vitest/config";

// Starting PostgreSQL, or making the embedded template on a machine's first run, takes some seconds on busy cores.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 120_000 } });
