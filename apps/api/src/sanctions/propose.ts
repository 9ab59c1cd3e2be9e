import { randomUUID } from "node:crypto";
import type { ProposeSanction } from "@shifan/contract";
import {
  type CertificationFile,
  type Database,
  findFile,
  findLiveSanction,
  findSanctionOfFile,
  insertSanction,
  listChecksOnRecord,
  lockCertification,
} from "@shifan/db";
import { type PolicyDocument, permittingGrant, sanctionOfPolicy, standingOfTitle } from "@shifan/rules";
import type { Person } from "../acts/begin.ts";
import { type CreationOutcome, type InputErrors, invalid } from "../acts/outcome.ts";
import { performCreationIn } from "../acts/perform.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { maySeeTitle } from "../certifications/view.ts";
import { findGround } from "./grounds.ts";
import { relationOfSanction, sanctionSubject } from "./subject.ts";

/** Proposes to cancel or revoke a title (第十三条、第十四条), with the ground, the finding and the evidence. The unit knows nothing of it yet. */
export async function proposeSanction(
  services: ProcedureServices,
  transaction: Database,
  actor: Person,
  body: ProposeSanction,
): Promise<CreationOutcome<{ id: string }>> {
  const { clock } = services;
  // Of two who propose at the same moment, the second finds the first one's.
  const title = await lockCertification(transaction, body.certificationId);
  if (title === null || !maySeeTitle(actor, title)) return { kind: "unknown" };
  const { organizationId, district } = title;
  const relation = relationOfSanction({ organizationId, district, notifiedOn: null });
  const policy = await policyInForce(services);
  const at = clock.now();
  if (permittingGrant(actor, "sanctions", "propose", relation) !== null) {
    const errors = await errorsOf(transaction, title, body, policy.document);
    if (errors.length > 0) return invalid(...errors);
  }
  const standing = await standingAtProposal(transaction, title, body, policy.document);
  return performCreationIn(
    transaction,
    sanctionSubject(services),
    { actor, act: "propose", relation, policy, at },
    {
      context: async () => ({
        today: clock.today(),
        kind: body.kind,
        hasReasons: true,
        hasOther: (await findLiveSanction(transaction, title.id)) !== null,
        titleStanding: standingOfTitle(title, clock.today()),
        hasGround: standing.hasGround,
        needsInterpretation: standing.needsInterpretation,
        statementUntil: null,
        hasStatement: false,
        isSamePerson: false,
        isServed: false,
      }),
      write: async (inside, { to }) => {
        const { kind, ground, finding, evidence, inspectionIds, fileIds } = body;
        const row = await insertSanction(
          inside,
          {
            id: randomUUID(),
            kind,
            certificationId: title.id,
            organizationId,
            district,
            state: to,
            ground,
            finding,
            evidence,
            inspectionIds: inspectionIds.length > 0 ? inspectionIds : standing.checks,
            proposedBy: actor.userId,
            createdAt: at,
          },
          fileIds,
        );
        const fields = ["kind", "ground", "finding", "evidence", "inspectionIds", "fileIds"];
        return { row, result: { id: row.id }, fields };
      },
    },
  );
}

/** The ground as it is on record at the proposal, with the checks that hold it; nothing is cited yet. */
async function standingAtProposal(
  transaction: Database,
  title: CertificationFile,
  { kind, ground }: ProposeSanction,
  document: PolicyDocument,
) {
  if (kind === "revocation") return { hasGround: true, needsInterpretation: false, checks: [] };
  const found = findGround(await listChecksOnRecord(transaction, title.id), ground, document);
  return {
    hasGround: found !== undefined,
    needsInterpretation: found?.certainty === "undetermined",
    checks: found?.checks ?? [],
  };
}

/** What of a proposal cannot stand. */
async function errorsOf(
  transaction: Database,
  title: CertificationFile,
  { kind, ground, inspectionIds, fileIds }: ProposeSanction,
  document: PolicyDocument,
): Promise<InputErrors> {
  const errors: InputErrors[number][] = [];
  const { title: name, grounds } = sanctionOfPolicy(document, kind);
  if (title.confirmedBy === null) {
    const message = "这项补录的资格还没有经第二位工作人员确认";
    errors.push({ path: "/certificationId", code: "unconfirmed", message });
  }
  if (!grounds.some(({ id }) => id === ground)) {
    const message = `${name}的情形只能是：${grounds.map((each) => each.title).join("；")}`;
    errors.push({ path: "/ground", code: "not_allowed", message });
  }
  const checks = new Set((await listChecksOnRecord(transaction, title.id)).map(({ id }) => id));
  for (const [at, id] of inspectionIds.entries()) {
    if (checks.has(id) && inspectionIds.indexOf(id) === at) continue;
    const message = "不是这项资格已经做过的检查、抽查或考核，或写了两遍";
    errors.push({ path: `/inspectionIds/${at}`, code: "unknown_inspection", message });
  }
  for (const [at, id] of fileIds.entries()) {
    const file = await findFile(transaction, id);
    const isOwn = file?.purpose === "sanction" && file.target === title.id && fileIds.indexOf(id) === at;
    if (isOwn && (await findSanctionOfFile(transaction, id)) === null) continue;
    errors.push({ path: `/fileIds/${at}`, code: "unknown_file", message: "没有为这项资格上传过这个文件，或已经用过" });
  }
  return errors;
}
