/** The states of an application, from its first line to the certification. */
export const applicationStates = [
  "draft",
  "submitted",
  "returned",
  "accepted",
  "surveyed",
  "recommended",
  "not_recommended",
  "received",
  "reviewed",
  "proposed",
  "not_selected",
  "in_publicity",
  "objected",
  "certified",
  "rejected",
  "withdrawn",
  "lapsed",
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** States in which a case still waits for somebody. */
export const openApplicationStates = [
  "draft",
  "submitted",
  "returned",
  "accepted",
  "surveyed",
  "recommended",
  "received",
  "reviewed",
  "proposed",
  "in_publicity",
  "objected",
] as const satisfies readonly ApplicationState[];

/** States in which a case has still to be decided on before the city can draw up its list (第十一条). */
export const undecidedBeforeListStates = [
  "submitted",
  "returned",
  "accepted",
  "surveyed",
  "recommended",
  "received",
  "reviewed",
] as const satisfies readonly ApplicationState[];

/** States of a case that is on the published list and not yet decided. */
export const listedStates = ["proposed", "in_publicity", "objected"] as const satisfies readonly ApplicationState[];

/** 补正 keeps the day of receipt; 退回 makes the next submission a new one. */
export const returnKinds = ["correction", "resubmission"] as const;
export type ReturnKind = (typeof returnKinds)[number];
