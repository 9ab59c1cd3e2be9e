import type { EvaluationContext } from "../evaluate/context.ts";
import type { Contradiction, Criterion } from "../evaluate/criteria.ts";
import type { Material } from "../evaluate/materials.ts";
import type { Status } from "../evaluate/status.ts";
import type { Absence } from "../facts/absences.ts";
import type { Facts } from "../facts/facts.ts";
import type { FactKind } from "../facts/kinds.ts";
import type { Forms } from "../forms/forms.ts";
import type { Quantity } from "../operators/model.ts";
import type { PolicyDocument } from "./schema.ts";

/** A screen of the conversation, compiled. */
export interface Question {
  readonly document: PolicyDocument["questions"][number];
  /** Whether a fact that only a warning depends on is worth asking on this screen yet. */
  isAlsoAsked(fact: string, facts: Facts, context: EvaluationContext): boolean;
}

/** A policy version ready to evaluate. Immutable; safe to share between requests. */
export interface Policy {
  readonly id: string;
  readonly version: number;
  readonly document: PolicyDocument;
  readonly factKinds: readonly FactKind[];
  readonly factIndexes: ReadonlyMap<string, number>;
  readonly criteria: readonly Criterion[];
  readonly contradictions: readonly Contradiction[];
  /** What is read into the slots of facts that are not known. */
  readonly absences: readonly Absence[];
  readonly materials: readonly Material[];
  readonly questions: readonly Question[];
  readonly forms: Forms;
  /** A status for each criterion before any is judged. */
  readonly openStatuses: readonly Status[];
  /** Rank of each fact in the order worth asking. */
  readonly askingOrder: readonly number[];
  readonly submissionDate: number;
  readonly roundYear: Quantity;
  readonly alternativesOf: number;
}
