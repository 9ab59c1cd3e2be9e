import type { FormPart } from "@shifan/contract";
import { calendarYear, type FormField, type FormList, type FormSection, type Policy } from "@shifan/rules";

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

/** The ids of the applicant's parts as the paper has them: the cover, then by the table of contents; what no paper prints comes last. */
function orderOnPaper({ forms }: Policy): readonly string[] {
  const printed = forms.annexes.flatMap(({ by, parts, contents }) => {
    if (by !== "applicant") return [];
    const listed = contents?.items.flatMap((item) => item.parts) ?? [];
    return [...parts.map(({ id }) => id).filter((id) => !listed.includes(id)), ...listed];
  });
  return [...printed, ...[...forms.sections.values()].filter(({ annex }) => annex === null).map(({ id }) => id)];
}

/** What the form asks, part by part in the order of the paper, as a page draws it. @param roundYear 申报年度, from which the years of a list follow */
export function describeParts(policy: Policy, roundYear: number): FormPart[] {
  return orderOnPaper(policy).flatMap((id) => {
    const section = policy.forms.sections.get(id);
    if (section !== undefined) return [describeSection(policy, section)];
    const list = policy.forms.lists.get(id);
    return list === undefined ? [] : [describeList(list, roundYear)];
  });
}

function describeSection(policy: Policy, { id, title, fields, groups }: FormSection): FormPart {
  return {
    kind: "section",
    id,
    title,
    fields: fields.map((field) => describeField(field, namesake(policy, field))),
    groups: groups.map((group) => ({ title: group.title, fields: [...group.fields] })),
    leastRows: null,
    mostRows: null,
    years: [],
  };
}

function describeList({ id, title, columns, document }: FormList, roundYear: number): FormPart {
  return {
    kind: "list",
    id,
    title,
    fields: columns.map((column) => describeField(column, null)),
    groups: [],
    leastRows: document.least_rows?.value ?? null,
    mostRows: document.most_rows.value,
    years: (document.yearly?.rows ?? []).map(({ year, required }) => ({
      year: calendarYear(roundYear, year),
      isRequired: required,
    })),
  };
}

/** What the field is called whose value holds where nothing is written in this one. */
function namesake({ forms }: Policy, { same_as }: FormField): string | null {
  const [section = "", field = ""] = same_as?.split(".") ?? [];
  return forms.sections.get(section)?.fieldsById.get(field)?.name ?? null;
}

function describeField(
  { id, name, type, unit, note, required, personal, options }: FormField,
  sameAs: string | null,
): FormPart["fields"][number] {
  const notes = [note, sameAs === null ? undefined : `不写就同“${sameAs}”`].filter((each) => each !== undefined);
  return {
    id,
    name,
    type,
    unit: unit ?? null,
    note: notes.length === 0 ? null : notes.join("；"),
    isRequired: required && sameAs === null,
    isPersonal: personal,
    options: options ?? [],
  };
}
