import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { maximumFilesOfRecord } from "@shifan/contract";
import { countFilesOf, listApplicationMaterials } from "@shifan/db";
import { maximumFileBytes } from "@shifan/rules";
import { Upload } from "@tus/server";
import type { ActOutcome } from "../acts/outcome.ts";
import { filesByMaterial, putMaterial } from "../applications/materials.ts";
import { checkQuota } from "../files/quota.ts";
import type { FileServices } from "../files/services.ts";
import { type CompleteOutcome, completeUpload } from "../files/uploads/complete.ts";
import type { ProblemDetails } from "../http/problem.ts";
import type { OpenLink, UploadLinkServices } from "./upload-links.ts";

export type NotAccepted = {
  kind: "not_accepted";
  code:
    | Extract<CompleteOutcome, { ok: false }>["code"]
    | "file_empty"
    | "file_too_large"
    | "too_many_files"
    | "upload_incomplete";
} & ProblemDetails;

export type TakenFile =
  | { kind: "taken"; fileId: string }
  | NotAccepted
  | Exclude<ActOutcome<unknown>, { kind: "accepted" }>;

/** So many others may hand in for the same paper at the same moment. */
const maximumTries = 5;

/**
 * Takes a file for a paper of the case that a link is for, by the same checks and the same act as of whoever is signed in: whoever asked for the
 * link does it.
 *
 * @param size in bytes, as the sender announced it
 */
export async function takeFile(
  services: UploadLinkServices & FileServices,
  { link, actor, application }: OpenLink,
  { material, name, size, content }: { material: string; name: string; size: number; content: ReadableStream },
): Promise<TakenFile> {
  const target = `${application.id}:${material}`;
  const metadata = { purpose: "material" as const, target, filename: name, uploadedBy: link.userId };
  const refusal = await refuseBefore(services, metadata, size);
  if (refusal !== null) return refusal;
  const { store } = services.partialUploads;
  const id = randomUUID();
  await store.create(new Upload({ id, size, offset: 0, metadata }));
  const offset = await store.write(Readable.fromWeb(content), id, 0);
  if (offset !== size) {
    await services.partialUploads.remove(id);
    return { kind: "not_accepted", code: "upload_incomplete" };
  }
  const outcome = await completeUpload(services, { id, size, offset, ...metadata });
  if (!outcome.ok) return { kind: "not_accepted", ...outcome };
  for (let tries = 1; ; tries += 1) {
    const put = await addToMaterial(services, { actor, applicationId: application.id, material, fileId: id });
    if (put.kind === "accepted") return { kind: "taken", fileId: id };
    if (put.kind !== "stale" || tries === maximumTries) return put;
  }
}

async function refuseBefore(
  services: FileServices,
  metadata: { purpose: "material"; target: string },
  size: number,
): Promise<NotAccepted | null> {
  if (size === 0) return { kind: "not_accepted", code: "file_empty" };
  if (size > maximumFileBytes) return { kind: "not_accepted", code: "file_too_large" };
  if ((await countFilesOf(services.database, metadata.purpose, metadata.target)) >= maximumFilesOfRecord) {
    return { kind: "not_accepted", code: "too_many_files" };
  }
  const beyond = await checkQuota(services, metadata, size);
  return beyond === null ? null : { kind: "not_accepted", ...beyond };
}

async function addToMaterial(
  services: UploadLinkServices,
  {
    actor,
    applicationId,
    material,
    fileId,
  }: { actor: OpenLink["actor"]; applicationId: string; material: string; fileId: string },
) {
  const { database } = services;
  const files = (await filesByMaterial(database, applicationId)).get(material) ?? [];
  const present = (await listApplicationMaterials(database, applicationId)).find((row) => row.material === material);
  return putMaterial(
    services,
    { actor, id: applicationId, revision: present?.revision ?? 0, material },
    { isOnPaper: false, fileIds: [...files.map((file) => file.fileId), fileId], printed: [] },
  );
}
