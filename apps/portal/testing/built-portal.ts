import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** The folder that holds the portal as it is built for people. */
    portalFolder: string;
  }
}

/** Builds the portal once for all tests that look at what people get. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "shifan-portal-"));
  // The test runner's own value would put React's development build into the portal.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  await build({
    root: join(import.meta.dirname, ".."),
    mode: "production",
    logLevel: "warn",
    build: { outDir: folder, emptyOutDir: true },
  });
  process.env.NODE_ENV = NODE_ENV;
  project.provide("portalFolder", folder);
  return () => rm(folder, { recursive: true, force: true });
}
