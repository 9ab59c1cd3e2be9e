import type { FileDescription, FileMediaType } from "@shifan/contract";
import { type FileRow, findFile } from "@shifan/db";
import type { Actor } from "@shifan/rules";
import { formatInstant } from "../clock.ts";
import type { FileServices } from "./services.ts";

export type FindOutcome =
  | { ok: true; file: FileRow }
  | { ok: false; code: "unknown_file" | "unauthorized" | "upload_incomplete" };

/** A file that the actor may see. One that the actor may not see is answered like one that does not exist. */
export async function findReadableFile(services: FileServices, actor: Actor, id: string): Promise<FindOutcome> {
  const file = await findFile(services.database, id);
  if (file !== null && (await services.filePorts.mayRead(actor, file))) return { ok: true, file };
  if (actor.userId === null) return { ok: false, code: "unauthorized" };
  const upload = file === null ? await services.partialUploads.find(id) : null;
  return { ok: false, code: upload?.uploadedBy === actor.userId ? "upload_incomplete" : "unknown_file" };
}

export function describeFile(file: FileRow): FileDescription {
  const { id, name, mediaType, size, sha256, purpose, target, uploadedAt } = file;
  return {
    id,
    name,
    mediaType: mediaType as FileMediaType,
    size,
    sha256,
    purpose,
    target,
    uploadedAt: formatInstant(uploadedAt),
  };
}
