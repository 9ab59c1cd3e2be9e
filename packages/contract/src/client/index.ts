/** The small client for browsers, the bot and tests: types from the schemas, no schema in the bundle. */

export type { Choice, Message, QuestionInput, Turn } from "@shifan/dialog";
export type { Assessment, CriterionResult, MaterialResult, Warning } from "@shifan/rules";
export type { PublicRegister, PublicTitle } from "../certifications.ts";
export type {
  ChatAnswer,
  ChatFactAnswer,
  ChatInput,
  ChatSession,
  ChatSessionCreated,
  TranscriptEntry,
} from "../chat.ts";
export type { FileComplaint, Receipt } from "../complaints.ts";
export type { DemonstrationView } from "../demonstration.ts";
export type { BatchResult, Evaluation, EvaluationBatch } from "../evaluation.ts";
export type { Matter, Matters } from "../matters.ts";
export type { PublicNotice, PublicNoticeSummary } from "../notices.ts";
export type { FilePublicObjection, ReceiptIssued } from "../objections.ts";
export type { PolicyDetail, PolicySummary, ToldArticle } from "../policies.ts";
export type { ProblemCode } from "../problems/codes.ts";
export type { FieldError, ProblemDocument } from "../problems/schema.ts";
export type { DeliveryAnswered, LinkingChannel, LinkingCode } from "../reminder-answers.ts";
export type {
  ContactBegun,
  ContactChannel,
  PlannedReminder,
  Reminders,
  ReminderWay,
  StoppedReminder,
  ToldReminder,
} from "../reminders.ts";
export type { PublicRound } from "../rounds.ts";
export type { ClaimedUpdate } from "../telegram.ts";
export type { ClaimedReminder, ClaimedReminders, ReminderButton, SettleReminder } from "../telegram-reminders.ts";
export type { UploadLink } from "../upload-links.ts";
export { type Client, createClient, type SessionKey } from "./client.ts";
export { type Drafts, keepDrafts, type Shelf } from "./drafts.ts";
export { Problem, readProblem } from "./problem.ts";
export type { DeliveryAnswer, ReminderKey } from "./reminders.ts";
export { type Call, type Connection, exchange, type ServerAnswer } from "./send.ts";
export { createTelegramClient, type TelegramClient } from "./telegram.ts";
