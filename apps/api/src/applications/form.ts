import {
  type ApplicationListEntry,
  type ApplicationSectionRow,
  type Database,
  listApplicationRows,
  listApplicationSections,
  openMap,
  type PersonalKeys,
} from "@shifan/db";
import type { FormData, FormValues } from "@shifan/rules";

/** The values of a kept section. */
export function valuesOfSection({ data }: Pick<ApplicationSectionRow, "data">): FormValues {
  return data as FormValues;
}

/** The values of a kept row, personal ones opened. @throws SealError when one was changed behind the product's back */
export function valuesOfRow(
  { data, personal }: Pick<ApplicationListEntry, "data" | "personal">,
  keys: PersonalKeys,
): FormValues {
  return { ...(data as FormValues), ...openMap(keys, personal) };
}

/** The whole form of an application, as the rules read it. */
export async function readForm(database: Database, keys: PersonalKeys, applicationId: string): Promise<FormData> {
  const sections: Record<string, FormValues> = {};
  for (const section of await listApplicationSections(database, applicationId)) {
    sections[section.section] = valuesOfSection(section);
  }
  const lists: Record<string, FormValues[]> = {};
  for (const row of await listApplicationRows(database, applicationId)) {
    const rows = lists[row.list] ?? [];
    rows.push(valuesOfRow(row, keys));
    lists[row.list] = rows;
  }
  return { sections, lists };
}
