/** The database: opening it, and every query of the product. */

export type { Json, StateChange } from "./audit/changes.ts";
export { type CheckedEntries, checkEntries, type EntryCheck } from "./audit/check-entries.ts";
export {
  type AuditKeys,
  type Checkpoint,
  createAuditKeys,
  makeCheckpoint,
  readCheckpoint,
  writeCheckpoint,
} from "./audit/checkpoints.ts";
export { type AuditEntry, type AuditEntryRow, appendEntries, appendEntry } from "./audit/entries.ts";
export { findInstantOfAct } from "./audit/find-act.ts";
export {
  type Departure,
  type HistoryEntry,
  type RecordHistory,
  readRecordHistory,
  type ValueStanding,
} from "./audit/history.ts";
export { findPresentState } from "./audit/present-states.ts";
export { listCheckpointsBeyond, proveConsistency, proveInclusion } from "./audit/proof-queries.ts";
export { findNewestCheckpoint, sequenceEntries, signCheckpoint } from "./audit/sequencer.ts";
export { hashOfState, removedState } from "./audit/state.ts";
export { trackedRecords } from "./audit/tracked-records.ts";
export type { AuditBreak, CheckpointSource } from "./audit/verify/breaks.ts";
export type { TrackedResource } from "./audit/verify/records.ts";
export { type AuditVerification, verifyAudit } from "./audit/verify/verify.ts";
export { isNoText, isUniqueConflict } from "./conflicts.ts";
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
  type ApplicationExceptionRow,
  findApplicationException,
  insertApplicationException,
  listApplicationExceptions,
} from "./queries/application-exceptions.ts";
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
  listSectionOfApplications,
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
  type ApplicationFilter,
  type ApplicationListRow,
  type ApplicationPage,
  applicationSortFields,
  listApplications,
} from "./queries/application-list.ts";
export {
  type ApplicationMaterialFileRow,
  type ApplicationMaterialRow,
  findApplicationOfFile,
  findStateOfApplicationMaterial,
  listApplicationMaterialFiles,
  listApplicationMaterials,
  lockApplicationMaterial,
  type MaterialFile,
  replaceMaterialFiles,
  stateOfApplicationMaterial,
  writeApplicationMaterial,
} from "./queries/application-materials.ts";
export {
  type ApplicationPrintRow,
  findApplicationPrint,
  insertApplicationPrint,
  listApplicationPrints,
} from "./queries/application-prints.ts";
export {
  type ApplicationRow,
  applicationReachColumns,
  findApplication,
  findOtherApplications,
  insertApplication,
  listApplicationsById,
  listApplicationsToLapse,
  lockApplication,
  lockApplications,
  type NewApplication,
  type OtherApplications,
  updateApplication,
} from "./queries/applications.ts";
export {
  type AuditEntriesFilter,
  type AuditVerificationRow,
  type EntryReach,
  entriesWithin,
  findLastVerification,
  findNewestEntry,
  insertAuditVerification,
  listAuditEntries,
} from "./queries/audit-entries.ts";
export { listPartsOfApplication, type RecordName } from "./queries/audit-parts.ts";
export {
  type CertificationCheckRow,
  type CertificationFile,
  type CertificationRow,
  certificationReachColumns,
  countOpenWork,
  countTitlesOfRound,
  findCertification,
  findCertificationByNumber,
  insertCertification,
  insertCertifications,
  listCertificationsLike,
  listRevokedTitlesOf,
  listTitlesOf,
  listTitlesOfAll,
  lockCertification,
  stateOfCertification,
  type TitleCorrection,
  updateCertification,
} from "./queries/certifications.ts";
export { findLatestEntry } from "./queries/changes-seen.ts";
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
export { type CheckOfTitle, listChecksOnRecord } from "./queries/checks-on-record.ts";
export type { FunctionsPlace } from "./queries/claimed-functions.ts";
export { readDatabaseClock } from "./queries/clock.ts";
export {
  type ComplaintRow,
  findComplaint,
  findComplaintByReceipt,
  insertComplaint,
  listComplaints,
  lockComplaint,
  updateComplaint,
} from "./queries/complaints.ts";
export {
  type DeliveryRow,
  type Duty,
  findDelivery,
  joinDueDeliveries,
  keepContents,
  listDeliveriesOfMessages,
  listStops,
  type PlannedDelivery,
  planAgain,
  planDeliveries,
  resumeDuty,
  stopDuty,
  withdrawDeliveries,
} from "./queries/deliveries.ts";
export {
  countOccasions,
  type DeliveryFile,
  type DeliveryListFilter,
  findDeliveryFile,
  listDeliveryFiles,
  lockDeliveryFile,
  standingOf,
  touchDelivery,
} from "./queries/delivery-list.ts";
export {
  type DemonstrationRow,
  finishDemonstration,
  readDemonstration,
  startDemonstration,
} from "./queries/demonstrations.ts";
export {
  claimDossier,
  countDossiersUnderWay,
  type DossierRow,
  deleteDossiersBefore,
  findDossier,
  insertDossier,
  updateDossier,
} from "./queries/dossiers.ts";
export {
  type DatedDraft,
  type EndingPaper,
  listDraftsByReportMonth,
  listPapersEndingOn,
  listReturnsDueOn,
  type OpenReturn,
} from "./queries/duties-of-applications.ts";
export {
  type DutyProgress,
  listDutiesDueOn,
  type OwedDuty,
  readDutyProgress,
} from "./queries/duties-of-obligations.ts";
export { listProspects, listSelfChecks, type Prospect, type SelfCheckRow } from "./queries/duties-of-prospects.ts";
export {
  countObjectionsOfRound,
  type EndingPublicity,
  listInquiriesDueOn,
  listPublicitiesEndingOn,
  type OpenInquiries,
} from "./queries/duties-of-publicity.ts";
export { findAnswerDay, listResults, type ResultAct, type ResultRow } from "./queries/duties-of-results.ts";
export { listSheetsDueOn, type OpenSheets } from "./queries/duties-of-reviews.ts";
export {
  type Between,
  countHandedIn,
  listApplicantsOfRounds,
  listCancelledRounds,
  listLastExtensions,
  listRoundsByDay,
  listUndecidedOfDistricts,
  type UndecidedOfDistrict,
} from "./queries/duties-of-rounds.ts";
export { listTitlesEndingIn, listTitlesEndingOn, listTitlesRevokedOn } from "./queries/duties-of-titles.ts";
export {
  type ExpertFilter,
  type ExpertListRow,
  type ExpertPage,
  type ExpertRow,
  expertReachColumns,
  expertSortFields,
  findExpert,
  findExpertOfUser,
  insertExpert,
  listExperts,
  listPool,
  lockExpert,
  updateExpert,
} from "./queries/experts.ts";
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
  sumFilesOf,
} from "./queries/files.ts";
export {
  endExpiredRoleGrants,
  endRoleGrant,
  endStandIn,
  insertRoleGrant,
  insertStandIn,
  isAdministratorLeft,
  isColleagueThere,
  type LiveGrant,
  listLiveGrants,
  listRoleGrants,
  listStandIns,
  lockAdministrators,
  type RoleGrantRow,
  type RoleInDistrict,
  type StandInRow,
} from "./queries/grants.ts";
export {
  countHolidays,
  findHolidayYear,
  type HolidayRow,
  type HolidayYear,
  type HolidayYearRow,
  insertHolidayYear,
  insertHolidayYears,
  listHolidayYears,
  lockHolidayYear,
  readHolidayCalendar,
  replaceHolidayYear,
} from "./queries/holidays.ts";
export {
  attachInspectionFiles,
  findInspection,
  findInspectionOfFile,
  type InspectionChanges,
  type InspectionFile,
  type InspectionFilter,
  type InspectionListRow,
  type InspectionRow,
  insertInspection,
  inspectionsWithin,
  listInspectedHalves,
  listInspections,
  lockInspection,
  type NewInspection,
  readInspection,
  updateInspection,
} from "./queries/inspections.ts";
export {
  findInterpretation,
  findSuccessorOf,
  type InterpretationRow,
  insertInterpretation,
  interpretationReachColumns,
  listInterpretations,
  lockInterpretation,
  updateInterpretation,
} from "./queries/interpretations.ts";
export { findInvitation, listUsersWithPassword, replaceInvitation, useInvitation } from "./queries/invitations.ts";
export { countLinkingCodesSince, lockLinkingCode } from "./queries/linking-codes.ts";
export { type CaseToList, listCasesToPublish, lockCasesOf, updateCases } from "./queries/listed-cases.ts";
export {
  findCasePublicities,
  findCasePublicity,
  findExtensionOf,
  findNotice,
  insertNotice,
  insertNoticeCases,
  listNoticeCases,
  listNotices,
  listPublishedCases,
  listRunningPublicities,
  lockNotice,
  type NoticeCaseRow,
  type NoticeFile,
  type NoticeFilter,
  type NoticeListRow,
  type NoticeRow,
  noticeReachColumns,
  updateNotice,
} from "./queries/notices.ts";
export {
  findObjection,
  findObjectionByReceipt,
  findObjectionOfFile,
  insertObjection,
  listObjections,
  listObjectionsToAdmit,
  listUpheldFindings,
  lockObjection,
  type ObjectionFile,
  type ObjectionFilter,
  type ObjectionListRow,
  type ObjectionRow,
  objectionsWithin,
  stateOfObjection,
  updateObjection,
} from "./queries/objections.ts";
export {
  findLatestPeriod,
  findObligation,
  findObligationOf,
  insertObligations,
  listObligations,
  listObligationsOfTitle,
  lockObligation,
  lockObligationOf,
  lockTitlesToPlan,
  markPlanned,
  type ObligationFilter,
  type ObligationKey,
  type ObligationListRow,
  type ObligationRow,
  type ObligationStanding,
  type ObligationsPage,
  obligationReachColumns,
  owesReports,
  plannedToItsEnd,
  readObligation,
  updateObligation,
} from "./queries/obligations.ts";
export {
  findOfficeGroup,
  insertOfficeGroup,
  listOfficeGroups,
  lockOfficeGroup,
  type OfficeGroupFile,
  type OfficeGroupRow,
  updateOfficeGroup,
} from "./queries/office-groups.ts";
export {
  findOrganizationChange,
  findOrganizationChangeOfFile,
  insertOrganizationChange,
  listAcceptedChanges,
  listMovesAway,
  listOrganizationChanges,
  lockOrganizationChange,
  type OrganizationChangeFile,
  type OrganizationChangeFilter,
  type OrganizationChangeListRow,
  type OrganizationChangeRow,
  organizationChangeReachColumns,
  stateOfOrganizationChange,
  updateOrganizationChange,
} from "./queries/organization-changes.ts";
export { type OrganizationFile, readOrganizationFile, stateOfOrganization } from "./queries/organization-files.ts";
export {
  listOrganizations,
  type OrganizationFilter,
  type OrganizationPage,
  organizationSortFields,
} from "./queries/organization-list.ts";
export {
  findMandate,
  findMandateOfFile,
  findOrganization,
  findOrganizationByUscc,
  findOrganizationName,
  findStandingMandates,
  insertMandate,
  insertOrganization,
  insertOrganizationName,
  listMandates,
  listOrganizationNames,
  listOrganizationsOf,
  lockMandate,
  lockOrganization,
  type MandateRow,
  type OrganizationNameRow,
  type OrganizationRow,
  organizationReachColumns,
  updateMandate,
  updateOrganization,
} from "./queries/organizations.ts";
export {
  findPackage,
  findPackageOf,
  type InspectedRow,
  insertPackage,
  listInspectedInDistrict,
  listOwedInDistrict,
  listPackages,
  lockPackage,
  type OwedRow,
  type PackageFilter,
  type PackageRow,
  packageReachColumns,
  updatePackage,
} from "./queries/packages.ts";
export type { RowsPage } from "./queries/page-of-rows.ts";
export {
  type AppointmentRow,
  findPanel,
  finishPanel,
  insertAppointment,
  listAppointments,
  type PanelRow,
  stateOfPanel,
  writePanel,
} from "./queries/panels.ts";
export {
  addPolicyVersions,
  insertPolicyVersion,
  listPolicyVersions,
  lockNewestPolicyVersion,
  type PolicyVersion,
} from "./queries/policy-versions.ts";
export {
  insertProvincialRecommendation,
  type ProvincialRecommendationRow,
  recordProvincialResult,
} from "./queries/provincial-recommendations.ts";
export { listReviewedCases, listTotalsOfRound, type RankedCaseRow } from "./queries/ranking.ts";
export { type Reach, withinReach } from "./queries/reach.ts";
export {
  listRecommendations,
  type RecommendationFilter,
  type RecommendationListRow,
  recommendationReachColumns,
} from "./queries/recommendation-list.ts";
export { findRecordNames } from "./queries/record-names.ts";
export {
  countReminderCodesSince,
  deleteReminderCodesExpiredBefore,
  insertReminderCode,
  lockReminderCode,
  noteWrongTry,
  type ReminderCodeRow,
  useReminderCode,
} from "./queries/reminder-codes.ts";
export {
  listPlannedOf,
  listRecordsOfOrganizations,
  listStoppedOf,
  listTold,
  type ToldRow,
} from "./queries/reminder-inbox.ts";
export {
  claimReminderMessages,
  findReminderMessage,
  isReminderDue,
  type MessageLease,
  type MessageRow,
  putBackMessage,
  type QuietTime,
  redirectMessage,
  settleMessage,
} from "./queries/reminder-messages.ts";
export {
  type AddressRow,
  endAddress,
  findOpenAddress,
  findRecipient,
  findRecipientById,
  keepRecipient,
  keepRecipientsOfUsers,
  listHoldersOfMandates,
  listHoldersOfRole,
  listOfficesAmong,
  listOpenAddresses,
  openAddress,
  type RecipientKey,
  type RecipientRow,
  updateRecipient,
} from "./queries/reminder-recipients.ts";
export {
  findReport,
  findReportBefore,
  findReportOf,
  findReportOfFile,
  insertReport,
  listReports,
  listReportsHandedIn,
  listReportsOfDistrict,
  listReportsToCompare,
  lockReport,
  type ReportFile,
  type ReportFilter,
  type ReportListRow,
  type ReportRow,
  replaceReportFiles,
  reportReachColumns,
  updateReport,
} from "./queries/reports.ts";
export {
  deleteRequestKeysBefore,
  releaseRequestKey,
  setRequestKeyRecord,
  takeRequestKey,
} from "./queries/request-keys.ts";
export { findReturnedForm, keepReturnedForm, type ReturnedFormRow } from "./queries/returned-forms.ts";
export {
  findReview,
  insertReopenedReview,
  insertReview,
  listCasesReviewedBy,
  listReopenedReviews,
  listReviews,
  listReviewsOf,
  lockReview,
  type ReopenedReviewRow,
  type ReviewFilter,
  type ReviewListRow,
  type ReviewPage,
  type ReviewRow,
  reviewReachColumns,
  reviewSortFields,
  stateOfReview,
  updateReview,
} from "./queries/reviews.ts";
export { countByDistrictAndState } from "./queries/round-funnel.ts";
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
  lockRoundOfYear,
  type RoundExtensionRow,
  type RoundRow,
  type RoundSettings,
  updateRound,
} from "./queries/rounds.ts";
export {
  findLiveSanction,
  findSanction,
  findSanctionOfFile,
  insertSanction,
  listSanctions,
  lockSanction,
  type SanctionFile,
  type SanctionFilter,
  type SanctionListRow,
  type SanctionRow,
  sanctionsWithin,
  stateOfSanction,
  updateSanction,
} from "./queries/sanctions.ts";
export {
  deleteSavedQuery,
  insertSavedQuery,
  listSavedQueries,
  lockSavedQuery,
  renameSavedQuery,
  type SavedQueryRow,
} from "./queries/saved-queries.ts";
export {
  findPublishedObjection,
  findUpheldObjection,
  listRoundCases,
  listRoundReviews,
  type RoundCaseRow,
  type RoundReviewRow,
} from "./queries/selection.ts";
export {
  findServedList,
  listServedEnterprises,
  lockServedList,
  type NewServedEnterprise,
  type ServedEnterpriseRow,
  type ServedListKey,
  type ServedListRow,
  stateOfServedList,
  writeServedList,
} from "./queries/served-lists.ts";
export {
  deleteSignInAttemptsBefore,
  forgetSignInAttempts,
  type SignInAttempts,
  takeSignInAttempt,
} from "./queries/sign-in-attempts.ts";
export {
  countDrawableTitles,
  findSpotCheckDraw,
  insertSpotCheckDraw,
  listSpotCheckDraws,
  lockDrawableTitles,
  lockSpotCheckDraw,
  type SpotCheckDrawRow,
  updateSpotCheckDraw,
} from "./queries/spot-check-draws.ts";
export {
  findStaffNote,
  insertStaffNote,
  listStaffNotes,
  lockStaffNote,
  type StaffNoteListRow,
  type StaffNoteRow,
  withdrawStaffNote,
} from "./queries/staff-notes.ts";
export {
  countDueByDistrict,
  countExpiring,
  countOwed,
  type OwedCount,
} from "./queries/supervision-statistics.ts";
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
export {
  findTelegramBot,
  giveBackInSecond,
  noteTelegramBot,
  type Reserved,
  reserveInSecond,
} from "./queries/telegram-bots.ts";
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
export {
  type ListedTitle,
  listRegister,
  listTitles,
  type RegisterRow,
  type TitleFilter,
} from "./queries/title-list.ts";
export {
  countTitles,
  type StandingOnDay,
  type TitleCount,
  type TitleDimension,
  titleDimensions,
} from "./queries/title-statistics.ts";
export { readTrailStanding, type TrailStanding } from "./queries/trail-standing.ts";
export {
  countUploadLinksSince,
  deleteUploadLinksExpiredBefore,
  findUploadLink,
  insertUploadLink,
  type UploadLinkRow,
} from "./queries/upload-links.ts";
export { countUsers, listUsers, type UserFilter, userSortFields } from "./queries/user-list.ts";
export { findUserNames } from "./queries/user-names.ts";
export {
  deleteSecondFactorOf,
  deleteSession,
  deleteSessionsOf,
  deleteVerificationsOf,
  findSecondFactorSecret,
  findUser,
  findUserByEmail,
  insertUser,
  lockUser,
  reviseUser,
  setPasswordHash,
  type UserRow,
  useTimeStep,
} from "./queries/users.ts";
export type { Waiting } from "./queries/waiting.ts";
export {
  countEndingRoles,
  countEndingStandIns,
  countExpiredInvitations,
  countWithoutSecondFactor,
  type WaitingAccounts,
} from "./queries/waiting-accounts.ts";
export {
  countPaperDrafts,
  listReturnsUntil,
  listSurveysUnderWay,
  listWaitingApplications,
  type SurveyStage,
  type WaitingApplications,
} from "./queries/waiting-applications.ts";
export {
  listDraftInterpretations,
  listOpenCorrections,
  listReportedChanges,
  listUnconfirmedTitles,
  listWaitingMandates,
  type WaitingForSecond,
} from "./queries/waiting-register.ts";
export {
  countOpenComplaints,
  countUnopposed,
  listOpenObjections,
  listOpenReviews,
  listPanelsUnderWay,
  listStandingPublicities,
  type StandingPublicity,
} from "./queries/waiting-selection.ts";
export {
  type CheckStage,
  countObligations,
  countSentPackages,
  countWaitingReports,
  type DueObligations,
  listDueObligations,
  listOpenChecks,
  listOpenSanctions,
} from "./queries/waiting-supervision.ts";
export type { DeliveryContent } from "./schema/index.ts";
export { signInStore } from "./sign-in-store.ts";
