import type { Sanction } from "@shifan/contract";
import {
  type Database,
  findCertification,
  findOrganizationName,
  findSanction,
  listSanctions,
  type RowsPage,
  type SanctionFile,
  type SanctionFilter,
  type SanctionRow,
  sanctionsWithin,
} from "@shifan/db";
import {
  type Actor,
  articleOfSanctionAct,
  lastDayOfBan,
  lifecycleFigure,
  openActs,
  type Policy,
  permittingGrant,
  reachableBy,
  type SanctionKind,
  type SanctionState,
  sanctionMachine,
  sanctionOfPolicy,
  sanctionStateForUnit,
  sanctionStatesInEffect,
} from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { formatInstant } from "../clock.ts";
import { standingOfGround } from "./grounds.ts";
import { relationOfSanction } from "./subject.ts";

/** The sanction where the reader may know of it; null otherwise. */
export async function findVisibleSanction(database: Database, actor: Actor, id: string): Promise<SanctionFile | null> {
  const sanction = await findSanction(database, id);
  if (sanction === null) return null;
  return permittingGrant(actor, "sanctions", "read", relationOfSanction(sanction)) === null ? null : sanction;
}

/** The ground in the words of the law. */
export function groundName({ document }: Policy, { kind, ground }: Pick<SanctionRow, "kind" | "ground">): string {
  return sanctionOfPolicy(document, kind).grounds.find(({ id }) => id === ground)?.title ?? ground;
}

/** What a sanction means for the unit: the two kinds are never mixed up. */
export function consequenceOf({ document }: Policy, kind: SanctionKind): string {
  const { title, article, bars_application } = sanctionOfPolicy(document, kind);
  const years = lifecycleFigure(document, "ban_years");
  return bars_application
    ? `${title}资格，并在${years}年内不得再次申报（${article}）。从送达之日起算；没有送达记录的，从决定之日起算。`
    : `${title}资格（${article}）。办法没有规定取消以后不得再次申报的年限。`;
}

/** The last day of the ban that a sanction in effect brings; null where it brings none. */
export function banOf({ document }: Policy, sanction: SanctionRow): string | null {
  const isInEffect = sanctionStatesInEffect.some((state) => state === sanction.state);
  if (!isInEffect || !sanctionOfPolicy(document, sanction.kind).bars_application) return null;
  const { effectiveOn: endedOn, servedOn: endServedOn } = sanction;
  return lastDayOfBan({ state: "revoked", validTo: "", endedOn, endServedOn }, lifecycleFigure(document, "ban_years"));
}

type Known = Pick<Sanction, "organizationName" | "platformName" | "needsInterpretation" | "fileIds">;

/** A sanction as its reader may see it. What the office has written down before the hearing is over is its own. */
function describe(actor: Actor, policy: Policy, row: SanctionRow, { fileIds, ...known }: Known): Sanction {
  const relation = relationOfSanction(row);
  const grant = permittingGrant(actor, "sanctions", "read", relation);
  const isStaff = grant !== null && grant.role !== "applicant" && grant.role !== "platform";
  const isDecided = row.effectiveOn !== null;
  return {
    id: row.id,
    kind: row.kind,
    kindName: sanctionOfPolicy(policy.document, row.kind).title,
    certificationId: row.certificationId,
    organizationId: row.organizationId,
    ...known,
    district: row.district,
    state: isStaff
      ? row.state
      : sanctionStateForUnit({
          state: row.state,
          isServed: row.servedOn !== null,
          isPublished: row.publishedOn !== null,
        }),
    ground: row.ground,
    groundName: groundName(policy, row),
    article: articleOfSanctionAct(policy.document, row.kind, "decide"),
    consequence: consequenceOf(policy, row.kind),
    finding: row.finding,
    evidence: row.evidence,
    inspectionIds: [...row.inspectionIds],
    interpretationId: isStaff || isDecided ? row.interpretationId : null,
    fileIds: isStaff ? fileIds : [],
    notifiedOn: row.notifiedOn,
    statementUntil: row.statementUntil,
    statement: row.statement,
    statedOn: row.statedOn,
    hearing: row.hearing,
    heardOn: row.heardOn,
    // A decision that no second officer has confirmed is none yet.
    decision: isStaff || isDecided ? row.decision : null,
    documentNumber: isStaff || isDecided ? row.documentNumber : null,
    effectiveOn: row.effectiveOn,
    servedOn: row.servedOn,
    serviceMethod: row.serviceMethod,
    serviceReceipt: isStaff ? row.serviceReceipt : null,
    answerUntil: row.answerUntil,
    answer: row.answer,
    answeredOn: row.answeredOn,
    publishedOn: row.publishedOn,
    officialUrl: row.officialUrl,
    barredUntil: banOf(policy, row),
    // A withdrawal that was given up the unit never heard of.
    droppedReason: isStaff || row.state === "dropped" ? row.droppedReason : null,
    reinstatement: isStaff || row.reinstatedOn !== null ? row.reinstatement : null,
    reinstatementNumber: isStaff || row.reinstatedOn !== null ? row.reinstatementNumber : null,
    reinstatedOn: row.reinstatedOn,
    createdAt: formatInstant(row.createdAt),
    revision: row.revision,
    allowedActs: openTo(actor, row),
  };
}

/** The acts that are open to a reader: serving is done once and before publishing, confirming is another's than who decided. */
function openTo(actor: Actor, row: SanctionRow): string[] {
  const open = openActs(sanctionMachine, { state: row.state, relation: relationOfSanction(row), actor });
  const decidedBy = row.state === "reinstatement_decided" ? row.reinstatementBy : row.decidedBy;
  return open.filter(
    (act) =>
      (act !== "serve" || row.servedOn === null) &&
      (act !== "publish" || row.servedOn !== null) &&
      (act !== "confirm" || decidedBy !== actor.userId),
  );
}

/** Whether a sanction that is not decided yet waits for an interpretation. */
async function waitsForInterpretation(services: ProcedureServices, policy: Policy, row: SanctionRow): Promise<boolean> {
  if (row.decidedBy !== null || row.state === "dropped") return false;
  const cited = { today: services.clock.today(), interpretationId: null };
  const { needsInterpretation } = await standingOfGround(services.database, row, policy.document, cited);
  return needsInterpretation;
}

/** One sanction as its reader sees it, with what may be done to it now. */
export async function describeSanction(
  services: ProcedureServices,
  actor: Actor,
  sanction: SanctionFile,
): Promise<Sanction> {
  const { database, clock } = services;
  const policy = await policyInForce(services);
  const title = await findCertification(database, sanction.certificationId);
  return describe(actor, policy, sanction, {
    organizationName: await findOrganizationName(database, sanction.organizationId, clock.today()),
    platformName: title?.platformName ?? "",
    needsInterpretation: await waitsForInterpretation(services, policy, sanction),
    fileIds: [...sanction.fileIds],
  });
}

/** A page of the sanctions that a reader may know of. The evidence is told of each by itself. */
export async function listVisibleSanctions(
  services: ProcedureServices,
  actor: Actor,
  { state, ...filter }: SanctionFilter & { state?: SanctionState | undefined },
  page: RowsPage,
): Promise<{ sanctions: Sanction[]; total: number; last: SanctionRow | undefined }> {
  const { database, clock } = services;
  const policy = await policyInForce(services);
  const within = sanctionsWithin(reachableBy(actor, "sanctions", "read"), state);
  const { rows, total } = await listSanctions(database, { within, filter, page, day: clock.today() });
  const sanctions: Sanction[] = [];
  for (const row of rows) {
    const { organizationName, platformName } = row;
    const needsInterpretation = await waitsForInterpretation(services, policy, row);
    sanctions.push(describe(actor, policy, row, { organizationName, platformName, needsInterpretation, fileIds: [] }));
  }
  return { sanctions, total, last: rows.at(-1) };
}
