import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileOfRepository } from "../repository.ts";
import { runCommand } from "./run-command.ts";

export interface CityFindings {
  /** So many things were looked at in the city that was played, and all of them were as they should be. */
  readonly seen: number;
}

/** Plays the demonstration of the whole city, and looks at what has become of it. @throws Error with what is not as it should be */
export async function proveCity(): Promise<CityFindings> {
  const folder = mkdtempSync(join(tmpdir(), "shifan-city-"));
  const counts = join(folder, "counts.json");
  try {
    await runCommand(fileOfRepository("node_modules/.bin/vitest"), ["run", "whole-city.proof"], {
      cwd: fileOfRepository("."),
      env: { PROVE: "1", TEST_COUNTS_FILE: counts },
    });
    const { passed } = JSON.parse(readFileSync(counts, "utf8")) as { readonly passed: number };
    return { seen: passed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
