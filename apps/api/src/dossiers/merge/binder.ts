import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { MergeAnswer, MergeOrder, Part } from "./messages.ts";

/** Binds one dossier in a process of its own. */
export interface Binder {
  /** The pages of each part; null for one that cannot be bound. @throws Error where the process ends or takes too long */
  inspect(parts: readonly Part[]): Promise<readonly (number | null)[]>;
  /** The pages of a PDF of ours. @throws Error likewise */
  count(path: string): Promise<number>;
  /** Writes the bound file. @returns its pages. @throws Error likewise */
  bind(order: Omit<Extract<MergeOrder, { step: "bind" }>, "step">): Promise<number>;
  /** Ends the process. */
  close(): void;
}

const patienceMilliseconds = 300_000;

/** @param signal ends the process when it is aborted */
export function openBinder(signal: AbortSignal): Binder {
  // Beside the bundle it is a bundle of its own.
  const program = import.meta.url.endsWith(".ts") ? "./process.ts" : "./binder-process.js";
  const binding = fork(fileURLToPath(new URL(program, import.meta.url)), {
    execArgv: ["--max-old-space-size=2048"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const end = () => {
    binding.kill("SIGKILL");
  };
  signal.addEventListener("abort", end, { once: true });
  return {
    inspect: async (parts) => {
      const answer = await ask(binding, { step: "inspect", parts });
      if (!("inspected" in answer)) throw new Error("The binder answered something else");
      return answer.inspected;
    },
    count: async (path) => {
      const answer = await ask(binding, { step: "count", path });
      if (!("counted" in answer)) throw new Error("The binder answered something else");
      return answer.counted;
    },
    bind: async (order) => {
      const answer = await ask(binding, { step: "bind", ...order });
      if (!("bound" in answer)) throw new Error("The binder answered something else");
      return answer.bound;
    },
    close: () => {
      signal.removeEventListener("abort", end);
      end();
    },
  };
}

async function ask(binding: ChildProcess, order: MergeOrder): Promise<MergeAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<MergeAnswer>();
  const fail = () => reject(new Error("The dossier was not bound in time, or its process ended"));
  binding.once("message", resolve).once("exit", fail).once("error", fail);
  const timer = setTimeout(fail, patienceMilliseconds);
  try {
    binding.send(order, (problem) => problem && fail());
    const answer = await promise;
    if ("problem" in answer) throw new Error(answer.problem);
    return answer;
  } finally {
    clearTimeout(timer);
    binding.off("message", resolve).off("exit", fail).off("error", fail);
  }
}
