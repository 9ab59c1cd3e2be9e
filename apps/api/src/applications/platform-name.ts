import { type Database, listSectionOfApplications } from "@shifan/db";
import type { Policy } from "@shifan/rules";
import { placeOfFact, valuesOfSection } from "./form.ts";

/** The fact that names the platform, as the annexes have it. */
export const platformNameFact = "platform_name";

/** Where the form of a policy names the platform; null where it does not. */
export function placeOfPlatformName(policy: Policy): { section: string; field: string } | null {
  return placeOfFact(policy, platformNameFact);
}

/** What a section says at a place; null where nothing is given. */
function nameIn(data: unknown, field: string): string | null {
  const value = valuesOfSection({ data })[field];
  return typeof value === "string" && value !== "" ? value : null;
}

/** What the forms call their platforms, by application; one that names none bears the name of its organization. */
export async function findPlatformNames(
  database: Database,
  policy: Policy,
  cases: readonly { readonly id: string; readonly organizationName: string }[],
): Promise<ReadonlyMap<string, string>> {
  const place = placeOfPlatformName(policy);
  const ids = cases.map(({ id }) => id);
  const sections = place === null ? [] : await listSectionOfApplications(database, ids, place.section);
  const named = new Map(sections.map(({ applicationId, data }) => [applicationId, nameIn(data, place?.field ?? "")]));
  return new Map(cases.map(({ id, organizationName }) => [id, named.get(id) ?? organizationName]));
}
