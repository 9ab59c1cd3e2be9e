import type { ApplicationChanges } from "@shifan/contract";
import type { FormField, FormList, FormValue, Policy } from "@shifan/rules";
import { noteRead } from "../acts/note-read.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { listsOfForm, sectionsOfForm } from "../application-form/parts.ts";
import { maskValue, mayOpenPersonalData } from "../application-form/personal.ts";
import type { ReadableForm } from "../application-form/read.ts";
import type { KeptReturn } from "../applications/context.ts";
import { type Dossier, findReturnedDossier, readDossier } from "../applications/returned-form.ts";
import { relationOfApplication } from "../applications/subject.ts";
import { printedValue } from "../documents/annexes/values.ts";
import { compareFields, compareRows, type FieldChange, type RowChange } from "./compare-rows.ts";
import { excerpts } from "./excerpt.ts";

/** Which part of each list is shown, counted from 0. */
export type Page = { readonly offset: number; readonly limit: number };

/**
 * What has changed in an application since it was last returned, by section, field, row and paper. Personal data of third persons are shown to
 * whoever may read them in the form, and masked for others; that staff has read them is noted.
 *
 * @throws SealError when the returned form is not the one that was kept
 */
export async function readChanges(
  services: ProcedureServices,
  { application, policy, actor, grant }: ReadableForm,
  page: Page,
): Promise<ApplicationChanges> {
  const { database, personalKeys, clock } = services;
  const { dataVersion } = application;
  const kept = application.returned as KeptReturn | null;
  const returned = await findReturnedDossier(database, personalKeys, application);
  if (kept === null || returned === null) {
    return { since: null, dataVersion, sections: [], lists: [], materials: [] };
  }
  const before = returned.dossier;
  const after = await readDossier(database, personalKeys, policy, application.id);
  const opens = mayOpenPersonalData(grant.role);
  const changes = {
    since: { dataVersion: returned.dataVersion, on: kept.on },
    dataVersion,
    sections: changesOfSections(policy, before, after),
    lists: listsOfForm(policy).flatMap((list) => changesOfList(list, { before, after, page, opens })),
    materials: changesOfMaterials(policy, before, after),
  };
  const opened = opens && grant.role === "district" ? personalOf(policy, changes.lists) : [];
  if (opened.length > 0) {
    const recordId = application.id;
    const relation = relationOfApplication(application);
    const read = { resource: "applications", recordId, relation, fields: opened } as const;
    await noteRead(database, { actor, grant, ...read, at: clock.now() });
  }
  return changes;
}

function changesOfSections(policy: Policy, before: Dossier, after: Dossier): ApplicationChanges["sections"] {
  return sectionsOfForm(policy).flatMap(({ id, title, fields }) => {
    const changed = compareFields(fields, before.sections[id] ?? {}, after.sections[id] ?? {});
    return changed.length === 0 ? [] : [{ id, title, fields: changed.map((change) => showField(change, true)) }];
  });
}

function changesOfList(
  list: FormList,
  { before, after, page, opens }: { before: Dossier; after: Dossier; page: Page; opens: boolean },
): ApplicationChanges["lists"] {
  const { id, title } = list;
  const rows = compareRows(list, before.lists[id] ?? [], after.lists[id] ?? []);
  if (rows.length === 0) return [];
  const count = (kind: RowChange["kind"]) => rows.filter((row) => row.kind === kind).length;
  const shown = rows.slice(page.offset, page.offset + page.limit).map((row) => showRow(list, row, opens));
  const counts = { added: count("added"), removed: count("removed"), changed: count("changed") };
  return [{ id, title, ...counts, rows: shown }];
}

function showRow(list: FormList, row: RowChange, opens: boolean): ApplicationChanges["lists"][number]["rows"][number] {
  const { kind, numberBefore, numberAfter, before, after, fields } = row;
  const [naming] = list.columns.filter(({ personal, printed }) => printed && !personal);
  const name = naming === undefined ? "" : printedValue(naming, (kind === "removed" ? before : after)[naming.id]);
  return {
    kind,
    numberBefore,
    numberAfter,
    name: name === "" ? null : name,
    fields: fields.map((change) => showField(change, opens)),
  };
}

function showField({ field, before, after }: FieldChange, opens: boolean) {
  const shown = (value: FormValue | null) => (opens || !field.personal ? textOf(field, value) : maskValue(value));
  return { field: field.id, label: field.name, ...excerpts(shown(before), shown(after)) };
}

/** As the paper shows it, with its unit. */
function textOf(field: FormField, value: FormValue | null): string | null {
  return value === null ? null : `${printedValue(field, value)}${field.unit ?? ""}`;
}

function changesOfMaterials(policy: Policy, before: Dossier, after: Dossier): ApplicationChanges["materials"] {
  const none = { isOnPaper: false, fileIds: [] };
  return policy.document.materials.flatMap(({ id, title }) => {
    const [was, is] = [before.materials[id] ?? none, after.materials[id] ?? none];
    const addedFileIds = is.fileIds.filter((fileId) => !was.fileIds.includes(fileId));
    const removedFileIds = was.fileIds.filter((fileId) => !is.fileIds.includes(fileId));
    const isSame = addedFileIds.length + removedFileIds.length === 0 && was.isOnPaper === is.isOnPaper;
    if (isSame) return [];
    return [{ id, title, addedFileIds, removedFileIds, isOnPaper: is.isOnPaper, wasOnPaper: was.isOnPaper }];
  });
}

/** The columns with personal data that these rows show, as the audit trail names them. */
function personalOf(policy: Policy, lists: ApplicationChanges["lists"]): string[] {
  const shown = lists.flatMap(({ id, rows }) =>
    rows.flatMap(({ fields }) =>
      fields
        .filter(({ field }) => policy.forms.lists.get(id)?.columnsById.get(field)?.personal === true)
        .map(({ field }) => `${id}.${field}`),
    ),
  );
  return [...new Set(shown)].toSorted();
}
