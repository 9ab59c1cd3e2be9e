import type { FieldError } from "../facts/errors.ts";
import type { Policy } from "../policy/policy.ts";
import { FormCase } from "./form-case.ts";
import type { FormContext, FormData, FormField, FormList, FormValue } from "./forms.ts";

/** Nobody fills in more at once. */
const maximum = 100;

/**
 * What an annex still needs to be complete (第九条（一）: all parts present): required fields, rows of required years, and
 * lists that need rows and have none. Whether enough rows are there is for the cross-checks.
 * @returns the first 100, as JSON pointers into the form data
 */
export function missingFields(policy: Policy, annexId: string, form: FormData, context: FormContext): FieldError[] {
  const formCase = new FormCase(policy, form, context);
  const missing: FieldError[] = [];
  const note = (path: string, name: string, article: string): void => {
    if (missing.length < maximum) missing.push({ path, code: "missing", message: `“${name}”还没有填（${article}）。` });
  };
  const need = (field: FormField, value: FormValue | null, pointer: string, name: string): void => {
    if (field.required && value === null) note(pointer, name, field.article);
  };
  const needRows = ({ id, title, columns, document }: FormList): void => {
    const rows = formCase.rows(id);
    for (const { year, required } of document.yearly?.rows ?? []) {
      if (!required || formCase.rowOfYear(id, year) !== null) continue;
      note(`/lists/${id}`, `${title}${formCase.calendarYear(year)}年`, document.article);
    }
    if (rows.length === 0 && document.least_rows) note(`/lists/${id}`, title, document.article);
    for (let row = 0; row < rows.length && missing.length < maximum; row++) {
      for (const column of columns) {
        const { value, pointer } = formCase.cell(id, row, column.id);
        need(column, value, pointer, `${title}第${row + 1}行${column.name}`);
      }
    }
  };
  for (const { id, annex, fields } of policy.forms.sections.values()) {
    if (annex !== annexId) continue;
    for (const field of fields) {
      const { value, pointer } = formCase.place(`${id}.${field.id}`);
      need(field, value, pointer, field.name);
    }
  }
  for (const list of policy.forms.lists.values()) if (list.annex === annexId) needRows(list);
  return missing;
}
