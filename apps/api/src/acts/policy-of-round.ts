import type { RoundRow } from "@shifan/db";
import type { Policy } from "@shifan/rules";
import type { PolicyCatalog } from "../policies/catalog.ts";
import type { ProcedureServices } from "./services.ts";

/** The version of the policy that is handled here which is the newest in force on a day, by default today. @throws Error when there is none */
export function policyInForce(
  { catalog, clock, defaultPolicy }: Pick<ProcedureServices, "catalog" | "clock" | "defaultPolicy">,
  day: string = clock.today(),
): Promise<Policy> {
  return policyOfRound(catalog, { policyId: defaultPolicy, policyVersion: null }, day);
}

/**
 * The policy version of a round: the one fixed when it opened; before, the newest that is in force today.
 *
 * @throws Error when there is none: then this release cannot handle the round at all
 */
export async function policyOfRound(
  catalog: PolicyCatalog,
  round: Pick<RoundRow, "policyId" | "policyVersion">,
  today: string,
): Promise<Policy> {
  if (round.policyVersion !== null) {
    const fixed = await catalog.find(round.policyId, round.policyVersion);
    if (fixed === null) throw new Error(`the policy version ${round.policyId}@${round.policyVersion} is missing`);
    return fixed;
  }
  const newest = catalog
    .all()
    .filter(({ id, document }) => id === round.policyId && document.selectable_from.date <= today)
    .at(-1);
  if (newest === undefined) throw new Error(`no version of ${round.policyId} is in force on ${today}`);
  return newest;
}
