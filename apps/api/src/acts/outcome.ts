import type { Refusal, RefusalCode } from "@shifan/rules";

/** What of an input cannot stand, by its place; `cell` names the place in a spreadsheet, `row` what stands in its row, by column. */
export type InputErrors = readonly {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly cell?: string | undefined;
  readonly row?: Record<string, string> | undefined;
}[];

/** What became of an act. */
export type ActOutcome<Result> =
  | { readonly kind: "accepted"; readonly result: Result; readonly revision: number }
  /** There is no such record, or none that the caller may know of. */
  | { readonly kind: "unknown" }
  /** The caller looked at an older state of the record than the present one. */
  | { readonly kind: "stale"; readonly revision: number; readonly state: string }
  /** What the act brings cannot be. */
  | { readonly kind: "invalid"; readonly errors: InputErrors }
  | {
      readonly kind: "refused";
      readonly code: RefusalCode;
      readonly params: Refusal["params"];
      readonly article: string | null;
    };

/** What became of making a record: nobody can have an older state of it. */
export type CreationOutcome<Result> = Exclude<ActOutcome<Result>, { kind: "stale" }>;

export function invalid(...errors: InputErrors): { readonly kind: "invalid"; readonly errors: InputErrors } {
  return { kind: "invalid", errors };
}
