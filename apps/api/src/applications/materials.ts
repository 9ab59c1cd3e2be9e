import type { PutMaterial } from "@shifan/contract";
import {
  type ApplicationMaterialRow,
  appendEntry,
  type Database,
  findApplicationPrint,
  findFile,
  findStateOfApplicationMaterial,
  listApplicationMaterialFiles,
  lockApplicationMaterial,
  type MaterialFile,
  replaceMaterialFiles,
  stateOfApplicationMaterial,
  updateApplication,
  writeApplicationMaterial,
} from "@shifan/db";
import { type Policy, permittingGrant } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import { type ActOutcome, type InputErrors, invalid } from "../acts/outcome.ts";
import { performActIn } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { readShortCode } from "../documents/description/stamp.ts";
import { applicationContext } from "./context.ts";
import { annexOfMaterial } from "./sealed-scans.ts";
import { applicationSubject } from "./subject.ts";

export type PutMaterialOn = On & { readonly material: string };

/**
 * Says how a paper of an application is there: by which files, or on paper; of a sealed annex also from which print each file is. The paper has an
 * entity tag of its own; whoever changes it has seen its present state. A verdict of an officer falls with what it was given on. The version of the
 * form's data stays: no page reads otherwise for it.
 */
export async function putMaterial(
  services: ProcedureServices,
  { actor, id, revision, material }: PutMaterialOn,
  { isOnPaper, fileIds, printed }: PutMaterial,
): Promise<ActOutcome<ApplicationMaterialRow>> {
  const at = services.clock.now();
  return services.database.transaction(async (transaction): Promise<ActOutcome<ApplicationMaterialRow>> => {
    const subject = applicationSubject(services);
    const application = await subject.lock(transaction, id);
    if (application === null) return { kind: "unknown" };
    const policy = await subject.policyOf(transaction, application);
    const mayAct = permittingGrant(actor, "applications", "edit", subject.relationOf(application)) !== null;
    let files: readonly MaterialFile[] = [];
    // Whoever may not change the papers gets the act's own refusal, and learns nothing of them.
    if (mayAct) {
      if (!policy.document.materials.some((each) => each.id === material)) return { kind: "unknown" };
      const present = await lockApplicationMaterial(transaction, id, material);
      const read = await readFiles(transaction, { id, material, policy }, { fileIds, printed });
      if (read.errors.length > 0) return invalid(...read.errors);
      if ((present?.revision ?? 0) !== revision) {
        return { kind: "stale", revision: present?.revision ?? 0, state: application.state };
      }
      files = read.files;
    }
    return performActIn(
      transaction,
      subject,
      { actor, id, act: "edit", revision: null, at },
      {
        context: (inside, row, version) => applicationContext(services, inside, row, version),
        write: async (inside, _, { grant }) => {
          const before = await findStateOfApplicationMaterial(inside, id, material);
          const written = await writeApplicationMaterial(inside, {
            applicationId: id,
            material,
            isOnPaper,
            verdict: null,
            verdictReason: null,
            judgedBy: null,
            judgedAt: null,
          });
          await replaceMaterialFiles(inside, { applicationId: id, material, files, at });
          await appendEntry(inside, {
            at,
            actor: { userId: actor.userId, role: grant.role, district: grant.district, onBehalfOf: grant.onBehalfOf },
            resource: "application_materials",
            recordId: `${id}/${material}`,
            act: "edit",
            outcome: "accepted",
            article: null,
            ground: null,
            fields: ["isOnPaper", "files"],
            relation: subject.relationOf(application),
            before,
            state: stateOfApplicationMaterial(written, files),
            revision: written.revision,
          });
          return { row: await updateApplication(inside, id, at, {}), result: written, fields: [material] };
        },
      },
    );
  });
}

/** The files of a paper as they are to be kept, or what of them cannot be. */
async function readFiles(
  transaction: Database,
  { id, material, policy }: { id: string; material: string; policy: Policy },
  { fileIds, printed }: Pick<PutMaterial, "fileIds" | "printed">,
): Promise<{ files: readonly MaterialFile[]; errors: InputErrors }> {
  const ids = [...new Set(fileIds)];
  const errors: InputErrors[number][] = [];
  for (const [at, fileId] of ids.entries()) {
    const file = await findFile(transaction, fileId);
    if (file?.purpose === "material" && file.target === `${id}:${material}`) continue;
    errors.push({ path: `/fileIds/${at}`, code: "unknown_file", message: "没有找到为这一项材料上传的这个文件" });
  }
  if (printed.length > 0 && annexOfMaterial(policy, material) === null) {
    const message = "这一项材料不是从这里打印盖章的，不用写校验短码";
    return { files: [], errors: [...errors, { path: "/printed", code: "not_allowed", message }] };
  }
  const versions = new Map<string, number>();
  for (const [at, { fileId, shortCode }] of printed.entries()) {
    const print = await findApplicationPrint(transaction, { applicationId: id, shortCode: readShortCode(shortCode) });
    if (!ids.includes(fileId)) {
      errors.push({ path: `/printed/${at}/fileId`, code: "unknown_file", message: "这个文件不在这一项材料里" });
    } else if (print === null) {
      const message = `没有打印过校验短码是${shortCode}的一版。请照扫描件页脚抄写8位短码`;
      errors.push({ path: `/printed/${at}/shortCode`, code: "unknown_print", message });
    } else versions.set(fileId, print.dataVersion);
  }
  return { files: ids.map((fileId) => ({ fileId, printedVersion: versions.get(fileId) ?? null })), errors };
}

/** The files of each paper, by its id. */
export async function filesByMaterial(database: Database, applicationId: string): Promise<Map<string, MaterialFile[]>> {
  const files = new Map<string, MaterialFile[]>();
  for (const { material, fileId, printedVersion } of await listApplicationMaterialFiles(database, applicationId)) {
    files.set(material, [...(files.get(material) ?? []), { fileId, printedVersion }]);
  }
  return files;
}
