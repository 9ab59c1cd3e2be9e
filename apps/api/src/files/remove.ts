import { deleteContentUnlessUsed, deleteFile, findFile } from "@shifan/db";
import type { Actor } from "@shifan/rules";
import { findReadableFile } from "./read.ts";
import type { FileServices } from "./services.ts";

export type RemoveOutcome =
  | { ok: true }
  | { ok: false; code: "unauthorized" | "unknown_file" | "upload_incomplete" | "not_permitted" | "file_in_use" };

/** Takes a file back, and its content with it when no other file has the same. What was handed in stays. */
export async function removeFile(services: FileServices, actor: Actor, id: string): Promise<RemoveOutcome> {
  const { database, contentStorage, partialUploads, filePorts } = services;
  if (actor.userId === null) return { ok: false, code: "unauthorized" };
  const file = await findFile(database, id);
  if (file === null || !(await filePorts.mayUpload(actor, file.purpose, file.target))) {
    // Whoever may see it is told that it is there; nobody else is.
    const found = await findReadableFile(services, actor, id);
    return { ok: false, code: found.ok ? "not_permitted" : found.code };
  }
  if (await filePorts.isInUse(id)) return { ok: false, code: "file_in_use" };
  // What a cut may have left of its upload, first: it would make the file anew.
  await partialUploads.remove(id);
  await database.transaction(async (transaction) => {
    await deleteFile(transaction, id);
    await filePorts.noteRemoval(transaction, actor, file);
  });
  await deleteContentUnlessUsed(database, file.sha256, () => contentStorage.remove(file.sha256));
  return { ok: true };
}
