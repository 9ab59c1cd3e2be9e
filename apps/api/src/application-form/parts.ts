import type { FormPart } from "@shifan/contract";
import type { FormField, FormList, FormSection, Policy } from "@shifan/rules";

/*
 * The parts of the forms that the applicant fills in. What the district fills in (附件1) is not among them: the survey is hidden from the
 * applicant, and has acts of its own.
 */

function isApplicants(policy: Policy, annexId: string | null): boolean {
  return annexId === null || policy.forms.annexes.some(({ id, by }) => id === annexId && by === "applicant");
}

export function sectionsOfForm(policy: Policy): readonly FormSection[] {
  return [...policy.forms.sections.values()].filter(({ annex }) => isApplicants(policy, annex));
}

export function listsOfForm(policy: Policy): readonly FormList[] {
  return [...policy.forms.lists.values()].filter(({ annex }) => isApplicants(policy, annex));
}

/** Null where the form has no such section. */
export function findSection(policy: Policy, id: string): FormSection | null {
  const section = policy.forms.sections.get(id);
  return section !== undefined && isApplicants(policy, section.annex) ? section : null;
}

/** Null where the form has no such list. */
export function findList(policy: Policy, id: string): FormList | null {
  const list = policy.forms.lists.get(id);
  return list !== undefined && isApplicants(policy, list.annex) ? list : null;
}

/** What the form asks, part by part, as a page draws it. */
export function describeParts(policy: Policy): FormPart[] {
  return [
    ...sectionsOfForm(policy).map(({ id, title, fields }) => describePart("section", id, title, fields)),
    ...listsOfForm(policy).map(({ id, title, columns }) => describePart("list", id, title, columns)),
  ];
}

function describePart(kind: FormPart["kind"], id: string, title: string, fields: readonly FormField[]): FormPart {
  return {
    kind,
    id,
    title,
    fields: fields.map((field) => ({
      id: field.id,
      name: field.name,
      type: field.type,
      unit: field.unit ?? null,
      isPersonal: field.personal,
      options: field.options ?? [],
    })),
  };
}
