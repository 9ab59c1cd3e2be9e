import type { Me } from "@shifan/contract";
import { roleLabels } from "@shifan/contract/labels";

/** The office of a grant: 金水区, 市工信局; a stand-in's says so. @param districts names by id */
export function officeOf(grant: Me["grants"][number], districts: ReadonlyMap<string, string>): string {
  const office = (grant.district === null ? null : districts.get(grant.district)) ?? roleLabels[grant.role];
  return grant.onBehalfOf === null ? office : `代管${office}`;
}
