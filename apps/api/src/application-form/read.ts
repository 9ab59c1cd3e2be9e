import type { ApplicationFormView } from "@shifan/contract";
import {
  type ApplicationListEntry,
  type ApplicationListSummary,
  type ApplicationRow,
  emptyApplicationList,
  findApplication,
  findApplicationRow,
  findApplicationSection,
  listApplicationRows,
  listApplicationRowsBetween,
  listApplicationSections,
  summarizeApplicationLists,
} from "@shifan/db";
import {
  type Actor,
  type FormList,
  type FormSection,
  type FormValues,
  type Grant,
  type Policy,
  permittingGrant,
} from "@shifan/rules";
import { noteRead } from "../acts/note-read.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { valuesOfSection } from "../applications/form.ts";
import { policyOfApplication, relationOfApplication, yearOfApplication } from "../applications/subject.ts";
import { describeParts, findList, findSection, listsOfForm, sectionsOfForm } from "./parts.ts";
import { mayOpenPersonalData, personalFields, shownValues } from "./personal.ts";

/** A form that the reader may see, and how much of it. */
export type ReadableForm = {
  readonly application: ApplicationRow;
  readonly policy: Policy;
  readonly actor: Actor;
  readonly grant: Grant;
};

/** Values as they go over the wire. */
export type ShownValues = { [field: string]: string | number | boolean | string[] | null };
export type SectionView = { readonly revision: number; readonly values: ShownValues };
export type RowView = {
  readonly rowId: string;
  readonly position: number;
  readonly revision: number;
  readonly values: ShownValues;
};

/** The form of an application; null where there is none that the reader may see. */
export async function findReadableForm(
  services: ProcedureServices,
  actor: Actor,
  id: string,
): Promise<ReadableForm | null> {
  const application = await findApplication(services.database, id);
  if (application === null) return null;
  const relation = relationOfApplication(application);
  const opening = { ...actor, grants: actor.grants.filter(({ role }) => mayOpenPersonalData(role)) };
  const grant =
    permittingGrant(opening, "applications", "read", relation) ??
    permittingGrant(actor, "applications", "read", relation);
  if (grant === null) return null;
  return { application, policy: await policyOfApplication(services, services.database, application), actor, grant };
}

/** How every part stands: sections with their values, lists by their number of rows. */
export async function readWholeForm(
  { database }: ProcedureServices,
  { application, policy }: ReadableForm,
): Promise<ApplicationFormView> {
  const kept = new Map((await listApplicationSections(database, application.id)).map((each) => [each.section, each]));
  const summaries = await summarizeApplicationLists(database, application.id);
  return {
    parts: describeParts(policy, await yearOfApplication(database, application)),
    dataVersion: application.dataVersion,
    sections: Object.fromEntries(
      sectionsOfForm(policy).map((section) => [section.id, viewOfSection(section, kept.get(section.id) ?? null)]),
    ),
    lists: Object.fromEntries(
      listsOfForm(policy).map(({ id }) => {
        const { rows, tag } = summaries.get(id) ?? emptyApplicationList;
        return [id, { rows, tag }];
      }),
    ),
  };
}

/** A section with each of its fields, null where nothing is given; revision 0 until something is written. */
export function viewOfSection({ fields }: FormSection, kept: { data: unknown; revision: number } | null): SectionView {
  const values = kept === null ? {} : valuesOfSection(kept);
  return {
    revision: kept?.revision ?? 0,
    values: show(Object.fromEntries(fields.map(({ id }) => [id, values[id] ?? null]))),
  };
}

export async function readSectionOfForm(
  { database }: ProcedureServices,
  { application, policy }: ReadableForm,
  sectionId: string,
): Promise<SectionView | null> {
  const section = findSection(policy, sectionId);
  if (section === null) return null;
  return viewOfSection(section, await findApplicationSection(database, application.id, sectionId));
}

export type RowsView = {
  readonly list: FormList;
  readonly summary: ApplicationListSummary;
  readonly rows: readonly RowView[];
};

/** Some rows of a list in their order, or all of them; personal data open or masked. That staff opened them is noted. */
export async function readRowsOfForm(
  services: ProcedureServices,
  form: ReadableForm,
  listId: string,
  page: { offset: number; limit: number } | "all",
): Promise<RowsView | null> {
  const { database } = services;
  const { application, policy } = form;
  const list = findList(policy, listId);
  if (list === null) return null;
  const summaries = await summarizeApplicationLists(database, application.id, listId);
  const kept =
    page === "all"
      ? await listApplicationRows(database, application.id, listId)
      : await listApplicationRowsBetween(database, application.id, listId, page);
  return {
    list,
    summary: summaries.get(listId) ?? emptyApplicationList,
    rows: await showRows(services, form, list, kept),
  };
}

export async function readRowOfForm(
  services: ProcedureServices,
  form: ReadableForm,
  listId: string,
  rowId: string,
): Promise<RowView | null> {
  const list = findList(form.policy, listId);
  const kept = list && (await findApplicationRow(services.database, form.application.id, listId, rowId));
  if (list === null || kept === null) return null;
  const [row] = await showRows(services, form, list, [kept]);
  return row ?? null;
}

async function showRows(
  { database, clock, personalKeys }: ProcedureServices,
  { application, actor, grant }: ReadableForm,
  list: FormList,
  kept: readonly ApplicationListEntry[],
): Promise<RowView[]> {
  const opens = mayOpenPersonalData(grant.role);
  const fields = personalFields(list);
  if (grant.role === "district" && fields.length > 0 && kept.length > 0) {
    const read = { resource: "applications", recordId: application.id, fields } as const;
    const relation = relationOfApplication(application);
    await noteRead(database, { actor, grant, ...read, relation, at: clock.now() });
  }
  return kept.map((row) => viewOfRow(list, row, { keys: personalKeys, opens }));
}

export function viewOfRow(
  list: FormList,
  row: ApplicationListEntry,
  reader: Parameters<typeof shownValues>[2],
): RowView {
  const { rowId, position, revision } = row;
  return { rowId, position, revision, values: show(shownValues(list, row, reader)) };
}

/** They are written into an answer and changed by nobody on the way. */
function show(values: FormValues): ShownValues {
  return values as ShownValues;
}
