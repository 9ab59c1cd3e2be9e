import { shippedPolicies } from "../policies/index.ts";
import { compilePolicy } from "../src/policy/compile.ts";
import type { Policy } from "../src/policy/policy.ts";

/** The shipped Zhengzhou policy, compiled once for all tests of a process. */
export const zhengzhouPolicy: Policy = compilePolicy(
  shippedPolicies.find((policy) => policy.id === "zhengzhou-sme-platform"),
);
