/** The wire: what requests and answers look like, and the one table of codes with their status and wording. */
export { type AuditProof, auditCheckpointSchema, auditProofSchema } from "./audit.ts";
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
export { type PolicyDetail, type PolicySummary, policyDetailSchema, policySummarySchema } from "./policies.ts";
export { maximumFieldErrors, type ProblemCode, problemCodes } from "./problems/codes.ts";
export { type FieldError, type ProblemDocument, problemDocumentSchema } from "./problems/schema.ts";
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
export { dateTextSchema } from "./values.ts";
