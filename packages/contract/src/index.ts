/** The wire: what requests and answers look like, and the one table of codes with their status and wording. */
export {
  changePasswordSchema,
  confirmPasswordSchema,
  currentSessionSchema,
  type Me,
  meSchema,
  recoveryCodeSchema,
  recoveryCodesAnswerSchema,
  secondFactorSetupSchema,
  signedInSchema,
  signInSchema,
  signUpSchema,
  totpCodeSchema,
} from "./accounts.ts";
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
  batchResultSchema,
  type Evaluation,
  type EvaluationBatch,
  evaluationBatchSchema,
  evaluationSchema,
} from "./evaluation.ts";
export {
  acceptedFilesText,
  acceptedFileTypes,
  type FileDescription,
  type FileMediaType,
  fileSchema,
  maximumFilesOfRecord,
  type UploadMetadata,
  uploadMetadataSchema,
} from "./files.ts";
export {
  attachPapersSchema,
  type ClaimAnswer,
  type CreateOrganization,
  claimAnswerSchema,
  claimOrganizationSchema,
  createOrganizationSchema,
  mandateActSchema,
  type Organization,
  organizationSchema,
  type RecordChange,
  recordChangeSchema,
  refuseMandateSchema,
} from "./organizations.ts";

export { type PolicyDetail, type PolicySummary, policyDetailSchema, policySummarySchema } from "./policies.ts";
export { maximumFieldErrors, type ProblemCode, problemCodes } from "./problems/codes.ts";
export { type FieldError, type ProblemDocument, problemDocumentSchema } from "./problems/schema.ts";
export {
  type CreateRound,
  createRoundSchema,
  type EditRound,
  type ExtendRound,
  editRoundSchema,
  extendRoundSchema,
  type Round,
  reasonSchema,
  roundSchema,
} from "./rounds.ts";
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
export { dateTextSchema, instantSchema } from "./values.ts";
