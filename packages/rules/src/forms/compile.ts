import type { FactKind } from "../facts/kinds.ts";
import { PolicyError } from "../policy/error.ts";
import type { Mark } from "../policy/expressions.ts";
import type { PolicyDocument } from "../policy/schema.ts";
import type { FieldDocument } from "./fields.ts";
import type { FormField, FormList, FormSection, Forms } from "./forms.ts";
import { checkReferences } from "./references.ts";
import { supplementOf } from "./supplement.ts";

interface Holder {
  readonly id: string;
  readonly article: string;
  readonly mark: Mark;
}

function fieldOf(field: FieldDocument, holder: Holder, document: PolicyDocument): FormField {
  const options =
    field.options_from === "districts"
      ? document.districts.map(({ id, name }) => ({ value: id, label: name }))
      : field.options;
  const isChoice = field.type === "choice" || field.type === "choices";
  if (isChoice !== (options !== undefined)) throw new PolicyError(`forms: ${holder.id}.${field.id}: options`);
  return {
    ...field,
    name: field.name ?? field.label,
    article: field.article ?? holder.article,
    mark: field.mark ?? holder.mark,
    options,
  };
}

export function fieldsOf(fields: readonly FieldDocument[], holder: Holder, document: PolicyDocument) {
  const made = fields.map((field) => fieldOf(field, holder, document));
  const byId = new Map(made.map((field) => [field.id, field]));
  if (byId.size < made.length) throw new PolicyError(`forms: ${holder.id}: two fields with one id`);
  for (const { id, unit_from } of made) {
    if (unit_from !== undefined && !byId.has(unit_from)) throw new PolicyError(`forms: ${holder.id}.${id}: unit_from`);
  }
  return { made, byId };
}

/** Personal data of third persons is sealed by row: a section has no place for it. */
function refusePersonal(holder: string, fields: readonly FormField[]): void {
  const personal = fields.find((field) => field.personal);
  if (personal) throw new PolicyError(`forms: ${holder}.${personal.id}: personal data belongs in a list`);
}

/**
 * Puts the forms of a policy together, the supplement included.
 * @throws PolicyError that names the part whose reference leads nowhere.
 */
export function compileForms(document: PolicyDocument, factKinds: readonly FactKind[]): Forms {
  const sections = new Map<string, FormSection>();
  const lists = new Map<string, FormList>();
  const ids = new Set<string>();
  const claim = (id: string): void => {
    if (ids.has(id)) throw new PolicyError(`forms: two parts with the id ${id}`);
    ids.add(id);
  };
  for (const annex of document.forms.annexes) {
    for (const part of annex.parts) {
      claim(part.id);
      if (part.kind === "section") {
        const { made, byId } = fieldsOf(part.fields, part, document);
        refusePersonal(part.id, made);
        const { id, title, heading } = part;
        sections.set(id, { id, annex: annex.id, title, heading, fields: made, fieldsById: byId, groups: [] });
      } else if (part.kind === "list") {
        const { made, byId } = fieldsOf(part.columns, part, document);
        const { id, title, heading } = part;
        lists.set(id, { id, annex: annex.id, title, heading, columns: made, columnsById: byId, document: part });
      }
    }
  }
  const supplement = supplementOf(document, factKinds);
  if (supplement && document.forms.supplement) {
    const { id, title } = document.forms.supplement;
    claim(id);
    const { made, byId } = fieldsOf(supplement.fields, document.forms.supplement, document);
    refusePersonal(id, made);
    const { groups } = supplement;
    sections.set(id, { id, annex: null, title, heading: null, fields: made, fieldsById: byId, groups });
  }
  const { annexes, checks, derivations } = document.forms;
  const forms: Forms = { document: document.forms, annexes, sections, lists, checks, derivations };
  checkReferences(forms, document);
  return forms;
}
