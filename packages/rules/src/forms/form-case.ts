import type { Policy } from "../policy/policy.ts";
import { type Body, bodiesOf } from "./bodies.ts";
import type { FormYear } from "./figures.ts";
import { formValue } from "./form-value.ts";
import type { FormContext, FormData, FormField, FormValue, FormValues } from "./forms.ts";
import { normaliseName } from "./texts.ts";

const yearsBack: Readonly<Record<FormYear, number>> = { base_year: 1, year_before: 2, two_years_before: 3 };

/** The calendar year that a year of a form is. @param roundYear 申报年度: Y of Y−1, Y−2, Y−3 */
export function calendarYear(roundYear: number, year: FormYear): number {
  return roundYear - yearsBack[year];
}

/** A value with its field and its JSON pointer in the form data. */
export interface Place {
  readonly field: FormField;
  readonly value: FormValue | null;
  readonly pointer: string;
  /** Position of the row; null for a field of a section. */
  readonly row: number | null;
}

/** One look at one form: what several checks read is worked out once. */
export class FormCase {
  readonly policy: Policy;
  readonly context: FormContext;
  private readonly form: FormData;
  private readonly bodies = new Map<string, readonly Body[]>();

  constructor(policy: Policy, form: FormData, context: FormContext) {
    this.policy = policy;
    this.form = form;
    this.context = context;
  }

  /** The day that stands for the submission: received-on, before it today. */
  get submissionDay(): string {
    return this.context.submissionDate ?? this.context.today;
  }

  calendarYear(year: FormYear): number {
    return calendarYear(this.context.roundYear, year);
  }

  /** The field that a reference "section.field" names, as checked when the policy was compiled. */
  place(reference: string): Place {
    const [section = "", id = ""] = reference.split(".");
    const field = this.policy.forms.sections.get(section)?.fieldsById.get(id) as FormField;
    const value = formValue(this.policy, this.form, reference);
    return { field, value, pointer: `/sections/${section}/${id}`, row: null };
  }

  rows(list: string): readonly FormValues[] {
    return this.form.lists[list] ?? [];
  }

  column(list: string, id: string): FormField {
    return this.policy.forms.lists.get(list)?.columnsById.get(id) as FormField;
  }

  cell(list: string, row: number, id: string): Place {
    const value = this.rows(list)[row]?.[id] ?? null;
    return { field: this.column(list, id), value, pointer: `/lists/${list}/${row}/${id}`, row };
  }

  /** Position of the one row of a year; two rows of one year say nothing. */
  rowOfYear(list: string, year: FormYear): number | null {
    const column = this.policy.forms.lists.get(list)?.document.yearly?.year ?? "";
    const wanted = this.calendarYear(year);
    const found = this.rows(list).flatMap((row, index) => (row[column] === wanted ? [index] : []));
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  bodiesOf(list: string): readonly Body[] {
    const known = this.bodies.get(list);
    if (known) return known;
    const document = this.policy.forms.lists.get(list);
    const bodies = document ? bodiesOf(document, this.rows(list)) : [];
    this.bodies.set(list, bodies);
    return bodies;
  }

  /** Whether a body of a list is the applicant itself, by code or by name. */
  isApplicant(body: Body): boolean {
    const { applicant } = this.policy.forms.document;
    if (!applicant) return false;
    const { value: name } = this.place(applicant.name);
    const { value: code } = this.place(applicant.code);
    if (code !== null && body.code === code) return true;
    return name !== null && normaliseName(body.name) === normaliseName(String(name));
  }
}
