import { createHash, randomUUID } from "node:crypto";
import { announceFile, confirmFile } from "@shifan/db";
import type { FormData } from "@shifan/rules";
import type { Browser } from "./accounts.ts";
import { type Answer, morning, type TestApp } from "./app.ts";

const etagOf = (answer: Answer) => answer.headers.get("etag") ?? "";

/** Puts with the state in which the writer reads it now. @throws Error when it is refused */
async function putSeen(by: Browser, path: string, body: unknown): Promise<void> {
  const seen = etagOf(await by.call(path));
  const written = await by.call(path, { method: "PUT", headers: { "if-match": seen }, body });
  if (written.status !== 200) throw new Error(`${path}: ${written.status} ${JSON.stringify(written.body)}`);
}

/** Writes one section of a form, as whoever fills it in does. */
export function writeSection(by: Browser, id: string, section: string, values: unknown): Promise<void> {
  return putSeen(by, `/api/v1/applications/${id}/form/sections/${section}`, values);
}

/** Writes a whole list. */
export function writeList(by: Browser, id: string, list: string, rows: readonly unknown[]): Promise<void> {
  return putSeen(by, `/api/v1/applications/${id}/form/lists/${list}`, { rows });
}

/** Fills in a whole form. */
export async function fillForm(by: Browser, id: string, { sections, lists }: FormData): Promise<void> {
  for (const [section, values] of Object.entries(sections)) await writeSection(by, id, section, values);
  for (const [list, rows] of Object.entries(lists)) await writeList(by, id, list, rows);
}

/** A file handed in for a paper, as it is on record after its upload. @returns its id */
export async function addMaterialFile({ database }: TestApp, applicationId: string, material: string): Promise<string> {
  const id = randomUUID();
  const sha256 = createHash("sha256").update(id).digest("hex");
  await announceFile(database, {
    id,
    sha256,
    size: 100,
    mediaType: "application/pdf",
    name: "扫描件.pdf",
    purpose: "material",
    target: `${applicationId}:${material}`,
    uploadedBy: "applicant",
    uploadedAt: morning,
    storingSince: morning,
  });
  await confirmFile(database, id);
  return id;
}

/** How a paper stands, as its readers see it. */
export async function materialOf(by: Browser, id: string, material: string) {
  const { body } = await by.call(`/api/v1/applications/${id}/findings`);
  const { materials } = body as { materials: readonly { id: string; revision: number; sealed: unknown }[] };
  const found = materials.find((each) => each.id === material);
  if (found === undefined) throw new Error(`there is no ${material}`);
  return found;
}

/** Says how a paper is there, in the state in which it is now. */
export async function putMaterial(by: Browser, id: string, material: string, body: unknown): Promise<Answer> {
  const { revision } = await materialOf(by, id, material);
  const path = `/api/v1/applications/${id}/materials/${material}`;
  return by.call(path, { method: "PUT", headers: { "if-match": `"${revision}"` }, body });
}
