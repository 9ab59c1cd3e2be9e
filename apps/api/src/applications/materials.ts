import type { PutMaterial } from "@shifan/contract";
import {
  type ApplicationMaterialRow,
  appendEntry,
  findFile,
  listApplicationMaterialFiles,
  lockApplicationMaterial,
  replaceMaterialFiles,
  writeApplicationMaterial,
} from "@shifan/db";
import type { On } from "../acts/begin.ts";
import { type ActOutcome, invalid } from "../acts/outcome.ts";
import { performActIn } from "../acts/perform.ts";
import { policyOfRound } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { applicationContext } from "./context.ts";
import { countChange } from "./create.ts";
import { applicationSubject } from "./subject.ts";

export type PutMaterialOn = On & { readonly material: string };

/**
 * Says how a paper of an application is there: by which files, or on paper. The paper has an entity tag of its own; whoever changes it has seen
 * its present state. A verdict of an officer falls with what it was given on.
 */
export async function putMaterial(
  services: ProcedureServices,
  { actor, id, revision, material }: PutMaterialOn,
  { isOnPaper, fileIds }: PutMaterial,
): Promise<ActOutcome<ApplicationMaterialRow>> {
  const today = services.clock.today();
  const policy = await policyOfRound(
    services.catalog,
    { policyId: services.defaultPolicy, policyVersion: null },
    today,
  );
  if (!policy.document.materials.some((each) => each.id === material)) return { kind: "unknown" };
  const at = services.clock.now();
  return services.database.transaction(async (transaction): Promise<ActOutcome<ApplicationMaterialRow>> => {
    const subject = applicationSubject(services);
    const application = await subject.lock(transaction, id);
    if (application === null) return { kind: "unknown" };
    const present = await lockApplicationMaterial(transaction, id, material);
    const errors = [];
    for (const [at, fileId] of [...new Set(fileIds)].entries()) {
      const file = await findFile(transaction, fileId);
      if (file?.purpose === "material" && file.target === `${id}:${material}`) continue;
      errors.push({ path: `/fileIds/${at}`, code: "unknown_file", message: "没有找到为这一项材料上传的这个文件" });
    }
    if (errors.length > 0) return invalid(...errors);
    if ((present?.revision ?? 0) !== revision) {
      return { kind: "stale", revision: present?.revision ?? 0, state: application.state };
    }
    return performActIn(
      transaction,
      subject,
      { actor, id, act: "edit", revision: null, at },
      {
        context: (inside, row, version) => applicationContext(services, inside, row, version),
        write: async (inside, row, { grant }) => {
          const written = await writeApplicationMaterial(inside, {
            applicationId: id,
            material,
            isOnPaper,
            verdict: null,
            verdictReason: null,
            judgedBy: null,
            judgedAt: null,
          });
          await replaceMaterialFiles(inside, { applicationId: id, material, fileIds: [...new Set(fileIds)], at });
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
            state: stateOfMaterial(written, [...new Set(fileIds)]),
            revision: written.revision,
          });
          return { row: await countChange(inside, row, at), result: written, fields: ["dataVersion", material] };
        },
      },
    );
  });
}

/** What stands for a paper in the audit trail: how it is there, and which files it has. */
export function stateOfMaterial(material: ApplicationMaterialRow, fileIds: readonly string[]): unknown {
  return { ...material, fileIds };
}

/** The files of each paper, by its id. */
export async function filesByMaterial(
  database: ProcedureServices["database"],
  applicationId: string,
): Promise<Map<string, string[]>> {
  const files = new Map<string, string[]>();
  for (const { material, fileId } of await listApplicationMaterialFiles(database, applicationId)) {
    files.set(material, [...(files.get(material) ?? []), fileId]);
  }
  return files;
}
