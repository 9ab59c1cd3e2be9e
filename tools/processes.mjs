import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { PlainError } from "./plain-error.mjs";

/** @typedef {{ command: string, args: string[], cwd?: string, env?: NodeJS.ProcessEnv, stdio?: import("node:child_process").StdioOptions, optional?: string }} Program */

/** Signals by which people and supervisors ask a program to stop. */
const stopSignals = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/** Exit codes by which a program, or the shell's way of telling, says that such a signal ended it. */
const endsOfAStop = new Set(stopSignals.map((signal) => 128 + constants.signals[signal]));

/** How long a program may take to stop by itself; then it is killed. */
const patienceMs = 15_000;

/**
 * The exit code a shell would report.
 *
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
function exitCodeOf(code, signal) {
  return code ?? 128 + (signal ? constants.signals[signal] : 0);
}

/**
 * Starts a program; `ended` resolves with how it ended.
 *
 * @param {Program} program
 */
function begin({ command, args, cwd, env, stdio = "inherit" }) {
  const child = spawn(command, args, { cwd, env, stdio });
  /** @type {Promise<{ code: number | null, signal: NodeJS.Signals | null }>} */
  const ended = new Promise((resolve, reject) => {
    child.once("error", (error) => reject(new PlainError(`Cannot run ${command}: ${error.message}`)));
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
  return { child, ended };
}

/**
 * Runs one program to its end and answers its exit code. A signal to stop is passed on, and the launcher stays until
 * the program is gone, so that nothing is left running behind the prompt.
 *
 * @param {Program} program
 * @returns {Promise<number>}
 */
export async function run(program) {
  const { child, ended } = begin(program);
  const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
  for (const signal of stopSignals) process.on(signal, pass);
  try {
    const { code, signal } = await ended;
    return exitCodeOf(code, signal);
  } finally {
    for (const signal of stopSignals) process.off(signal, pass);
  }
}

/**
 * Runs one program whose output matters only when it goes wrong: then all of it goes to standard error.
 *
 * @param {Program} program
 * @returns {Promise<number>}
 */
export async function runQuietly(program) {
  const folder = mkdtempSync(join(tmpdir(), "shifan-run-"));
  const path = join(folder, "output");
  const file = openSync(path, "w");
  try {
    const code = await run({ ...program, stdio: ["ignore", file, file] });
    if (code !== 0) process.stderr.write(readFileSync(path));
    return code;
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs programs that belong together until one ends or a signal to stop comes; then asks the others to stop, and waits
 * for them. An optional one that ends alone is told of in its words and leaves the others running. Stopped on request
 * and in good order: 0. Otherwise the exit code of the first that ended by itself or did not stop in order.
 *
 * @param {Program[]} programs
 * @returns {Promise<number>}
 */
export async function runTogether(programs) {
  const started = programs.map(begin);
  let stopping = false;
  let result = 0;
  /** @type {NodeJS.Timeout | undefined} */
  let killer;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    // Ctrl-C reaches the programs from the terminal as well; a second request to stop must not harm them.
    for (const { child } of started) child.kill("SIGTERM");
    killer = setTimeout(() => {
      for (const { child } of started) child.kill("SIGKILL");
    }, patienceMs);
  };
  for (const signal of stopSignals) process.on(signal, stop);
  try {
    await Promise.all(
      started.map(async ({ ended }, index) => {
        const { code, signal } = await ended;
        const alone = programs[index]?.optional;
        if (alone !== undefined && !stopping) {
          process.stderr.write(`${alone}\n`);
          return;
        }
        const inOrder = stopping && (code === 0 || endsOfAStop.has(exitCodeOf(code, signal)));
        if (!inOrder && result === 0) result = exitCodeOf(code, signal);
        stop();
      }),
    );
  } finally {
    clearTimeout(killer);
    for (const signal of stopSignals) process.off(signal, stop);
  }
  return result;
}
