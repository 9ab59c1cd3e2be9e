export {
  type Applicant,
  type ApplicantOptions,
  applicantDay,
  completeApplicant,
  contradictoryApplicant,
} from "./applicants.ts";
export { usccOf } from "./drawing/values.ts";
export { changed, type FormChange, withEveryRow, withRow } from "./forms/changed.ts";
export { type SampleFormOptions, sampleContext, sampleForm } from "./forms/sample-form.ts";
export { zhengzhouPolicy } from "./policy.ts";
export { type ProofSize, proveProperty, proveRules, ruleProperties } from "./prove-rules.ts";
