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
  type ApplicationListEntry,
  type ApplicationListSummary,
  type ApplicationSectionRow,
  appendApplicationRows,
  deleteApplicationRow,
  emptyApplicationList,
  findApplicationRow,
  findApplicationSection,
  listApplicationRows,
  listApplicationRowsBetween,
  listApplicationSections,
  lockApplicationRow,
  lockApplicationSection,
  type NewListEntry,
  replaceApplicationRows,
  rowHashOf,
  stateOfApplicationList,
  summarizeApplicationLists,
  updateApplicationRow,
  writeApplicationSection,
} from "./queries/application-form.ts";
export {
  type ApplicationMaterialFileRow,
  type ApplicationMaterialRow,
  findApplicationOfFile,
  listApplicationMaterialFiles,
  listApplicationMaterials,
  lockApplicationMaterial,
  replaceMaterialFiles,
  writeApplicationMaterial,
} from "./queries/application-materials.ts";
export {
  type ApplicationFilter,
  type ApplicationListRow,
  type ApplicationPage,
  type ApplicationRow,
  applicationReachColumns,
  applicationSortFields,
  findApplication,
  hasOtherApplication,
  insertApplication,
  listApplications,
  listApplicationsToLapse,
  lockApplication,
  type NewApplication,
  updateApplication,
} from "./queries/applications.ts";
export {
  type CertificationRow,
  certificationReachColumns,
  confirmCertification,
  findCertification,
  insertCertification,
  listCertifications,
  listTitlesOf,
  lockCertification,
} from "./queries/certifications.ts";
export { deleteChatSessionKeysBefore, findChatSessionKey, insertChatSessionOnce } from "./queries/chat-session-keys.ts";
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
export {
  claimDossier,
  countDossiersUnderWay,
  type DossierRow,
  deleteDossiersBefore,
  findDossier,
  insertDossier,
  updateDossier,
} from "./queries/dossiers.ts";
export { deleteSessionsExpiredBefore, deleteVerificationsExpiredBefore } from "./queries/expired-sessions.ts";
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
export { findCasePublicity, listNoticeCases, type NoticeCaseRow, type NoticeRow } from "./queries/notices.ts";
export {
  findMandate,
  findMandateOfFile,
  findOrganization,
  findOrganizationByUscc,
  findOrganizationName,
  findStandingMandate,
  insertMandate,
  insertOrganization,
  insertOrganizationName,
  listMandates,
  listOrganizationNames,
  listOrganizations,
  listOrganizationsOf,
  lockMandate,
  lockOrganization,
  type MandateRow,
  type OrganizationListRow,
  type OrganizationNameRow,
  type OrganizationRow,
  organizationReachColumns,
  updateMandate,
  updateOrganization,
} from "./queries/organizations.ts";
export { addPolicyVersions, listPolicyVersions, type PolicyVersion } from "./queries/policy-versions.ts";
export { type Reach, withinReach } from "./queries/reach.ts";
export {
  deleteRequestKeysBefore,
  releaseRequestKey,
  setRequestKeyRecord,
  takeRequestKey,
} from "./queries/request-keys.ts";
export {
  countRoundCases,
  findRound,
  findRunningRound,
  hasOtherRound,
  insertRound,
  insertRoundExtension,
  listRoundExtensions,
  listRounds,
  listRoundsDue,
  lockRound,
  type RoundExtensionRow,
  type RoundRow,
  type RoundSettings,
  updateRound,
} from "./queries/rounds.ts";
export {
  findPublishedObjection,
  findUpheldObjection,
  listRoundCases,
  listRoundReviews,
  type RoundCaseRow,
  type RoundReviewRow,
} from "./queries/selection.ts";
export {
  deleteSignInAttemptsBefore,
  forgetSignInAttempts,
  type SignInAttempts,
  takeSignInAttempt,
} from "./queries/sign-in-attempts.ts";
export {
  findRecommendation,
  findRecommendationByNumber,
  findRecommendationOf,
  findSurvey,
  insertRecommendation,
  insertRecommendedApplication,
  insertSampled,
  insertSurvey,
  listRecommendedApplications,
  listSampled,
  type RecommendationRow,
  type RecommendedApplicationRow,
  type SampledRow,
  type SurveyRow,
  stateOfRecommendation,
  stateOfSurvey,
  updateSampled,
  writeSurveyAssessment,
} from "./queries/surveys.ts";
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
