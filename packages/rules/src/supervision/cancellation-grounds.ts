import { articleOfAct } from "../lifecycle/of-policy.ts";
import type { SanctionGround } from "../lifecycle/supervision/sanctions.ts";
import type { PolicyDocument } from "../policy/schema.ts";
import { type CheckOnRecord, wasAbsentWithoutReason, wasFalsified } from "./checks-on-record.ts";
import { type ConsecutiveFailures, consecutiveFailures } from "./consecutive-failures.ts";

/** A ground on which the city may cancel a title, with the checks that prove it. The system proposes; the city decides. */
export interface CancellationGround {
  readonly ground: Exclude<SanctionGround, "unlawful_conduct">;
  readonly certainty: "definite" | "undetermined";
  readonly article: string;
  readonly checks: readonly string[];
  /** How the two ways of counting see the sequence; null for the grounds that need none. */
  readonly sequence: ConsecutiveFailures | null;
}

/**
 * The grounds of a cancellation (第十三条) that a title's checks hold: an absence without reason and a falsification suffice each by itself once found
 * after a hearing; of two consecutive failures, see {@link consecutiveFailures}.
 *
 * @param checks of one title, in any order
 */
export function groundsForCancellation(
  checks: readonly CheckOnRecord[],
  policy: Pick<PolicyDocument, "supervision" | "lifecycle">,
): readonly CancellationGround[] {
  const article = articleOfAct(policy, "certifications", "cancel");
  const found = (ground: CancellationGround["ground"], proof: readonly CheckOnRecord[]): CancellationGround[] =>
    proof.length === 0
      ? []
      : [{ ground, certainty: "definite", article, checks: proof.map(({ id }) => id), sequence: null }];
  const sequence = consecutiveFailures(checks, policy);
  const { certainty } = sequence;
  return [
    ...found("absent_without_reason", checks.filter(wasAbsentWithoutReason)),
    ...found("falsified_appraisal", checks.filter(wasFalsified)),
    ...(certainty === "none"
      ? []
      : [{ ground: "consecutive_failures" as const, certainty, article, checks: sequence.checks, sequence }]),
  ];
}
