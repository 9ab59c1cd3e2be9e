import type { Refusal, RefusalCode } from "@shifan/rules";

/** What became of an act. */
export type ActOutcome<Result> =
  | { readonly kind: "accepted"; readonly result: Result; readonly revision: number }
  /** There is no such record, or none that the caller may know of. */
  | { readonly kind: "unknown" }
  /** The caller looked at an older state of the record than the present one. */
  | { readonly kind: "stale"; readonly revision: number; readonly state: string }
  | {
      readonly kind: "refused";
      readonly code: RefusalCode;
      readonly params: Refusal["params"];
      readonly article: string | null;
    };
