export { mayEver, permittingGrant, type Relation, reachableBy, rolesReaching } from "./access/permits.ts";
export {
  type Actor,
  type Grant,
  publicActor,
  type Role,
  roles,
  type StaffRole,
  staffRoles,
  systemActor,
} from "./access/roles.ts";
export { type ActOf, accessRows, accessTable, type Resource, type Scope, scopeOf } from "./access/table.ts";
export { type ArticleAnswer, answerByArticle } from "./article-search/answer.ts";
export { type Explanation, type ExplanationKind, explanationKinds } from "./article-search/explanations.ts";
export { type ArticleIndex, indexArticles } from "./article-search/search.ts";
export {
  type Assessment,
  assessmentSchema,
  type CriterionResult,
  type CriterionStatus,
  criterionStatuses,
  type MaterialResult,
  type MaterialStatus,
  materialStatuses,
  type OpenReason,
  openReasons,
  type Verdict,
  verdicts,
  type Warning,
} from "./assessment/schema.ts";
export { fillText, spellDate } from "./evaluate/advice.ts";
export { assess, roundOf } from "./evaluate/assess.ts";
export type { EvaluationContext, Round } from "./evaluate/context.ts";
export { type Judgement, judge } from "./evaluate/judge.ts";
export { type Proof, proofsOf } from "./evaluate/proofs.ts";
export { relevantFacts } from "./evaluate/relevance.ts";
export {
  addMonths,
  civilOf,
  dayOf,
  daysAfter,
  daysInMonth,
  formatDate,
  parseDate,
  yearOfDay,
} from "./facts/calendar.ts";
export { type CheckedFacts, type CheckOptions, checkFacts, type IntervalValue, noFacts } from "./facts/check-facts.ts";
export { formatScaled, parseScaled } from "./facts/decimal.ts";
export { type FieldError, pointerStep } from "./facts/errors.ts";
export type { Facts } from "./facts/facts.ts";
export { type FactKind, isQuantity, type Kind } from "./facts/kinds.ts";
export { groupDigits, spellMoney } from "./facts/spelling.ts";
export { checkValue, expectationOf } from "./facts/values.ts";
export { type FilePurpose, filePurposes, maximumFileBytes, maximumFileNameLength } from "./files.ts";
export { type IcpProblem, readIcpNumber } from "./formats/icp.ts";
export { checkUscc, suggestUscc, usccAuthority } from "./formats/uscc.ts";
export { type Body, bodiesOf } from "./forms/bodies.ts";
export type { FindingLevel } from "./forms/check-documents.ts";
export { readPhone } from "./forms/contacts.ts";
export { crossCheck } from "./forms/cross-check.ts";
export { type FormFacts, factsFromForm } from "./forms/facts-from-form.ts";
export type { FieldType } from "./forms/fields.ts";
export { calendarYear } from "./forms/form-case.ts";
export { formValue } from "./forms/form-value.ts";
export type {
  Finding,
  FormContext,
  FormData,
  FormField,
  FormList,
  FormSection,
  Forms,
  FormValue,
  FormValues,
} from "./forms/forms.ts";
export { missingFields } from "./forms/missing-fields.ts";
export { type FormReading, readRow, readSection } from "./forms/read.ts";
export type { AnnexDocument, ListDocument, PartDocument, SectionDocument } from "./forms/schema.ts";
export { type StatedPlace, statedPlaces } from "./forms/stated-places.ts";
export { normaliseName } from "./forms/texts.ts";
export { expectationOfField, readValue, type ValueReading } from "./forms/values.ts";
export type {
  ApplicationContext,
  CasePublicity,
  ExpertPanel,
  UnreadyMaterial,
} from "./lifecycle/application/context.ts";
export { applicationMachine } from "./lifecycle/application/machine.ts";
export {
  type ApplicationState,
  applicationStates,
  listedStates,
  openApplicationStates,
  type ReturnKind,
  returnKinds,
  undecidedBeforeListStates,
} from "./lifecycle/application/states.ts";
export {
  barredSince,
  type CertificationContext,
  type CertificationState,
  type CorrectableField,
  certificationMachine,
  certificationStates,
  correctableFields,
  lastDayOfBan,
  lastDayOfTitle,
  resultsOfAppraisals,
  standingOfTitle,
  type TitleCheckKind,
  type TitleCheckResult,
  type TitleRecord,
  titleCheckKinds,
  titleCheckResults,
  titleObstacles,
} from "./lifecycle/certifications.ts";
export {
  type ComplaintContext,
  type ComplaintState,
  type ComplaintSubject,
  complaintMachine,
  complaintStates,
  complaintSubjects,
  staffComplaintMachine,
} from "./lifecycle/complaints.ts";
export {
  actsOfOthers,
  asksOfContext,
  type Decision,
  decide,
  obstaclesTo,
  openActs,
} from "./lifecycle/decide.ts";
export { type DeliveryState, deliveryMachine, deliveryStates } from "./lifecycle/deliveries.ts";
export { commitmentTo, drawOrder } from "./lifecycle/draw.ts";
export { type ExpertState, expertMachine, expertStates } from "./lifecycle/experts.ts";
export { type HolidayYearState, holidayYearMachine, holidayYearStates } from "./lifecycle/holidays.ts";
export type { Machine } from "./lifecycle/machine.ts";
export { type MandateContext, type MandateState, mandateMachine, mandateStates } from "./lifecycle/mandates.ts";
export {
  type NoticeContext,
  type NoticeKind,
  type NoticeState,
  noticeKinds,
  noticeMachine,
  noticeStates,
  publicityPhase,
} from "./lifecycle/notices.ts";
export {
  type ObjectionChannel,
  type ObjectionContext,
  type ObjectionState,
  objectionChannels,
  objectionMachine,
  objectionStates,
  openObjectionStates,
} from "./lifecycle/objections.ts";
export {
  articleOfAct,
  articleOfLines,
  articleOfRefusal,
  lifecycleDecimal,
  lifecycleFigure,
  scoreSheetOf,
} from "./lifecycle/of-policy.ts";
export { type OfficeGroupState, officeGroupMachine, officeGroupStates } from "./lifecycle/office-groups.ts";
export { type OrganizationContext, type OrganizationState, organizationMachine } from "./lifecycle/organizations.ts";
export { isSettled, type Refusal, type RefusalCode, refusal, refusalCodes } from "./lifecycle/refusals.ts";
export { daysOverdue, type ReviewContext, type ReviewState, reviewMachine, reviewStates } from "./lifecycle/reviews.ts";
export {
  type RoundCases,
  type RoundContext,
  type RoundState,
  roundMachine,
  roundStates,
  type SubmissionEvent,
  submissionEvents,
} from "./lifecycle/rounds.ts";
export {
  type ClaimedSatisfaction,
  compareSatisfaction,
  type MeasuredSatisfaction,
  measureSatisfaction,
  type SatisfactionConflict,
  type SurveyMethod,
  type SurveyRating,
  surveyMethods,
  surveyRatings,
} from "./lifecycle/satisfaction.ts";
export { secondPersonActAfter } from "./lifecycle/second-person.ts";
export { type StaffNoteState, staffNoteMachine, staffNoteStates } from "./lifecycle/staff-notes.ts";
export {
  type AbsenceFinding,
  absenceFindings,
  cityCheckMachine,
  type HearingFinding,
  hearingFindings,
  type InspectionContext,
  type InspectionState,
  inspectionMachine,
  inspectionStates,
  type SpotCheckDrawContext,
  type SpotCheckDrawState,
  spotCheckDrawMachine,
  spotCheckDrawStates,
} from "./lifecycle/supervision/inspections.ts";
export {
  type InterpretationContext,
  type InterpretationState,
  interpretationMachine,
  interpretationStates,
} from "./lifecycle/supervision/interpretations.ts";
export {
  type Exemption,
  exemptions,
  isLateAfterLastDay,
  type ObligationContext,
  type ObligationHolder,
  type ObligationKind,
  type ObligationState,
  obligationHolders,
  obligationKinds,
  obligationMachine,
  obligationStates,
} from "./lifecycle/supervision/obligations.ts";
export {
  type OrganizationChangeContext,
  type OrganizationChangeKind,
  type OrganizationChangeState,
  organizationChangeKinds,
  organizationChangeMachine,
  organizationChangeStates,
} from "./lifecycle/supervision/organization-changes.ts";
export {
  type PackageContext,
  type PackageKind,
  type PackageState,
  packageKinds,
  packageMachine,
  packageStates,
} from "./lifecycle/supervision/packages.ts";
export {
  type ReportContext,
  type ReportKind,
  type ReportState,
  reportKinds,
  reportMachine,
  reportStates,
} from "./lifecycle/supervision/reports.ts";
export {
  actsOnTitle,
  allSanctionGrounds,
  type SanctionContext,
  type SanctionGround,
  type SanctionKind,
  type SanctionState,
  type ServiceMethod,
  sanctionGrounds,
  sanctionKinds,
  sanctionMachine,
  sanctionStateForUnit,
  sanctionStates,
  sanctionStatesInEffect,
  serviceMethods,
} from "./lifecycle/supervision/sanctions.ts";
export { articleOfSanctionAct, sanctionOfPolicy } from "./lifecycle/supervision/sanctions-of-policy.ts";
export { type ServedListState, servedListMachine, servedListStates } from "./lifecycle/supervision/served-lists.ts";
export { compilePolicy } from "./policy/compile.ts";
export { PolicyError } from "./policy/error.ts";
export { type MissingOfPolicy, PolicyIncomplete } from "./policy/incomplete.ts";
export type { Policy, Question } from "./policy/policy.ts";
export { type FactDocument, type PolicyDocument, policySchema, type QuestionDocument } from "./policy/schema.ts";
export { type PolicySelection, selectPolicy } from "./policy/select.ts";
export { type Supplemented, supplementDocument } from "./policy/supplement.ts";
export { findSetting, withSetting } from "./policy/with-setting.ts";
export {
  composeReminder,
  fillLines,
  namesInMessage,
  type ReminderMessage,
  type ReminderValues,
  spellDaysLeft,
} from "./reminders/compose.ts";
export {
  type AddressEnd,
  addressEnds,
  type MessageState,
  messageStates,
  type PlannedDeliveryState,
  plannedDeliveryStates,
  type RecipientKind,
  type ReminderAnswer,
  type ReminderChannel,
  recipientKinds,
  reminderAnswers,
  reminderChannels,
  type WithdrawalGround,
  withdrawalGrounds,
} from "./reminders/ledger.ts";
export { type Occasion, occasionOn, occasionsOf, type ReminderRule } from "./reminders/occasions.ts";
export { isOpenMoment, type Moment, timeToSend } from "./reminders/send-time.ts";
export {
  type ReminderAudience,
  type ReminderStep,
  type ReminderSubject,
  type ResultEvent,
  reminderAudiences,
  reminderSteps,
  reminderSubjects,
  resultEvents,
} from "./reminders/subjects.ts";
export { type RankedCase, rankCases, type ScoredCase, spellMean } from "./selection/ranking.ts";
export {
  fullMarks,
  missingScores,
  type ScoreSheet,
  type Scores,
  spreadOf,
  totalOf,
} from "./selection/score-sheet.ts";
export { countWorkingDays, type HolidayCalendar, isWorkingDay, nthWorkingDay } from "./selection/working-days.ts";
export { type CancellationGround, groundsForCancellation } from "./supervision/cancellation-grounds.ts";
export {
  type Checklist,
  type ChecklistAnswer,
  type ChecklistAnswers,
  type ChecklistItem,
  itemsOfKind,
  openItemsOf,
} from "./supervision/checklist.ts";
export type { CheckOnRecord } from "./supervision/checks-on-record.ts";
export {
  type Certainty,
  type ConsecutiveFailures,
  consecutiveFailures,
  type DoubtOfSequence,
  doubtsOfSequence,
  type SequenceReading,
} from "./supervision/consecutive-failures.ts";
export { comparePeers, type PeerFigure } from "./supervision/peer-figures.ts";
export {
  calendarYearOf,
  firstDayOf,
  halfOf,
  halvesOf,
  isPeriod,
  lastDayOf,
  nextPeriod,
  periodsFrom,
  previousPeriod,
  spellPeriod,
  yearOf,
} from "./supervision/periods.ts";
export {
  obligationRule,
  type PlannedObligation,
  packageOfReport,
  planOfPackage,
  planOfTitle,
  planOfYearlyRound,
} from "./supervision/plan-obligations.ts";
export { readingOf } from "./supervision/readings.ts";
export { dayBefore, type Succession, successionOf } from "./supervision/renewal.ts";
export type { ReportFigure, ReportForm } from "./supervision/report-form.ts";
export {
  type Comparison,
  compareFigure,
  countServed,
  distinctServed,
  missingOfReport,
  proposeReport,
  readReport,
  type ServedFigures,
} from "./supervision/reports.ts";
export {
  type DrawableTitle,
  type DrawSize,
  drawSpotChecks,
  isDrawableShare,
  sizeOfShare,
} from "./supervision/spot-check-draw.ts";
