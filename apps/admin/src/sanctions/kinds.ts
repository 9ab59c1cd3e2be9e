import type { Sanction } from "@shifan/contract";

export type SanctionKind = Sanction["kind"];

/** In which colour a kind is shown: cancellations amber, revocations red, and never the other way round. */
export const colourOfKind: Readonly<Record<SanctionKind, "warning" | "error">> = {
  cancellation: "warning",
  revocation: "error",
};

/** The way of false papers that says what a kind brings. */
export const routeOfKind: Readonly<Record<SanctionKind, string>> = {
  cancellation: "at_appraisal",
  revocation: "within_validity",
};
