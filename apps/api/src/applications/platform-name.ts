import { type Database, findApplicationSection } from "@shifan/db";
import type { Policy } from "@shifan/rules";
import { valuesOfSection } from "./form.ts";

/** The fact that names the platform. */
const platformNameFact = "platform_name";

/** Where the form of a policy names the platform; null where it does not. */
export function placeOfPlatformName({ forms }: Policy): { section: string; field: string } | null {
  for (const { id, fields } of forms.sections.values()) {
    const field = fields.find(({ fact }) => fact === platformNameFact);
    if (field !== undefined) return { section: id, field: field.id };
  }
  return null;
}

/** What a section says at a place; null where nothing is given. */
export function nameIn(data: unknown, field: string): string | null {
  const value = valuesOfSection({ data })[field];
  return typeof value === "string" && value !== "" ? value : null;
}

/** What the form calls the platform, else the name of the organization. */
export async function findPlatformName(
  database: Database,
  policy: Policy,
  { id, organizationName }: { id: string; organizationName: string },
): Promise<string> {
  const place = placeOfPlatformName(policy);
  const section = place && (await findApplicationSection(database, id, place.section));
  return (section && nameIn(section.data, place.field)) || organizationName;
}
