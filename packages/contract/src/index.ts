export { acceptedFilesText, acceptedFileTypes, type FileMediaType, maximumFileText } from "./accepted-files.ts";
/** The wire: what requests and answers look like, and the one table of codes with their status and wording. */

export {
  changePasswordSchema,
  confirmPasswordSchema,
  currentSessionSchema,
  type Me,
  meSchema,
  type PasswordResetWays,
  passwordResetWaysSchema,
  recoveryCodeSchema,
  recoveryCodesAnswerSchema,
  requestPasswordResetSchema,
  resetPasswordSchema,
  secondFactorSetupSchema,
  signedInSchema,
  signInSchema,
  signUpSchema,
  totpCodeSchema,
} from "./accounts.ts";
export { type ActDescription, actDescriptionSchema } from "./act-descriptions.ts";
export { actLabels, labelOfAct } from "./act-labels.ts";
export { type ActResult, actResultSchema } from "./act-results.ts";
export { type ActedResource, actedResources } from "./acted-resources.ts";

export {
  type Application,
  type ApplicationChanges,
  type ApplicationFindings,
  type ApplicationFormView,
  type ApplicationSummary,
  acceptApplicationSchema,
  applicationChangesSchema,
  applicationFilterSchema,
  applicationFindingsSchema,
  applicationFormSchema,
  applicationSchema,
  applicationSummarySchema,
  type CreateApplication,
  compareSelfCheckSchema,
  createApplicationSchema,
  type FormPart,
  formListStateSchema,
  formPartSchema,
  formRowSchema,
  formRowsSchema,
  formSectionSchema,
  formValuesSchema,
  importedRowsSchema,
  type JudgeMaterial,
  judgeMaterialSchema,
  type PutMaterial,
  putMaterialSchema,
  type ReturnApplication,
  returnApplicationSchema,
  type SealedScan,
  type SelfCheckDifferences,
  selfCheckDifferencesSchema,
  submitApplicationSchema,
  transferApplicationSchema,
} from "./applications.ts";
export { type AuditProof, auditCheckpointSchema, auditProofSchema } from "./audit.ts";
export {
  type AuditChange,
  type AuditEntryFilter,
  type AuditEntryView,
  type AuditHistory,
  type AuditStanding,
  auditEntryFilterSchema,
  auditEntrySchema,
  auditHistorySchema,
  auditStandingSchema,
} from "./audit-entries.ts";
export { type CancellationGrounds, cancellationGroundsSchema } from "./cancellation-grounds.ts";
export {
  type ImportedTitle,
  importTitlesSchema,
  type PublicRegister,
  type PublicTitle,
  publicRegisterFilterSchema,
  publicRegisterSchema,
  publicTitleSchema,
  type RecommendToProvince,
  type RecordProvinceResult,
  recommendToProvinceSchema,
  recordProvinceResultSchema,
  type Title,
  type TitleStatistics,
  type TitlesPreview,
  type TitlesWorkbookImported,
  titleFilterSchema,
  titleSchema,
  titleStandings,
  titleStatisticsQuerySchema,
  titleStatisticsSchema,
  titlesImportedSchema,
  titlesPreviewSchema,
  titlesWorkbookImportedSchema,
} from "./certifications.ts";
export {
  type ChatAnswer,
  type ChatInput,
  type ChatSession,
  type ChatSessionCreated,
  type CreateChatSession,
  chatAnswerSchema,
  chatInputSchema,
  chatSessionCreatedSchema,
  chatSessionSchema,
  createChatSessionSchema,
} from "./chat.ts";
export {
  type Complainant,
  type Complaint,
  complainantSchema,
  complaintFilterSchema,
  complaintSchema,
  type FileComplaint,
  fileComplaintSchema,
  type Receipt,
  receiptSchema,
  replyComplaintSchema,
} from "./complaints.ts";
export { type Delivery, type DeliveryFilter, deliveryFilterSchema, deliverySchema } from "./deliveries.ts";
export { type DemonstrationView, demonstrationSchema } from "./demonstration.ts";
export { createDossierSchema, type Dossier, dossierSchema } from "./dossiers.ts";
export {
  batchResultSchema,
  type Evaluation,
  type EvaluationBatch,
  evaluationBatchSchema,
  evaluationSchema,
} from "./evaluation.ts";
export {
  type CreateExpert,
  createExpertSchema,
  type EditExpert,
  type Expert,
  editExpertSchema,
  expertFilterSchema,
  expertSchema,
} from "./experts.ts";
export { exportedLists, mostExportedRows } from "./exported-lists.ts";
export { fieldLabels, labelOfField } from "./field-labels.ts";
export {
  type FileDescription,
  type FilesHint,
  fileSchema,
  filesKeyword,
  maximumFilesOfRecord,
  type UploadMetadata,
  uploadMetadataSchema,
} from "./files.ts";
export { labelInForm, wordsOfFields } from "./form-labels.ts";
export {
  type FunnelEnd,
  type FunnelPath,
  type FunnelStage,
  funnelEnds,
  funnelStages,
  type RoundFunnel,
  roundFunnelSchema,
} from "./funnels.ts";
export {
  type HolidayEffects,
  type HolidayYears,
  type HolidayYearView,
  holidayEffectsSchema,
  holidayYearSchema,
  holidayYearsSchema,
  previewHolidaysSchema,
  type RecordHolidays,
  recordHolidaysSchema,
} from "./holidays.ts";
export {
  answerInspectionSchema,
  type CheckAgainInspection,
  checkAgainInspectionSchema,
  editInspectionSchema,
  type HearInspection,
  hearInspectionSchema,
  type Inspection,
  inspectionFilterSchema,
  inspectionSchema,
  type NotifyInspection,
  notifyInspectionSchema,
  type PlanInspection,
  planInspectionSchema,
  type RecordInspection,
  recordInspectionSchema,
} from "./inspections.ts";
export {
  type CreateInterpretation,
  createInterpretationSchema,
  type EditInterpretation,
  editInterpretationSchema,
  type Interpretation,
  interpretationFilterSchema,
  interpretationSchema,
  type PublicInterpretation,
  publicInterpretationSchema,
  supersedeInterpretationSchema,
} from "./interpretations.ts";
export {
  type CreateNotice,
  createNoticeSchema,
  type EditNotice,
  type ExtendNotice,
  editNoticeSchema,
  extendNoticeSchema,
  type Notice,
  type NoticeSummary,
  noticeFilterSchema,
  noticeSchema,
  noticeSummarySchema,
  type PublicNotice,
  type PublicNoticeSummary,
  type PublishList,
  publicNoticeSchema,
  publicNoticeSummarySchema,
  publishListSchema,
} from "./notices.ts";
export {
  type AdmitObjection,
  admitObjectionSchema,
  answerObjectionSchema,
  decideObjectionSchema,
  type FileObjection,
  type FilePublicObjection,
  fileObjectionSchema,
  filePublicObjectionSchema,
  inquireObjectionSchema,
  type Objection,
  type Objector,
  objectionFilterSchema,
  objectionSchema,
  objectorSchema,
  type ReceiptIssued,
  receiptIssuedSchema,
  refuseObjectionSchema,
  replyObjectionSchema,
} from "./objections.ts";
export { type Obligation, obligationFilterSchema, obligationSchema, obligationStandings } from "./obligations.ts";
export {
  acceptedChangeSchema,
  type OrganizationChange,
  organizationChangeFilterSchema,
  organizationChangeSchema,
  type ReportChange,
  reportChangeSchema,
} from "./organization-changes.ts";
export {
  type AllowSecondApplication,
  allowSecondApplicationSchema,
  attachPapersSchema,
  type ClaimAnswer,
  type CreateOrganization,
  claimAnswerSchema,
  claimOrganizationSchema,
  createOrganizationSchema,
  mandateActSchema,
  type Organization,
  type OrganizationSummary,
  organizationFilterSchema,
  organizationSchema,
  organizationSummarySchema,
  type RecordChange,
  recordChangeSchema,
  refuseMandateSchema,
} from "./organizations.ts";
export { type Overview, overviewSchema } from "./overview.ts";
export {
  type CreatePackage,
  createPackageSchema,
  type EditPackage,
  editPackageSchema,
  type Package,
  type PackageSummary,
  packageFilterSchema,
  packageSchema,
  packageSummarySchema,
  sendPackageSchema,
} from "./packages.ts";
export {
  type AssignExperts,
  assignExpertsSchema,
  type FinishReview,
  finishReviewSchema,
  type Panel,
  panelSchema,
  type Ranking,
  rankingSchema,
} from "./panels.ts";
export {
  type PolicyDetail,
  type PolicySummary,
  policyDetailSchema,
  policySummarySchema,
  type ToldArticle,
  toldArticleSchema,
} from "./policies.ts";
export { detailsOfWaiting, maximumFieldErrors, type ProblemCode, problemCodes } from "./problems/codes.ts";
export { type FieldError, type ProblemDocument, problemDocumentSchema } from "./problems/schema.ts";
export {
  type CreateRecommendation,
  createRecommendationSchema,
  type RecommendApplication,
  type Recommendation,
  type RecommendationAnswer,
  type RecommendationSummary,
  recommendApplicationSchema,
  recommendationAnswerSchema,
  recommendationFilterSchema,
  recommendationSchema,
  recommendationSummarySchema,
} from "./recommendations.ts";
export {
  type Obstacle,
  type RecordActs,
  recordActsSchema,
  type SecondPerson,
  secondPersonSchema,
} from "./record-acts.ts";
export {
  addressEndLabels,
  recipientKindLabels,
  reminderAudienceLabels,
  reminderChannelLabels,
  reminderStepLabels,
  withdrawalGroundLabels,
} from "./reminder-labels.ts";
export {
  type CreateReport,
  createReportSchema,
  type EditReport,
  editReportSchema,
  type Report,
  type ReportFigureView,
  type ReportPeers,
  type ReportSummary,
  type ReportTextView,
  reportFilterSchema,
  reportPeersSchema,
  reportSchema,
  reportSummarySchema,
} from "./reports.ts";
export { recordParts, resourceLabels } from "./resource-labels.ts";
export { addressOfResource, kindsShownAs, resourceAtAddress, shownResource } from "./resource-names.ts";
export {
  type DeclareConflict,
  declareConflictSchema,
  type Review,
  type ReviewPapers,
  type ReviewSummary,
  reviewFilterSchema,
  reviewPapersSchema,
  reviewSchema,
  reviewSummarySchema,
  scoresSchema,
  type WriteScores,
} from "./reviews.ts";
export { roleLabels } from "./role-labels.ts";
export {
  type CreateRound,
  createRoundSchema,
  type EditRound,
  type ExtendRound,
  editRoundSchema,
  extendRoundSchema,
  type PublicRound,
  publicRoundSchema,
  type Round,
  reasonSchema,
  roundSchema,
} from "./rounds.ts";
export {
  answerSanctionSchema,
  type DecideSanction,
  decideSanctionSchema,
  type FalsePaperRoute,
  falsePaperRouteSchema,
  falsePaperRoutesQuerySchema,
  hearSanctionSchema,
  type NotifySanction,
  notifySanctionSchema,
  type ProposeSanction,
  type PublishSanction,
  proposeSanctionSchema,
  publishSanctionSchema,
  type ReinstateSanction,
  reinstateSanctionSchema,
  type Sanction,
  type ServeSanction,
  sanctionFilterSchema,
  sanctionSchema,
  serveSanctionSchema,
  stateCaseSchema,
} from "./sanctions.ts";
export {
  renameQuerySchema,
  type SavedQuery,
  type SaveQuery,
  savedQueriesOfList,
  savedQueryListSchema,
  savedQuerySchema,
  saveQuerySchema,
} from "./saved-queries.ts";
export {
  type ActOnMany,
  actedOnManySchema,
  actOnManySchema,
  type CertifyApplication,
  certifyApplicationSchema,
  type ReceiveApplication,
  receiveApplicationSchema,
} from "./selection.ts";
export {
  importedServedListSchema,
  type ServedList,
  servedListSchema,
  takenOverServedSchema,
  takeOverServedSchema,
} from "./served-lists.ts";
export {
  type CommitSpotCheckDraw,
  commitSpotCheckDrawSchema,
  drawSpotChecksSchema,
  type SpotCheckDraw,
  spotCheckDrawSchema,
} from "./spot-check-draws.ts";
export {
  type NotedResource,
  notedResources,
  type StaffNote,
  staffNoteFilterSchema,
  staffNoteSchema,
  type WriteStaffNote,
  writeStaffNoteSchema,
} from "./staff-notes.ts";
export { applicationStateLabels, stateLabels } from "./state-labels.ts";
export {
  type SupervisionCounts,
  type SupervisionStatistics,
  supervisionStatisticsQuerySchema,
  supervisionStatisticsSchema,
} from "./supervision-statistics.ts";
export {
  type AssessOperation,
  assessOperationSchema,
  type CallSheet,
  callSheetSchema,
  type DrawSample,
  drawSampleSchema,
  type RecordAnswer,
  type ReplaceSampled,
  recordAnswerSchema,
  replaceSampledSchema,
  type Survey,
  type SurveyAssessment,
  surveySchema,
} from "./surveys.ts";
export { type Task, type TaskKind, type Tasks, taskKinds, tasksSchema } from "./tasks.ts";
export {
  type ClaimedUpdate,
  type ClaimedUpdates,
  type ClaimUpdates,
  claimedUpdatesSchema,
  claimUpdatesSchema,
  type FinishUpdate,
  finishUpdateSchema,
  type ReleaseUpdate,
  releaseUpdateSchema,
  type StoreUpdate,
  storeUpdateSchema,
  updateStoredSchema,
} from "./telegram.ts";
export { titleCheckKindLabels, titleCheckResultLabels } from "./title-checks.ts";
export {
  acceptInvitationSchema,
  type BeginStandIn,
  beginStandInSchema,
  editUserSchema,
  endRoleSchema,
  endStandInSchema,
  type GrantRole,
  grantRoleActSchema,
  type HandOver,
  handOverSchema,
  type InviteUser,
  invitationAcceptedSchema,
  inviteUserSchema,
  type User,
  type UserInvited,
  userActSchema,
  userFilterSchema,
  userInvitedSchema,
  userSchema,
} from "./users.ts";
export {
  labelOfValue,
  organizationChangeKindLabels,
  serviceMethodLabels,
  valueLabelsInForm,
} from "./value-labels.ts";
export { dateTextSchema, instantSchema, type ReferencedResource } from "./values.ts";
