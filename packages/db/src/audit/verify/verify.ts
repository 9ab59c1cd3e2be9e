import { asc } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { auditCheckpoints } from "../../schema/index.ts";
import type { Checkpoint } from "../checkpoints.ts";
import { rootOf } from "../merkle.ts";
import { type AuditBreak, BrokenTrail } from "./breaks.ts";
import { Evidence } from "./evidence.ts";
import { checkLeaves } from "./leaves.ts";
import { RecordedStates, type TrackedResource } from "./records.ts";
import { checkWaiting } from "./waiting.ts";

export type AuditVerification =
  | {
      sound: true;
      /** Entries with a place in the tree. */
      size: number;
      root: string;
      /** Entries that wait for a place. */
      waiting: number;
      /** Checkpoints in the database. */
      checkpoints: number;
      /** Records whose present state is the recorded one. */
      records: number;
    }
  | { sound: false; found: AuditBreak };

/**
 * Proves the audit trail from the first entry to the present state of every record, or names the first thing that is not as it was.
 *
 * @param publicKeys the keys to believe
 * @param file the checkpoints kept in the file beside the database; null when there is no such file
 * @param given checkpoints kept elsewhere, which the present trail must go on from
 * @param batch how many entries are read at a time
 */
export async function verifyAudit(
  database: Database,
  options: {
    publicKeys: readonly string[];
    resources: readonly TrackedResource[];
    file: readonly Checkpoint[] | null;
    given: readonly Checkpoint[];
  },
  batch = 1_000,
): Promise<AuditVerification> {
  const { publicKeys, resources, file, given } = options;
  const verify = async (snapshot: Database) => {
    const kept = await snapshot.select().from(auditCheckpoints).orderBy(asc(auditCheckpoints.size));
    const evidence = new Evidence({ database: kept, file: file ?? [], given }, publicKeys);
    const states = new RecordedStates(resources);
    const tree = await checkLeaves(snapshot, evidence, (entry, position) => states.note(entry, position), batch);
    const waiting = await checkWaiting(snapshot, (entry) => states.note(entry, null));
    // An emptied file is no file.
    if (kept.length > 0 && (file ?? []).length + given.length === 0) {
      throw new BrokenTrail({ code: "checkpoint_file_missing" });
    }
    const records = await states.check(snapshot);
    return { size: tree.size, root: rootOf(tree), waiting, checkpoints: kept.length, records };
  };
  try {
    // One snapshot: a server may go on writing meanwhile.
    const result = await database.transaction(verify, { isolationLevel: "repeatable read", accessMode: "read only" });
    return { sound: true, ...result };
  } catch (cause) {
    if (cause instanceof BrokenTrail) return { sound: false, found: cause.found };
    throw cause;
  }
}
