import type { Sanction } from "@shifan/contract";

export type SanctionKind = Sanction["kind"];

/** In which colour a kind is shown: cancellations amber, revocations red, and never the other way round. */
export const colourOfKind: Readonly<Record<SanctionKind, "warning" | "error">> = {
  cancellation: "warning",
  revocation: "error",
};

/** The grounds of each kind; what they are called stands with the form. */
export const groundsOfKind: Readonly<Record<SanctionKind, readonly string[]>> = {
  cancellation: ["absent_without_reason", "falsified_appraisal", "consecutive_failures"],
  revocation: ["unlawful_conduct"],
};

/** The way of false papers that says what a kind brings. */
export const routeOfKind: Readonly<Record<SanctionKind, string>> = {
  cancellation: "at_appraisal",
  revocation: "within_validity",
};
