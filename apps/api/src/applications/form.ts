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

/** Where the form of a policy asks for a fact; null where it does not. */
export function placeOfFact({ forms }: Policy, sought: string): { section: string; field: string } | null {
  for (const { id, fields } of forms.sections.values()) {
    const field = fields.find(({ fact }) => fact === sought);
    if (field !== undefined) return { section: id, field: field.id };
  }
  return null;
}

/** A row of a list with the id that stays with it. */
export type FormRow = { readonly rowId: string; readonly values: FormValues };

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
  const rows = await readRows(database, keys, policy, applicationId);
  const lists = Object.entries(rows).map(([list, own]) => [list, own.map(({ values }) => values)]);
  return { sections: await readSections(database, applicationId), lists: Object.fromEntries(lists) };
}

/** The sections that something has been written in. */
export async function readSections(database: Database, applicationId: string): Promise<Record<string, FormValues>> {
  const sections = await listApplicationSections(database, applicationId);
  return Object.fromEntries(sections.map((section) => [section.section, valuesOfSection(section)]));
}

/** The rows of each list that has any, in their order, personal values opened. @throws as `readForm` */
export async function readRows(
  database: Database,
  keys: PersonalKeys,
  policy: Policy,
  applicationId: string,
): Promise<Record<string, FormRow[]>> {
  const lists: Record<string, FormRow[]> = {};
  for (const row of await listApplicationRows(database, applicationId)) {
    const list = policy.forms.lists.get(row.list);
    if (list === undefined) throw new Error(`the policy of the application ${applicationId} has no list ${row.list}`);
    const rows = lists[row.list] ?? [];
    rows.push({ rowId: row.rowId, values: valuesOfRow(list, row, keys) });
    lists[row.list] = rows;
  }
  return lists;
}
