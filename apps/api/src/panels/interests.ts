import {
  type ApplicationRow,
  type Database,
  type ExpertRow,
  findApplicationSection,
  listApplicationRows,
  listOrganizationNames,
} from "@shifan/db";
import { normaliseName, type Policy } from "@shifan/rules";
import { valuesOfSection } from "../applications/form.ts";
import { placeOfPlatformName } from "../applications/platform-name.ts";

/** The lists of annex 2 that name who takes part in a platform, and the column that does. */
const listsOfParties = [
  ["partners", "partner_name"],
  ["investors", "investor_name"],
] as const;

/**
 * Whoever has an interest in a case by their name: the applicant under every name that it has had, its partner organizations and its investors
 * (第四条). As names are compared.
 */
export async function listParties(
  database: Database,
  application: ApplicationRow,
  policy: Policy,
): Promise<ReadonlySet<string>> {
  const names = (await listOrganizationNames(database, application.organizationId)).map(({ name }) => name);
  const place = placeOfPlatformName(policy);
  const cover = place && (await findApplicationSection(database, application.id, place.section));
  if (cover) names.push(String(valuesOfSection(cover)[place.field] ?? ""));
  for (const [list, column] of listsOfParties) {
    const rows = await listApplicationRows(database, application.id, list);
    names.push(...rows.map((row) => String(valuesOfSection(row)[column] ?? "")));
  }
  return new Set(names.map(normaliseName).filter((name) => name !== ""));
}

/** Whether an expert works for one of the parties. */
export function isEmployedBy(parties: ReadonlySet<string>, { employer }: Pick<ExpertRow, "employer">): boolean {
  return parties.has(normaliseName(employer));
}
