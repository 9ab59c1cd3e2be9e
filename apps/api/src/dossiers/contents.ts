import { applicationStateLabels } from "@shifan/contract";
import {
  type ApplicationRow,
  type FileRow,
  findFile,
  findOrganizationName,
  listApplicationMaterialFiles,
} from "@shifan/db";
import type { Actor } from "@shifan/rules";
import { programmeOf } from "../application-documents/programme.ts";
import { readRecommendationForm } from "../application-documents/recommendation-form.ts";
import { readForm } from "../applications/form.ts";
import { policyOfApplication } from "../applications/subject.ts";
import { annexDocument } from "../documents/annexes/annex.ts";
import type { PrintedDocument } from "../documents/description/description.ts";
import { stampOf } from "../documents/description/stamp.ts";
import type { DossierIndex } from "../documents/papers/dossier-index.ts";
import { districtOffice } from "../papers/letters.ts";
import type { PaperServices } from "../papers/route.ts";

/** A paper that the product prints itself. */
export type PrintedPaper = { readonly title: string; readonly document: PrintedDocument };
/** A file that was handed in for a material. */
export type HandedIn = { readonly material: string; readonly title: string; readonly file: FileRow };

/** All papers of a case, in the order of binding. */
export type DossierContents = {
  readonly head: Omit<DossierIndex, "entries">;
  readonly printed: readonly PrintedPaper[];
  readonly handedIn: readonly HandedIn[];
};

/** Reads what belongs into a dossier for whoever asked for it: annex 1 only where they may see the survey. */
export async function readContents(
  services: PaperServices,
  application: ApplicationRow,
  actor: Actor,
): Promise<DossierContents> {
  const { database, clock, personalKeys, demo } = services;
  const policy = await policyOfApplication(services, database, application);
  const madeOn = clock.today();
  const drawn = { demonstration: demo, madeOn, placesMarked: false };
  const form = await readForm(database, personalKeys, policy, application.id);
  const printed: PrintedPaper[] = [];
  for (const { id, number, title, by } of policy.forms.annexes) {
    const data = by === "applicant" ? form : await readRecommendationForm(services, application, actor);
    if (data === null) continue;
    const stamp = stampOf(data, application.dataVersion);
    printed.push({ title: `${number} ${title}`, document: annexDocument(policy.forms, id, data, { stamp, ...drawn }) });
  }
  const titles = new Map(policy.document.materials.map(({ id, title }) => [id, title]));
  const order = policy.document.materials.map(({ id }) => id);
  const handedIn: HandedIn[] = [];
  const attached = await listApplicationMaterialFiles(database, application.id);
  for (const { material, fileId } of attached.toSorted(
    (left, right) => order.indexOf(left.material) - order.indexOf(right.material) || left.position - right.position,
  )) {
    const file = await findFile(database, fileId);
    if (file !== null) handedIn.push({ material, title: titles.get(material) ?? "", file });
  }
  return {
    head: {
      programme: await programmeOf(database, application, policy),
      organization: await findOrganizationName(database, application.organizationId, madeOn),
      district: districtOffice(policy, application.district),
      receivedOn: application.receivedOn,
      state: applicationStateLabels[application.state],
    },
    printed,
    handedIn,
  };
}
