/** The Chinese words for acts and states, for pages: no schema and no library in them. */

export { actLabels, labelOfAct } from "./act-labels.ts";
export { applicationStateLabels, stateLabels } from "./state-labels.ts";
