import { type Database, findFile, findInspection, findInspectionOfFile } from "@shifan/db";
import { type Actor, permittingGrant } from "@shifan/rules";
import type { InputErrors } from "../acts/outcome.ts";
import { relationOfInspection, resourceOfKind } from "./subject.ts";

/** Photographs and papers are handed in for this very look, and belong to no other. */
export async function checkInspectionFiles(
  transaction: Database,
  inspectionId: string,
  fileIds: readonly string[],
): Promise<InputErrors> {
  const errors: { path: string; code: string; message: string }[] = [];
  for (const [at, id] of fileIds.entries()) {
    const path = `/fileIds/${at}`;
    const file = await findFile(transaction, id);
    if (file?.purpose !== "inspection" || file.target !== inspectionId) {
      errors.push({ path, code: "unknown_file", message: "没有这个文件，请先上传到这次检查" });
    } else if (fileIds.indexOf(id) !== at || (await findInspectionOfFile(transaction, id)) !== null) {
      errors.push({ path, code: "repeated", message: "这个文件已经用过" });
    }
  }
  return errors;
}

/** Whether an actor may hand in files for a look: whoever carries it out. */
export async function mayUploadForInspection(database: Database, actor: Actor, id: string): Promise<boolean> {
  const inspection = await findInspection(database, id);
  if (inspection === null) return false;
  const relation = relationOfInspection(inspection);
  return permittingGrant(actor, resourceOfKind(inspection.kind), "record", relation) !== null;
}
