/** What a version of a policy does not state, though an act needs it. */
export type MissingOfPolicy =
  | { readonly kind: "figure"; readonly id: string }
  | { readonly kind: "article"; readonly act: string }
  | { readonly kind: "score_sheet" };

/** An act needs of a policy version what it does not state: nothing is put in its place. */
export class PolicyIncomplete extends Error {
  override readonly name = "PolicyIncomplete";
  readonly missing: MissingOfPolicy;

  constructor(message: string, missing: MissingOfPolicy) {
    super(message);
    this.missing = missing;
  }
}
