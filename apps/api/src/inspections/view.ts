import { type Inspection, titleCheckKindLabels, titleCheckResultLabels } from "@shifan/contract";
import {
  type InspectionFilter,
  type InspectionListRow,
  inspectionsWithin,
  listInspections,
  type RowsPage,
  readInspection,
} from "@shifan/db";
import {
  type Actor,
  type Grant,
  itemsOfKind,
  openActs,
  type Policy,
  permittingGrant,
  reachableBy,
} from "@shifan/rules";
import type { ProcedureServices } from "../acts/services.ts";
import { formatInstant } from "../clock.ts";
import { machineOfKind, policyOfInspection, relationOfInspection, resourceOfKind } from "./subject.ts";

type Services = Pick<ProcedureServices, "database" | "catalog" | "clock" | "defaultPolicy">;

/** As whom an actor reads a look; null where they may not know of it. */
export function readingGrant(actor: Actor, row: InspectionListRow): Grant | null {
  return permittingGrant(actor, resourceOfKind(row.kind), "read", relationOfInspection(row));
}

/** One look with its names; null where the reader may not know of it. */
export async function findVisibleInspection(
  { database, clock }: Services,
  actor: Actor,
  id: string,
): Promise<{ row: InspectionListRow; grant: Grant } | null> {
  const row = await readInspection(database, id, clock.today());
  const grant = row === null ? null : readingGrant(actor, row);
  return row === null || grant === null ? null : { row, grant };
}

/** One look as its reader sees it. */
export async function showInspection(services: Services, actor: Actor, id: string): Promise<Inspection | null> {
  const found = await findVisibleInspection(services, actor, id);
  if (found === null) return null;
  const policy = await policyOfInspection(services, found.row.policyVersion);
  return describe(actor, found.grant, found.row, policy);
}

function describe(actor: Actor, grant: Grant, row: InspectionListRow, policy: Policy): Inspection {
  const isSupervisor = grant.role === "city" || grant.role === "auditor";
  const { createdBy: _by, createdAt, policyVersion: _version, validTo: _validTo, ...known } = row;
  return {
    ...known,
    kindName: titleCheckKindLabels[row.kind],
    resultName: row.result === null ? null : titleCheckResultLabels[row.result],
    // What has led to a look is not for the unit to know: who complains is protected, and who is drawn comes unannounced.
    drawId: isSupervisor ? row.drawId : null,
    complaintId: isSupervisor ? row.complaintId : null,
    checklist: describeChecklist(row, policy),
    ratings: policy.document.supervision.checklist.ratings.map(({ id, label, needs_remark: needsRemark }) => ({
      id,
      label,
      needsRemark,
    })),
    fileIds: [...row.fileIds],
    createdAt: formatInstant(createdAt),
    allowedActs: openActsOn(actor, row),
  };
}

/** The items of the policy by which it was looked at, each with what was found. */
export function describeChecklist(
  { kind, checklist: answers }: Pick<InspectionListRow, "kind" | "checklist">,
  { document: { supervision } }: Policy,
): Inspection["checklist"] {
  const { subjects, ratings } = supervision.checklist;
  return itemsOfKind(supervision.checklist, kind).map(({ id, subject, ...item }) => {
    const answer = answers[id];
    return {
      item: id,
      subject: subjects.find((each) => each.id === subject)?.title ?? "",
      title: item.title,
      how: item.how,
      article: item.article,
      mark: item.mark,
      ground: item.ground,
      rating: answer?.rating ?? null,
      ratingName: ratings.find((each) => each.id === answer?.rating)?.label ?? null,
      remark: answer?.remark ?? "",
    };
  });
}

/** What is open to the actor, without what a look of this kind or with this result never takes. */
function openActsOn(actor: Actor, row: InspectionListRow): string[] {
  const { kind, state, result, rectifyUntil } = row;
  const isAnnounced = kind !== "appraisal" || state !== "planned";
  const isToBeHeard = state === "carried_out" && (result === "absent" || result === "falsified");
  const offered: Readonly<Record<string, boolean>> = {
    notify: kind === "appraisal",
    record: isAnnounced,
    hear: isToBeHeard,
    close: !isToBeHeard,
    "check-again": rectifyUntil !== null,
  };
  const open = openActs(machineOfKind(kind), { state, relation: relationOfInspection(row), actor });
  return open.filter((act) => offered[act] ?? true);
}

/** A page of the looks that a reader may know of. */
export async function listVisibleInspections(
  services: Services,
  actor: Actor,
  filter: InspectionFilter,
  page: RowsPage,
): Promise<{ inspections: Inspection[]; total: number; last: InspectionListRow | undefined }> {
  const within = inspectionsWithin({
    inspections: reachableBy(actor, "inspections", "read"),
    cityChecks: reachableBy(actor, "city_checks", "read"),
  });
  const { database, clock } = services;
  const { rows, total } = await listInspections(database, { within, filter, page, day: clock.today() });
  const policies = new Map<number | null, Policy>();
  const inspections: Inspection[] = [];
  for (const row of rows) {
    const grant = readingGrant(actor, row);
    if (grant === null) continue;
    const policy = policies.get(row.policyVersion) ?? (await policyOfInspection(services, row.policyVersion));
    policies.set(row.policyVersion, policy);
    inspections.push(describe(actor, grant, row, policy));
  }
  return { inspections, total, last: rows.at(-1) };
}
