import type { DemonstrationCase } from "../cast.ts";
import { formOf, type TypedForm } from "../form.ts";
import type { Person } from "../person.ts";
import { type Stage, upload } from "./stage.ts";

export type Standing = { id: string; state: string; revision: number };
type Parts = { sections: Record<string, { revision: number }>; lists: Record<string, { rows: number }> };
type Findings = {
  findingsId: string;
  mustAcknowledge: boolean;
  materials: { id: string; title: string; fileIds: string[]; isOnPaper: boolean; revision: number; status: string }[];
};

/** Begins an application, or finds the one that is begun. @returns its address */
export async function beginApplication(
  stage: Stage,
  { organization }: DemonstrationCase,
  roundId: string,
  organizationId: string,
): Promise<string> {
  const applicant = await stage.person(organization.mailbox);
  const made = await applicant.make<Standing>(
    "/api/v1/applications",
    { roundId, organizationId },
    `application-${organization.uscc}-${roundId}`,
  );
  return `/api/v1/applications/${made.id}`;
}

/** Types the form in, section by section and list by list; parts that are there already are left. */
export async function fillForm(stage: Stage, path: string, play: DemonstrationCase, form: TypedForm): Promise<void> {
  const applicant = await stage.person(play.organization.mailbox);
  const { body } = await applicant.read<Parts>(`${path}/form`);
  for (const [section, values] of Object.entries(form.sections)) {
    if ((body.sections[section]?.revision ?? 0) > 0) continue;
    await put(applicant, `${path}/form/sections/${section}`, values, '"0"');
  }
  for (const [list, rows] of Object.entries(form.lists)) {
    if ((body.lists[list]?.rows ?? 0) > 0) continue;
    const { etag } = await applicant.read(`${path}/form/lists/${list}`);
    await put(applicant, `${path}/form/lists/${list}`, { rows }, etag);
  }
}

async function put(person: Person, path: string, body: unknown, etag: string): Promise<void> {
  const told = await person.ask(path, { method: "PUT", body, headers: { "if-match": etag } });
  if (told.status !== 200) throw new Error(`${path}: ${told.status} ${JSON.stringify(told.body)}`);
}

/** Hands in the papers that are not there yet, each as a file. */
export async function attachPapers(stage: Stage, path: string, play: DemonstrationCase): Promise<void> {
  const applicant = await stage.person(play.organization.mailbox);
  const id = path.split("/").at(-1) ?? "";
  const { body } = await applicant.read<Findings>(`${path}/findings`);
  for (const material of body.materials) {
    if (material.fileIds.length > 0 || material.isOnPaper || material.status === "not_applicable") continue;
    const bytes = await stage.paper(material.title);
    const name = `${material.id} ${material.title.slice(0, 30)}.pdf`;
    const fileId = await upload(applicant, { purpose: "material", target: `${id}:${material.id}`, name, bytes });
    await put(applicant, `${path}/materials/${material.id}`, { fileIds: [fileId] }, `"${material.revision}"`);
  }
}

/** Hands the application in, with what was found acknowledged. */
export async function handIn(
  stage: Stage,
  path: string,
  play: DemonstrationCase,
  act: "submit" | "resubmit",
): Promise<void> {
  const applicant = await stage.person(play.organization.mailbox);
  const { body } = await applicant.read<Findings>(`${path}/findings`);
  await applicant.act(path, act, { acknowledged: body.mustAcknowledge ? body.findingsId : null });
}

/** The form of a case. @param submitsOn the day of handing in */
export function formOfCase(play: DemonstrationCase, roundYear: number, submitsOn: string): TypedForm {
  const { organization, strength } = play;
  return formOf({ organization, roundYear, submitsOn, strength, isCertified: false });
}
