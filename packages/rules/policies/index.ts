import { type PolicyDocument, policySchema } from "../src/policy/schema.ts";
import { zhengzhou } from "./zhengzhou-sme-platform/index.ts";

/** Every policy document that the product ships. Immutable: a change of the law is a new version. */
export const shippedPolicies: readonly PolicyDocument[] = [policySchema.parse(zhengzhou)];
