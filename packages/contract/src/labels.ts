/** The Chinese words for acts, fields and states, for pages: no schema and no library in them. */

export { acceptedFilesText, acceptedFileTypes, maximumFileText } from "./accepted-files.ts";
export { actLabels, labelOfAct } from "./act-labels.ts";
export { actedResources } from "./acted-resources.ts";
export { exportedLists } from "./exported-lists.ts";
export { fieldLabels, labelOfField } from "./field-labels.ts";
export { labelInForm } from "./form-labels.ts";
export {
  addressEndLabels,
  recipientKindLabels,
  reminderAudienceLabels,
  reminderChannelLabels,
  withdrawalGroundLabels,
} from "./reminder-labels.ts";
export { resourceLabels } from "./resource-labels.ts";
export { resourceAtAddress } from "./resource-names.ts";
export { roleLabels } from "./role-labels.ts";
export { applicationStateLabels, stateLabels } from "./state-labels.ts";
export {
  accountKindLabels,
  complaintSubjectLabels,
  labelOfValue,
  noticeKindLabels,
  valueLabelsInForm,
  verdictLabels,
} from "./value-labels.ts";
