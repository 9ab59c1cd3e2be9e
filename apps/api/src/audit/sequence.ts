import {
  type AuditKeys,
  type Database,
  findNewestCheckpoint,
  listCheckpointsBeyond,
  sequenceEntries,
  signCheckpoint,
} from "@shifan/db";
import type { Clock } from "../clock.ts";
import { extendCheckpointFile } from "./checkpoint-file.ts";

/** Short transactions: acts of the same moment wait for none of them long. */
const batch = 500;

export type AuditSequencing = {
  database: Database;
  clock: Clock;
  auditKeys: AuditKeys;
  /** Where this process keeps the checkpoints outside of the database. */
  checkpointFile: string;
};

/** Gives waiting entries their places in the tree, signs what it is now, and keeps every checkpoint outside of the database too. */
export async function sequence({ database, clock, auditKeys, checkpointFile }: AuditSequencing): Promise<void> {
  while ((await sequenceEntries(database, { limit: batch })) === batch);
  await signCheckpoint(database, auditKeys, clock.now());
  const reached = await extendCheckpointFile(checkpointFile, (size) => listCheckpointsBeyond(database, size, batch));
  const newest = (await findNewestCheckpoint(database))?.size ?? 0;
  if (newest < reached) {
    throw new Error(`${checkpointFile} reaches ${reached} entries, the database ${newest}: run npm run audit:verify`);
  }
}
