import { type PolicyDetail, policyDetailSchema } from "@shifan/contract";
import { policyId } from "./evaluation.ts";
import { request } from "./http.ts";

/** The policy in force, as the server publishes it. */
export async function readPolicy(url: string): Promise<PolicyDetail> {
  return policyDetailSchema.parse((await request(`${url}/api/v1/policies/${policyId}`)).body);
}
