import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { pageWithLine } from "./measurements-page.ts";
import type { Findings } from "./report.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Keeps the findings with date, commit and machine in docs/measurements, with a line on its page; the history of both is git's. */
export function record(name: string, findings: Findings, now: Date): string {
  const folder = `${root}docs/measurements`;
  const file = `${folder}/bench-${name}.json`;
  const kept = {
    date: now.toISOString(),
    commit: commit(),
    node: process.version,
    machine: { processor: cpus()[0]?.model ?? "unknown", cores: availableParallelism() },
    holds: "only the ratios: the cores are busy with other work as well",
    ...findings,
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  const page = `${folder}/README.md`;
  const text = existsSync(page) ? readFileSync(page, "utf8") : "";
  writeFileSync(page, pageWithLine(text, { name, ...kept }));
  return file;
}

/** The commit that was measured, marked where the work tree differed from it. */
function commit(): string {
  const git = (...args: string[]): string => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
  try {
    const changed = git("status", "--porcelain", "--untracked-files=no", "--", "packages", "apps") !== "";
    return `${git("rev-parse", "HEAD")}${changed ? " with changes" : ""}`;
  } catch {
    return "not under git";
  }
}
