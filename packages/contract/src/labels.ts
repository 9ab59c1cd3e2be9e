/** The Chinese words for acts, fields and states, for pages: no schema and no library in them. */

export { actLabels, labelOfAct } from "./act-labels.ts";
export { actedResources } from "./acted-resources.ts";
export { fieldLabels, labelInForm, labelOfField, valueLabelsInForm } from "./field-labels.ts";
export { roleLabels } from "./role-labels.ts";
export { applicationStateLabels, stateLabels } from "./state-labels.ts";
