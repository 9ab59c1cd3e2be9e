/** The Chinese words for acts, fields and states, for pages: no schema and no library in them. */

export { acceptedFilesText, acceptedFileTypes, maximumFileText } from "./accepted-files.ts";
export { actLabels, labelOfAct } from "./act-labels.ts";
export { actedResources } from "./acted-resources.ts";
export { accountKindLabels, complaintSubjectLabels, exportedLists, noticeKindLabels } from "./exported-lists.ts";
export {
  fieldLabels,
  labelInForm,
  labelOfField,
  labelOfValue,
  valueLabelsInForm,
  verdictLabels,
} from "./field-labels.ts";
export { resourceLabels } from "./resource-labels.ts";
export { roleLabels } from "./role-labels.ts";
export { applicationStateLabels, stateLabels } from "./state-labels.ts";
