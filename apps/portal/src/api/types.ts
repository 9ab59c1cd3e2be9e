import type { Assessment, CriterionResult, MaterialResult } from "@shifan/contract/client";

export type {
  Assessment,
  ChatFactAnswer,
  Choice,
  CriterionResult,
  MaterialResult,
  Message,
  PolicyDetail,
  QuestionInput,
  TranscriptEntry,
  Turn,
  Warning,
} from "@shifan/contract/client";

export type Verdict = Assessment["verdict"];
export type InForce = Assessment["policy"]["inForce"];
export type CriterionStatus = CriterionResult["status"];
export type Requirement = NonNullable<CriterionResult["required"]>;
export type MaterialStatus = MaterialResult["status"];
export type MaterialPartResult = MaterialResult["parts"][number];
