import { compilePolicy, type Policy, selectPolicy } from "@shifan/rules";
import { shippedPolicies } from "@shifan/rules/shipped";
import { AS_OF } from "./applicants.ts";

/** The policy under which all applicants are judged. */
export function policyInForce(): Policy {
  const policies = shippedPolicies.map((document) => compilePolicy(document));
  const selected = selectPolicy(policies, "zhengzhou-sme-platform", AS_OF);
  if (!selected.ok) throw new Error(`no policy in force on ${AS_OF}: ${selected.code}`);
  return selected.policy;
}
