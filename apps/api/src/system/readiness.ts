import { type Database, listPendingMigrations, readDatabaseClock } from "@shifan/db";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";

type Check = { ok: boolean; detail: string };

export type Readiness = {
  status: "ready" | "not_ready";
  checks: { database: Check; migrations: Check; clock: Check };
};

/** Beyond it, deadlines would fall at another time for one process than for another. */
const largestDriftMilliseconds = 5_000;

const unknown: Check = { ok: false, detail: "数据库连不上，无法判断" };

/** Whether this process can serve. */
export async function judgeReadiness(services: { database: Database; clock: Clock; log: Log }): Promise<Readiness> {
  const { database, clock, log } = services;
  try {
    const checks = {
      database: { ok: true, detail: "已连上" },
      migrations: judgeMigrations(await listPendingMigrations(database)),
      clock: judgeClock(clock, await readDatabaseClock(database)),
    };
    const ready = checks.migrations.ok && checks.clock.ok;
    return { status: ready ? "ready" : "not_ready", checks };
  } catch (cause) {
    log.error({ err: cause }, "the database does not answer");
    return {
      status: "not_ready",
      checks: { database: { ok: false, detail: "连不上" }, migrations: unknown, clock: unknown },
    };
  }
}

function judgeMigrations(pending: readonly string[]): Check {
  if (pending.length === 0) return { ok: true, detail: "都已执行" };
  return { ok: false, detail: `还没有执行：${pending.join("、")}` };
}

function judgeClock(clock: Clock, database: Date): Check {
  const drift = Math.abs(clock.machine().getTime() - database.getTime());
  const given = clock.isReal ? "" : "；本站时间由 SHIFAN_NOW 给定";
  return { ok: drift <= largestDriftMilliseconds, detail: `与数据库相差${(drift / 1_000).toFixed(1)}秒${given}` };
}
