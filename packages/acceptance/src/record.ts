import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { fileOfRepository } from "./repository.ts";

const pathOf = (proof: string): string => `docs/measurements/${proof}.json`;

/** Keeps what a proof came to in docs/measurements, with date, commit and machine; the history of the file is git's. */
export function record(proof: string, findings: object, now: Date): string {
  const path = pathOf(proof);
  const kept = {
    date: now.toISOString(),
    commit: readCommit(),
    node: process.version,
    machine: { processor: cpus()[0]?.model ?? "unknown", cores: availableParallelism() },
    ...findings,
  };
  mkdirSync(fileOfRepository("docs/measurements"), { recursive: true });
  writeFileSync(fileOfRepository(path), `${JSON.stringify(kept, null, 2)}\n`);
  return path;
}

/** What a proof came to last; undefined where nothing is kept. */
export function readRecord(proof: string): unknown {
  const file = fileOfRepository(pathOf(proof));
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** The commit that was proved, marked where the work tree differed from it. */
export function readCommit(): string {
  const git = (...args: string[]) =>
    execFileSync("git", args, {
      cwd: fileOfRepository("."),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  try {
    const changed = git("status", "--porcelain", "--untracked-files=no", "--", "packages", "apps") !== "";
    return `${git("rev-parse", "HEAD")}${changed ? " with changes" : ""}`;
  } catch {
    return "not under git";
  }
}
