import { type Database, findFile, findOrganization, findOrganizationChangeOfFile } from "@shifan/db";
import { type Actor, permittingGrant } from "@shifan/rules";
import type { InputErrors } from "../acts/outcome.ts";
import { relationOfChange } from "./subject.ts";

/** The papers of a change are handed in for its organization by whoever reports it, and belong to no other change. */
export async function checkChangeFiles(
  transaction: Database,
  { organizationId, userId }: { organizationId: string; userId: string },
  fileIds: readonly string[],
): Promise<InputErrors> {
  const errors: InputErrors[number][] = [];
  for (const [at, id] of fileIds.entries()) {
    const path = `/fileIds/${at}`;
    const file = await findFile(transaction, id);
    const isOwn = file?.purpose === "organization_change" && file.target === organizationId;
    if (!isOwn || file.uploadedBy !== userId) {
      errors.push({ path, code: "unknown_file", message: "没有这个文件，请先为这个单位上传" });
    } else if (fileIds.indexOf(id) !== at || (await findOrganizationChangeOfFile(transaction, id)) !== null) {
      errors.push({ path, code: "repeated", message: "这个文件已经用过" });
    }
  }
  return errors;
}

/** Whether an actor may hand in papers for a change of a unit: whoever may report one. */
export async function mayUploadForChange(database: Database, actor: Actor, organizationId: string): Promise<boolean> {
  const organization = await findOrganization(database, organizationId);
  if (organization === null) return false;
  const relation = relationOfChange({ organizationId, district: organization.district });
  return permittingGrant(actor, "organization_changes", "report", relation) !== null;
}

/** Whether an actor may read a paper: whoever reads the change that it belongs to; one that belongs to none, whoever uploaded it. */
export async function mayReadPaperOfChange(
  database: Database,
  actor: Actor,
  file: { readonly id: string; readonly uploadedBy: string },
): Promise<boolean> {
  const change = await findOrganizationChangeOfFile(database, file.id);
  if (change === null) return actor.userId !== null && actor.userId === file.uploadedBy;
  return permittingGrant(actor, "organization_changes", "read", relationOfChange(change)) !== null;
}
