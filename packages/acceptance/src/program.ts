import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A program of the product as a process of its own. */
export interface Program {
  readonly pid: number;
  readonly output: { stdout: string; stderr: string };
  /** Waits until standard output fits the pattern; rejects when the program ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Asks it to stop and waits until it is gone; its exit code, or the signal that ended it. */
  stop(): Promise<number | NodeJS.Signals | null>;
  /** When it is gone: its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
}

/** What Node has compiled of a bundle at one start it need not compile at the next. */
const compiled = { NODE_COMPILE_CACHE: join(tmpdir(), "shifan-compiled") };

/** Starts a bundle with nothing of this process's environment but the path, and these settings. */
export function startProgram(
  bundle: string,
  settings: Readonly<Record<string, string>>,
  words: readonly string[] = [],
): Program {
  const child = spawn(process.execPath, [bundle, ...words], {
    env: { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", ...compiled, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const killWithUs = () => child.kill("SIGKILL");
  process.once("exit", killWithUs);
  const ended = once(child, "close").then(([code, signal]) => {
    process.off("exit", killWithUs);
    return (code ?? signal) as number | NodeJS.Signals | null;
  });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
    });
  }
  return {
    pid: child.pid ?? 0,
    output,
    ended,
    says: (pattern) => waitFor(child, output, pattern),
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

function waitFor(child: ChildProcess, output: Program["output"], pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = pattern.exec(output.stdout);
      if (found !== null) resolve(found);
      return found !== null;
    };
    if (look()) return;
    child.stdout?.on("data", look);
    child.once("close", (code, signal) => {
      if (!look()) reject(new Error(`ended with ${code ?? signal} before it said ${pattern}:\n${output.stderr}`));
    });
  });
}
