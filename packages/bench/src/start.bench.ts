import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isApiBuilt, startApi } from "./api-process.ts";
import { beginSession, sendInput } from "./chat-load.ts";
import { median } from "./compare.ts";
import type { Findings } from "./report.ts";

const RUNS = 5;
const NEW = "first answer on a new data folder";
const EXISTING = "first answer on an existing data folder";

/** How long after the server's start the first question of a self-check has been asked, on a new data folder and on the same again. */
export async function benchStart(): Promise<Findings> {
  if (!isApiBuilt()) throw new Error("the server is not built, and its sources start otherwise: npm run build");
  const fresh: number[] = [];
  const again: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const folder = mkdtempSync(join(tmpdir(), "shifan-bench-"));
    try {
      fresh.push(await timeFirstAnswer(folder));
      again.push(await timeFirstAnswer(folder));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return {
    bench: `start: ${RUNS} starts each, the medians`,
    times: [],
    limits: [limit(NEW, fresh, 4), limit(EXISTING, again, 1.5)],
    notes: [`one by one: new ${inSeconds(fresh)}; existing ${inSeconds(again)}`],
  };
}

/** From the start of the process to the answer to the first input; the process has ended when this returns. */
async function timeFirstAnswer(folder: string): Promise<number> {
  const began = performance.now();
  const api = await startApi(join(folder, "data"));
  try {
    const session = await beginSession(api.origin);
    await sendInput(api.origin, session, JSON.stringify({ action: "start" }));
    return performance.now() - began;
  } finally {
    await api.stop();
  }
}

function limit(what: string, milliseconds: readonly number[], seconds: number) {
  return { what, figure: median(milliseconds) / 1_000, bound: "at most" as const, limit: seconds, unit: " s" };
}

function inSeconds(milliseconds: readonly number[]): string {
  return `${milliseconds.map((each) => (each / 1_000).toFixed(2)).join(", ")} s`;
}
