/** Where a checkpoint was kept: in the database, in the file beside it, or with whoever checks. */
export type CheckpointSource = "database" | "file" | "given";

/** The first thing found in which the audit trail is not what it was, or the records not what it tells. */
export type AuditBreak =
  /** Columns of an entry no longer say what its body says. */
  | { code: "entry_changed"; entryId: string; position: number | null; fields: readonly string[] }
  /** An entry is not what its leaf was made of. */
  | { code: "leaf_mismatch"; entryId: string; position: number }
  | { code: "entry_missing"; entryId: string; position: number | null }
  | { code: "position_missing"; position: number }
  /** An entry has no place in the tree and waits for none. */
  | { code: "entry_outside"; entryId: string }
  | { code: "node_changed"; level: number; index: number }
  | { code: "nodes_surplus"; surplus: number }
  /** The leaves no longer make the root that was signed. */
  | { code: "root_mismatch"; source: CheckpointSource; size: number }
  | { code: "signature_invalid"; source: CheckpointSource; size: number }
  | { code: "key_unknown"; source: CheckpointSource; size: number; publicKey: string }
  /** The tree is smaller than what was signed: its end was cut off. */
  | { code: "tail_missing"; source: CheckpointSource; size: number; present: number }
  /** There are checkpoints, but none outside of the database to hold them against. */
  | { code: "checkpoint_file_missing" }
  | { code: "record_changed"; resource: string; recordId: string; entryId: string; position: number | null }
  | { code: "record_unrecorded"; resource: string; recordId: string }
  | { code: "record_missing"; resource: string; recordId: string; entryId: string; position: number | null }
  /** What was kept of a record's changes does not lead back to the state that an entry has left. */
  | { code: "change_altered"; resource: string; recordId: string; entryId: string }
  /** A sealed personal value of some record is none any more. */
  | { code: "record_unreadable"; resource: string };

/** Why the trail is broken, carried out of the walk that found it. */
export class BrokenTrail extends Error {
  override readonly name = "BrokenTrail";
  readonly found: AuditBreak;

  constructor(found: AuditBreak) {
    super(found.code);
    this.found = found;
  }
}
