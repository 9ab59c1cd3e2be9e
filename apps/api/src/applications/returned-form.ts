import {
  type Database,
  findReturnedForm,
  keepReturnedForm,
  listApplicationMaterials,
  open,
  type PersonalKeys,
  SealError,
  seal,
} from "@shifan/db";
import type { FormValues, Policy } from "@shifan/rules";
import { type FormRow, readRows, readSections } from "./form.ts";
import { filesByMaterial } from "./materials.ts";

/** A whole dossier as it is at one moment: the form with the ids of its rows, and how each paper is there. */
export type Dossier = {
  readonly sections: Readonly<Record<string, FormValues>>;
  readonly lists: Readonly<Record<string, readonly FormRow[]>>;
  readonly materials: Readonly<Record<string, { readonly isOnPaper: boolean; readonly fileIds: readonly string[] }>>;
};

/** What the record of an application keeps of its last return: which version it was, and the commitment of what is kept apart. */
export type ReturnedVersion = { readonly dataVersion: number; readonly commitment: string };

/** The dossier of an application as it is now. */
export async function readDossier(
  database: Database,
  keys: PersonalKeys,
  policy: Policy,
  applicationId: string,
): Promise<Dossier> {
  const files = await filesByMaterial(database, applicationId);
  const kept = await listApplicationMaterials(database, applicationId);
  return {
    sections: await readSections(database, applicationId),
    lists: await readRows(database, keys, policy, applicationId),
    materials: Object.fromEntries(
      kept.map(({ material, isOnPaper }) => [
        material,
        { isOnPaper, fileIds: (files.get(material) ?? []).map(({ fileId }) => fileId) },
      ]),
    ),
  };
}

/** Keeps the dossier as it is returned, sealed as a whole: its lists name third persons. */
export async function keepDossier(
  transaction: Database,
  keys: PersonalKeys,
  policy: Policy,
  { id, dataVersion }: { id: string; dataVersion: number },
): Promise<ReturnedVersion> {
  const form = seal(keys, JSON.stringify(await readDossier(transaction, keys, policy, id)));
  await keepReturnedForm(transaction, { applicationId: id, dataVersion, form });
  return { dataVersion, commitment: form.c };
}

/**
 * The dossier as it was last returned; null where it never was, or where it has been erased.
 *
 * @throws SealError when it is not the one that was kept
 */
export async function findReturnedDossier(
  database: Database,
  keys: PersonalKeys,
  { id, returnedForm }: { id: string; returnedForm: unknown },
): Promise<{ dataVersion: number; dossier: Dossier } | null> {
  const version = returnedForm as ReturnedVersion | null;
  const kept = version === null ? null : await findReturnedForm(database, id);
  if (version === null || kept === null) return null;
  if (kept.form.c !== version.commitment) {
    throw new SealError(
      "changed_commitment",
      `the returned form of the application ${id} is not the one that was kept`,
    );
  }
  const text = open(keys, kept.form);
  return text === null ? null : { dataVersion: kept.dataVersion, dossier: JSON.parse(text) as Dossier };
}
