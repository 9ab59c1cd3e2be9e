import { randomUUID } from "node:crypto";
import type { AuditStanding } from "@shifan/contract";
import {
  type Database,
  findLastVerification,
  findNewestCheckpoint,
  insertAuditVerification,
  readTrailStanding,
  trackedRecords,
  verifyAudit,
} from "@shifan/db";
import { type Clock, formatInstant } from "../clock.ts";
import type { Log } from "../log.ts";
import { readCheckpointFile } from "./checkpoint-file.ts";
import { describeBroken, describeSound } from "./describe-verification.ts";

export type VerificationServices = {
  database: Database;
  clock: Clock;
  log: Log;
  auditPublicKeys: readonly string[];
  /** Where this process keeps the checkpoints outside of the database. */
  auditCheckpointFile: string;
};

/** The checks of the whole trail that a process does: one at a time, what it has found is kept. */
export function createVerification(services: VerificationServices) {
  const { database, clock, log, auditPublicKeys, auditCheckpointFile } = services;
  let running: Promise<void> | null = null;

  const run = async (requestedBy: string): Promise<void> => {
    // Before the database is looked at: this process writes to it first.
    const file = readCheckpointFile(auditCheckpointFile);
    const kept = file.readable ? file.checkpoints : null;
    const options = { publicKeys: auditPublicKeys, resources: trackedRecords, file: kept, given: [] };
    const result = await verifyAudit(database, options);
    const text = result.sound ? describeSound(result, null) : describeBroken(result);
    await insertAuditVerification(database, {
      id: randomUUID(),
      at: clock.now(),
      requestedBy,
      isSound: result.sound,
      text,
    });
  };
  return {
    /** Begins a check, unless one is under way. It takes minutes where there are millions of entries. */
    begin(requestedBy: string): void {
      running ??= run(requestedBy)
        .catch((cause: unknown) => log.error({ err: cause }, "the audit trail could not be verified"))
        .finally(() => {
          running = null;
        });
    },
    /** The end of the check under way. */
    ended: async (): Promise<void> => (await running) ?? undefined,
    /** How the trail stands, and what the last check has found. */
    async standing(): Promise<AuditStanding> {
      // Nothing is asked beside a check: on the embedded database the answer would wait for its end.
      if (running !== null) return { checkpoint: null, firstOpenAt: null, isRunning: true, verification: null };
      const { firstOpenAt } = await readTrailStanding(database);
      const checkpoint = await findNewestCheckpoint(database);
      const last = await findLastVerification(database);
      return {
        checkpoint: checkpoint && { size: checkpoint.size, root: checkpoint.root, at: formatInstant(checkpoint.at) },
        firstOpenAt: firstOpenAt && formatInstant(firstOpenAt),
        isRunning: false,
        verification: last && { at: formatInstant(last.at), isSound: last.isSound, text: last.text },
      };
    },
  };
}
