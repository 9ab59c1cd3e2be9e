import { attempt, type Outcome } from "../api/outcome.ts";
import type { PolicyDetail } from "../api/types.ts";

/** What the pages read of a policy. A criterion that is a `line` counts towards another and decides nothing by itself. */
export type PolicyView = Omit<PolicyDetail, "criteria"> & {
  criteria: (PolicyDetail["criteria"][number] & {
    line?: boolean;
    enquiry?: { title: string; text: string } | null;
  })[];
};

/**
 * Reads a policy: the version of a day, as a result names it, or, with an id of null, the present version of the one
 * the portal is about, which its server lists first.
 */
export function readPolicy(id: string | null, asOf: string | null): Promise<Outcome<PolicyView>> {
  return attempt(async (client) => {
    const wanted = id ?? (await client.listPolicies())[0]?.id;
    if (wanted === undefined) throw new Error("The server lists no policy");
    return client.readPolicy(wanted, asOf ?? undefined);
  });
}
