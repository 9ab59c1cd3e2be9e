export {
  type Applicant,
  type ApplicantOptions,
  applicantDay,
  completeApplicant,
  contradictoryApplicant,
} from "./applicants.ts";
export { zhengzhouPolicy } from "./policy.ts";
export { type ProofSize, proveProperty, proveRules, ruleProperties } from "./prove-rules.ts";
