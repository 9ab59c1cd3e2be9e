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
export { deleteSessionsExpiredBefore, deleteVerificationsExpiredBefore } from "./queries/expired-sessions.ts";
export {
  endExpiredRoleGrants,
  endRoleGrant,
  endStandIn,
  insertRoleGrant,
  insertStandIn,
  isAdministratorLeft,
  type LiveGrant,
  listLiveGrants,
  listRoleGrants,
  listStandIns,
  lockAdministrators,
  type RoleGrantRow,
  type StandInRow,
} from "./queries/grants.ts";
export { findInvitation, listUsersWithPassword, replaceInvitation, useInvitation } from "./queries/invitations.ts";
export { addPolicyVersions, listPolicyVersions, type PolicyVersion } from "./queries/policy-versions.ts";
export { deleteRequestKeysBefore, takeRequestKey } from "./queries/request-keys.ts";
export {
  deleteSignInAttemptsBefore,
  forgetSignInAttempts,
  type SignInAttempts,
  takeSignInAttempt,
} from "./queries/sign-in-attempts.ts";
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
export { countUsers, listUsers, type UserFilter, userSortFields } from "./queries/user-list.ts";
export {
  deleteSecondFactorOf,
  deleteSessionsOf,
  findUser,
  findUserByEmail,
  insertUser,
  lockUser,
  reviseUser,
  setPasswordHash,
  type UserRow,
} from "./queries/users.ts";
export { signInStore } from "./sign-in-store.ts";
