import type { Assessment, CriterionStatus } from "../assessment/schema.ts";
import type { Alternatives } from "../evaluate/alternatives.ts";
import type { Cases } from "../evaluate/cases.ts";
import type { EvaluationContext } from "../evaluate/context.ts";
import type { Contradiction, Criterion, WarningRule } from "../evaluate/criteria.ts";
import type { FactList } from "../evaluate/fact-list.ts";
import type { Judging } from "../evaluate/judging.ts";
import type { KeptMaterials } from "../evaluate/kept-materials.ts";
import type { KeptResults } from "../evaluate/kept-results.ts";
import type { Material } from "../evaluate/materials.ts";
import type { Absences } from "../facts/absences.ts";
import type { Facts } from "../facts/facts.ts";
import type { FactKind } from "../facts/kinds.ts";
import type { Forms } from "../forms/forms.ts";
import type { Quantity } from "../operators/model.ts";
import type { ReportForm } from "../supervision/report-form.ts";
import type { PolicyDocument } from "./schema.ts";

/** A screen of the conversation, compiled. */
export interface Question {
  readonly document: PolicyDocument["questions"][number];
  /** Whether a fact that only a warning depends on is worth asking on this screen yet. */
  isAlsoAsked(fact: string, facts: Facts, context: EvaluationContext): boolean;
}

/** A policy version ready to evaluate. Safe to share between requests: what a run leaves behind, no later one sees. */
export interface Policy {
  readonly id: string;
  readonly version: number;
  readonly document: PolicyDocument;
  /** What every assessment says of the policy and of what is left to experts. */
  readonly heading: Assessment["policy"];
  readonly expert: Assessment["expert"];
  readonly factKinds: readonly FactKind[];
  readonly factIndexes: ReadonlyMap<string, number>;
  readonly criteria: readonly Criterion[];
  /** Those that decide the verdict and that a day may bring. */
  readonly dated: readonly Criterion[];
  /** Those whose failure bars from applying again. */
  readonly barring: readonly Criterion[];
  readonly contradictions: readonly Contradiction[];
  /** What is read into the slots of facts that are not known. */
  readonly absences: Absences;
  readonly materials: readonly Material[];
  readonly materialWarnings: readonly WarningRule[];
  /** What is said of them. */
  readonly keptMaterials: KeptMaterials;
  readonly questions: readonly Question[];
  readonly forms: Forms;
  readonly reportForm: ReportForm;
  /** A status for each criterion before any is judged. */
  readonly openStatuses: readonly CriterionStatus[];
  readonly cases: Cases;
  readonly judging: Judging;
  /** What is said of the criteria. */
  readonly keptResults: KeptResults;
  /** Rank of each fact in the order worth asking. */
  readonly askingOrder: readonly number[];
  /** Where facts are gathered in the order worth asking. */
  readonly missing: FactList;
  readonly submissionDate: number;
  readonly roundYear: Quantity;
  readonly alternativesOf: number;
  readonly alternatives: Alternatives;
}
