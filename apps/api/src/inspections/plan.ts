import { randomUUID } from "node:crypto";
import type { PlanInspection } from "@shifan/contract";
import {
  type CertificationRow,
  type Database,
  findCertification,
  findComplaint,
  type InspectionFile,
  insertInspection,
  lockCertification,
} from "@shifan/db";
import { type Actor, halfOf, permittingGrant, type TitleCheckKind } from "@shifan/rules";
import type { Person } from "../acts/begin.ts";
import { type CreationOutcome, type InputErrors, invalid } from "../acts/outcome.ts";
import { performCreationIn } from "../acts/perform.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { complaintResource, relationOfComplaint } from "../complaints/subject.ts";
import { checkDayToCome } from "./days.ts";
import { inspectionSubject, relationOfInspection, resourceOfKind, standingForCheck } from "./subject.ts";

/** A look that is to be planned: of which title, for when, and what it follows from. */
export type Planned = {
  readonly kind: TitleCheckKind;
  readonly title: Pick<CertificationRow, "id" | "organizationId" | "district">;
  readonly plannedOn: string;
  readonly drawId: string | null;
  readonly complaintId: string | null;
};

const unknownToUnit = { notifiedOn: null, carriedOutOn: null };

/** Plans a look at a title: an inspection by its district, a spot check or an appraisal by the city (第十三条). */
export async function planInspection(
  services: ProcedureServices,
  transaction: Database,
  actor: Person,
  { kind, certificationId, plannedOn, complaintId }: PlanInspection,
): Promise<CreationOutcome<InspectionFile>> {
  // Against the correction of its department at the same moment.
  const title = await lockCertification(transaction, certificationId);
  if (title === null) return { kind: "unknown" };
  const relation = relationOfInspection({ ...title, kind, ...unknownToUnit });
  if (permittingGrant(actor, resourceOfKind(kind), "plan", relation) !== null) {
    const today = services.clock.today();
    const errors = [
      ...checkDayToCome(plannedOn, "/plannedOn", today),
      ...(await checkComplaint(transaction, actor, complaintId)),
    ];
    if (errors.length > 0) return invalid(...errors);
  }
  return writePlan(services, transaction, actor, { kind, title, plannedOn, drawId: null, complaintId });
}

/** Puts a planned look on record, by itself or as one of many that a draw has chosen. */
export async function writePlan(
  services: ProcedureServices,
  transaction: Database,
  actor: Person,
  { kind, title, plannedOn, drawId, complaintId }: Planned,
): Promise<CreationOutcome<InspectionFile>> {
  const { clock } = services;
  const at = clock.now();
  return performCreationIn(
    transaction,
    inspectionSubject(services, kind),
    {
      actor,
      act: "plan",
      relation: relationOfInspection({ ...title, kind, ...unknownToUnit }),
      policy: await policyInForce(services),
      at,
    },
    {
      context: async (inside) => {
        const full = await findCertification(inside, title.id);
        if (full === null) throw new Error(`the title ${title.id} is missing`);
        return {
          today: clock.today(),
          kind,
          titleStanding: standingForCheck(full, clock.today()),
          result: null,
          hasReasons: true,
          openItems: [],
          answerUntil: null,
          isAnswered: false,
          isRectified: true,
        };
      },
      write: async (inside) => {
        const row = await insertInspection(inside, {
          id: randomUUID(),
          kind,
          certificationId: title.id,
          organizationId: title.organizationId,
          district: title.district,
          period: halfOf(plannedOn),
          drawId,
          complaintId,
          plannedOn,
          noticeText: null,
          takesPlaceOn: null,
          createdBy: actor.userId,
          createdAt: at,
        });
        return { row, result: row, fields: ["kind", "certificationId", "plannedOn", "drawId", "complaintId"] };
      },
    },
  );
}

/** A check may follow from a complaint that the officer may know of (第十二条、第十六条). */
async function checkComplaint(transaction: Database, actor: Actor, id: string | null): Promise<InputErrors> {
  if (id === null) return [];
  const complaint = await findComplaint(transaction, id);
  const isKnown =
    complaint !== null &&
    permittingGrant(actor, complaintResource(complaint.subject), "read", relationOfComplaint) !== null;
  return isKnown ? [] : [{ path: "/complaintId", code: "unknown_record", message: "没有这件投诉，请核对编号" }];
}
