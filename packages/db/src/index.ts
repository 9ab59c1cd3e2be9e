/** The database: opening it, and every query of the product. */
export { type Database, DatabaseRefusal, type OpenDatabase } from "./database.ts";
export { listPendingMigrations } from "./open/migrate.ts";
export { openDatabase } from "./open/open.ts";
export { makeTemplate } from "./open/template.ts";
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
export { deleteContentUnlessUsed, findKnownContents, listUnusedContents } from "./queries/file-contents.ts";
export {
  announceFile,
  confirmFile,
  countFilesOf,
  deleteFile,
  deleteFilesStoringSince,
  type FileRow,
  findFile,
  listFilesOf,
  type NewFile,
} from "./queries/files.ts";
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
