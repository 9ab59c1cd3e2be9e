import type { FactKind } from "../facts/kinds.ts";
import { fieldsOf } from "../forms/compile.ts";
import type { FieldDocument } from "../forms/fields.ts";
import type { FormField, FormList, Forms } from "../forms/forms.ts";
import { fieldOfFact } from "../forms/supplement.ts";
import { PolicyError } from "../policy/error.ts";
import type { PolicyDocument } from "../policy/schema.ts";
import type { HalvesRule, ReportFieldDocument, ReportFormDocument } from "./report-form-schema.ts";

export interface ReportFigure {
  readonly field: FormField;
  readonly halves: HalvesRule;
  /** What of the list of served enterprises it is; null where it is not counted there. */
  readonly counts: NonNullable<ReportFormDocument["figures"][number]["counts"]> | null;
}

/** The form of a service report, every field with its words from where they have their source. */
export interface ReportForm {
  readonly title: string;
  readonly article: string;
  readonly fields: readonly FormField[];
  readonly fieldsById: ReadonlyMap<string, FormField>;
  readonly figures: readonly ReportFigure[];
  readonly texts: readonly FormField[];
  /** The columns of the list of served enterprises; null where the policy keeps none. */
  readonly servedList: FormList | null;
}

/** The field that another form has, or the fact. @throws PolicyError when there is none */
function takenField(takes: string, document: PolicyDocument, forms: Forms, kinds: readonly FactKind[]): FieldDocument {
  const [part = "", id = ""] = takes.split(".");
  const field = forms.sections.get(part)?.fieldsById.get(id) ?? forms.lists.get(part)?.columnsById.get(id);
  if (field !== undefined) return field;
  const index = document.facts.findIndex((fact) => fact.id === takes);
  const fact = document.facts[index];
  const kind = kinds[index];
  if (fact === undefined || kind === undefined) throw new PolicyError(`report form: no field or fact ${takes}`);
  return fieldOfFact(fact, kind, document);
}

/** A field as the report has it: what it takes from elsewhere keeps its words, and nothing of how it stands in its own form. */
function reportField(
  field: ReportFieldDocument,
  document: PolicyDocument,
  forms: Forms,
  kinds: readonly FactKind[],
): FieldDocument {
  if (!("takes" in field)) return field;
  const { id, takes, required, note, unit_from, name: own } = field;
  const from = takenField(takes, document, forms, kinds);
  const { type, options, negative, most, longest } = from;
  const words = own ?? from.name ?? from.label;
  return {
    id,
    label: words,
    name: words,
    type,
    required,
    printed: true,
    personal: false,
    unit: unit_from === undefined ? from.unit : undefined,
    unit_from,
    options,
    negative,
    most,
    longest,
    note: note ?? from.note,
  };
}

/**
 * Puts the form of the service reports together.
 * @throws PolicyError that names the field whose reference leads nowhere
 */
export function compileReportForm(document: PolicyDocument, forms: Forms, kinds: readonly FactKind[]): ReportForm {
  const { report_form: form } = document.supervision;
  const holder = { id: "report form", article: form.article, mark: form.mark };
  const figures = form.figures.map(({ field }) => reportField(field, document, forms, kinds));
  const texts = form.texts.map((field) => reportField(field, document, forms, kinds));
  const { made, byId } = fieldsOf([...figures, ...texts], holder, document);
  const servedList = form.served_list === null ? null : forms.lists.get(form.served_list);
  if (servedList === undefined) throw new PolicyError(`report form: no list ${form.served_list}`);
  if (servedList === null && form.figures.some(({ counts }) => counts !== undefined)) {
    throw new PolicyError("report form: a figure is counted and there is no list");
  }
  return {
    title: form.title,
    article: form.article,
    fields: made,
    fieldsById: byId,
    figures: form.figures.map(({ halves, counts = null }, at) => ({ field: made[at] as FormField, halves, counts })),
    texts: made.slice(figures.length),
    servedList,
  };
}
