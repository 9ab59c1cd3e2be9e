import {
  type ApplicationSectionRow,
  type Database,
  listApplicationRows,
  listApplicationSections,
  type PersonalKeys,
} from "@shifan/db";
import type { FormData, FormValues, Policy } from "@shifan/rules";
import { valuesOfRow } from "./row-values.ts";

/** The values of a kept section. */
export function valuesOfSection({ data }: Pick<ApplicationSectionRow, "data">): FormValues {
  return data as FormValues;
}

/**
 * The whole form of an application, as the rules read it.
 *
 * @throws SealError when a personal value was changed behind the product's back, Error when a list is kept that its policy does not know
 */
export async function readForm(
  database: Database,
  keys: PersonalKeys,
  policy: Policy,
  applicationId: string,
): Promise<FormData> {
  const sections: Record<string, FormValues> = {};
  for (const section of await listApplicationSections(database, applicationId)) {
    sections[section.section] = valuesOfSection(section);
  }
  const lists: Record<string, FormValues[]> = {};
  for (const row of await listApplicationRows(database, applicationId)) {
    const list = policy.forms.lists.get(row.list);
    if (list === undefined) throw new Error(`the policy of the application ${applicationId} has no list ${row.list}`);
    const rows = lists[row.list] ?? [];
    rows.push(valuesOfRow(list, row, keys));
    lists[row.list] = rows;
  }
  return { sections, lists };
}
