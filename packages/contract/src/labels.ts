/** The Chinese words for acts, fields and states, for pages: no schema and no library in them. */

export { actLabels, labelOfAct } from "./act-labels.ts";
export { fieldLabels, labelInForm, labelOfField, labelOfValue, valueLabelsInForm } from "./field-labels.ts";
export { resourceLabels } from "./resource-labels.ts";
export { roleLabels } from "./role-labels.ts";
export { applicationStateLabels, stateLabels } from "./state-labels.ts";
