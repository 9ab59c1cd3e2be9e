/** For measuring how well questions are answered: what is found, and how much of the question it covers. */
export { type ArticleIndex, indexArticles } from "../src/article-search/search.ts";
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
