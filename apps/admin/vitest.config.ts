import { defineConfig } from "vitest/config";

// The pages are tried in a browser by packages/acceptance, against the real server; here are the parts that need none.
export default defineConfig({ test: { environment: "node" } });
