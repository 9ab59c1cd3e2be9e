import type { FormData, FormValue, FormValues } from "../../src/forms/forms.ts";

/** Fields by reference "section.field", or rows by list: what a test changes of a form. */
export interface FormChange {
  readonly fields?: Readonly<Record<string, FormValue | null>>;
  readonly lists?: Readonly<Record<string, (rows: readonly FormValues[]) => readonly FormValues[]>>;
}

/** The form with some fields and lists changed; everything else is shared. */
export function changed(form: FormData, { fields = {}, lists = {} }: FormChange): FormData {
  const sections: Record<string, FormValues> = { ...form.sections };
  for (const [reference, value] of Object.entries(fields)) {
    const [section = "", field = ""] = reference.split(".");
    sections[section] = { ...sections[section], [field]: value };
  }
  const rows: Record<string, readonly FormValues[]> = { ...form.lists };
  for (const [list, change] of Object.entries(lists)) rows[list] = change(rows[list] ?? []);
  return { sections, lists: rows };
}

/** The rows with values of one of them changed. */
export const withRow =
  (index: number, values: FormValues) =>
  (rows: readonly FormValues[]): FormValues[] =>
    rows.map((row, at) => (at === index ? { ...row, ...values } : row));

/** Every row with the same values changed. */
export const withEveryRow =
  (values: FormValues) =>
  (rows: readonly FormValues[]): FormValues[] =>
    rows.map((row) => ({ ...row, ...values }));
