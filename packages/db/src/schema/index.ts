export { invitations, roleGrants, standIns } from "./access.ts";
export { accounts, sessions, twoFactors, users, verifications } from "./accounts.ts";
export {
  applicationMaterialFiles,
  applicationMaterials,
  applicationPrints,
  materialVerdicts,
} from "./application-materials.ts";
export { applicationWords } from "./application-words.ts";
export {
  applicationExceptions,
  applicationOrigins,
  applicationRows,
  applicationSections,
  applications,
  returnedForms,
} from "./applications.ts";
export {
  auditChanges,
  auditCheckpoints,
  auditEntries,
  auditLeaves,
  auditNodes,
  auditSequencers,
  auditUnsequenced,
  auditVerifications,
} from "./audit.ts";
export { certificationChecks, certifications, type TitleCorrection } from "./certifications.ts";
export { chatEntries, chatSessionKeys, chatSessions } from "./chat.ts";
export { demonstrations } from "./demonstrations.ts";
export { dossierFormats, dossierStates, dossiers } from "./dossiers.ts";
export {
  appointmentMethods,
  expertAppointments,
  expertPanels,
  experts,
  reopenedReviews,
  reviews,
} from "./experts.ts";
export { fileContents, files } from "./files.ts";
export { holidayKinds, holidays, holidayYears } from "./holidays.ts";
export { inspectionFiles, inspections, spotCheckDraws } from "./inspections.ts";
export { organizationWords, titleWords } from "./name-words.ts";
export { noticeCases, notices } from "./notices.ts";
export { complaints, objectionFiles, objectionOutcomes, objections } from "./objections.ts";
export { obligations, wasDoneLate } from "./obligations.ts";
export { savedQueries, staffNotes } from "./office.ts";
export { mandates, organizationNames, organizations } from "./organizations.ts";
export { policyVersions } from "./policies.ts";
export {
  type DeliveryContent,
  deliveries,
  officeGroups,
  reminderAddresses,
  reminderCodes,
  reminderMessages,
  reminderRecipients,
  reminderStops,
} from "./reminders.ts";
export { packages, reportFiles, reports } from "./reports.ts";
export { requestKeys, signInAttempts } from "./requests.ts";
export { roundExtensions, rounds } from "./rounds.ts";
export {
  interpretations,
  organizationChangeFiles,
  organizationChanges,
  provincialRecommendations,
  sanctionFiles,
  sanctions,
} from "./sanctions.ts";
export { servedEnterprises, servedLists } from "./served-lists.ts";
export {
  recommendations,
  recommendedApplications,
  sampled,
  sampledStates,
  surveys,
} from "./surveys.ts";
export { telegramBots, telegramChats, telegramUpdates } from "./telegram.ts";
export { uploadLinks } from "./upload-links.ts";
