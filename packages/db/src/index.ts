/** The database: opening it, and every query of the product. */
export {
  type AuditKeys,
  type Checkpoint,
  createAuditKeys,
  makeCheckpoint,
  readCheckpoint,
  writeCheckpoint,
} from "./audit/checkpoints.ts";
export { type AuditEntry, appendEntry } from "./audit/entries.ts";
export { listCheckpointsBeyond, proveConsistency, proveInclusion } from "./audit/proof-queries.ts";
export { findNewestCheckpoint, sequenceEntries, signCheckpoint } from "./audit/sequencer.ts";
export { hashOfState, removedState } from "./audit/state.ts";
export { trackedRecords } from "./audit/tracked-records.ts";
export type { AuditBreak, CheckpointSource } from "./audit/verify/breaks.ts";
export type { TrackedResource } from "./audit/verify/records.ts";
export { type AuditVerification, verifyAudit } from "./audit/verify/verify.ts";
export { type Database, DatabaseRefusal, type OpenDatabase } from "./database.ts";
export { listPendingMigrations } from "./open/migrate.ts";
export { openDatabase, openExistingDatabase } from "./open/open.ts";
export { makeTemplate } from "./open/template.ts";
export { personal, personalMap } from "./personal/columns.ts";
export { createPersonalKeys, type PersonalKeys } from "./personal/keys.ts";
export { eraseMap, openMap, resealMap, type SealedMap, sealMap } from "./personal/maps.ts";
export { equalityHashes, erase, matches, open, reseal, seal } from "./personal/seal.ts";
export { isErased, SealError, type Sealed, type SealFault } from "./personal/sealed.ts";
export {
  deleteChatSessionKeysBefore,
  findChatSessionKey,
  insertChatSessionOnce,
} from "./queries/chat-session-keys.ts";
export {
  type ChatEntryRow,
  type ChatSessionRow,
  deleteChatSessionsUnusedSince,
  findChatSession,
  insertChatSession,
  listChatEntries,
  type NewChatSession,
  writeChatStep,
} from "./queries/chat-sessions.ts";
export { readDatabaseClock } from "./queries/clock.ts";
export { addPolicyVersions, listPolicyVersions, type PolicyVersion } from "./queries/policy-versions.ts";
export { findTelegramSession, linkTelegramChat, lockTelegramChat } from "./queries/telegram-chats.ts";
export {
  finishTelegramUpdate,
  type LeaseOutcome,
  releaseTelegramUpdate,
  type TelegramLease,
} from "./queries/telegram-leases.ts";
export {
  type ClaimedTelegramUpdate,
  claimTelegramUpdates,
  deleteTelegramUpdatesDoneBefore,
  storeTelegramUpdate,
  type TelegramUpdate,
} from "./queries/telegram-updates.ts";
