import type { Objection, Objector } from "@shifan/contract";
import {
  type Database,
  findObjection,
  listNoticeCases,
  listObjections,
  type ObjectionFile,
  type ObjectionFilter,
  type ObjectionRow,
  objectionsWithin,
  openMap,
  type RowsPage,
  readHolidayCalendar,
} from "@shifan/db";
import {
  type Actor,
  type Grant,
  objectionMachine,
  openActs,
  type Policy,
  permittingGrant,
  reachableBy,
} from "@shifan/rules";
import { noteRead } from "../acts/note-read.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { formatInstant } from "../clock.ts";
import { lastDayToAdmit } from "./last-day-to-admit.ts";
import { policyOfObjection, relationOfObjection } from "./subject.ts";

/** The objection and as whom it is read; null where the reader may not know of it. */
async function findReadable(database: Database, actor: Actor, id: string) {
  const file = await findObjection(database, id);
  if (file === null) return null;
  const relation = relationOfObjection({ ...file.objection, organizationId: file.organizationId });
  const grant = permittingGrant(actor, "objections", "read", relation);
  return grant === null ? null : { file, relation, grant };
}

/** One objection as its reader may see it. */
export async function readObjection(services: ProcedureServices, actor: Actor, id: string): Promise<Objection | null> {
  const { database } = services;
  const found = await findReadable(database, actor, id);
  if (found === null) return null;
  const { objection, fileIds, organizationId } = found.file;
  const cases = await listNoticeCases(database, objection.noticeId);
  const listed = cases.find(({ applicationId }) => applicationId === objection.applicationId);
  const known = {
    organizationId,
    position: listed?.position ?? 0,
    platformName: listed?.platformName ?? "",
    hasFiles: fileIds.length > 0,
  };
  const policy = await policyOfObjection(services, database, objection.noticeId);
  return describe(actor, found.grant, objection, { ...known, admitBy: await admitBy(database, policy, objection) });
}

/** The last day on which it is to be decided whether an objection is admitted; null where the calendar is not known that far. */
async function admitBy(database: Database, policy: Policy, { receivedOn }: ObjectionRow): Promise<string | null> {
  const year = Number(receivedOn.slice(0, 4));
  const calendar = await readHolidayCalendar(database, [year, year + 1]);
  return lastDayToAdmit(calendar, policy, receivedOn);
}

type Known = Pick<Objection, "position" | "platformName" | "hasFiles" | "admitBy"> & { organizationId: string };

/** The handling officers see how it came and what was replied; the organization sees the extract, its own answer and the days. */
function describe(actor: Actor, grant: Grant, row: ObjectionRow, { organizationId, ...known }: Known): Objection {
  const isHandled = grant.role === "city";
  const isStaff = isHandled || grant.role === "auditor";
  const { id, noticeId, applicationId, state, outcome, receivedOn, extract, answerUntil, answer, answeredOn } = row;
  const { inquiryUntil, decidedOn, repliedOn, revision } = row;
  const relation = relationOfObjection({ ...row, organizationId });
  return {
    id,
    noticeId,
    applicationId,
    position: known.position,
    platformName: known.platformName,
    state,
    outcome,
    channel: isStaff ? row.channel : null,
    receiptNumber: isHandled ? row.receiptNumber : null,
    receivedOn,
    admitBy: isStaff ? known.admitBy : null,
    extract,
    answerUntil,
    answer,
    answeredOn,
    inquiryUntil,
    finding: isStaff ? row.finding : null,
    decidedOn,
    reply: isHandled ? row.reply : null,
    repliedOn,
    hasFiles: isStaff && known.hasFiles,
    createdAt: formatInstant(row.createdAt),
    revision,
    allowedActs: [...openActs(objectionMachine, { state, relation, actor })],
  };
}

/** A page of the objections that a reader may know of. */
export async function listVisibleObjections(
  services: ProcedureServices,
  actor: Actor,
  filter: ObjectionFilter,
  page: RowsPage,
): Promise<{ objections: Objection[]; total: number; last: ObjectionRow | undefined }> {
  const { database } = services;
  const within = objectionsWithin(reachableBy(actor, "objections", "read"));
  const { rows, total } = await listObjections(database, { within, filter, page });
  const policies = new Map<string, Policy>();
  const objections: Objection[] = [];
  for (const { organizationId, position, platformName, hasFiles, ...row } of rows) {
    const grant = permittingGrant(actor, "objections", "read", relationOfObjection({ ...row, organizationId }));
    if (grant === null) continue;
    const policy = policies.get(row.noticeId) ?? (await policyOfObjection(services, database, row.noticeId));
    policies.set(row.noticeId, policy);
    const known = { organizationId, position, platformName, hasFiles };
    objections.push(describe(actor, grant, row, { ...known, admitBy: await admitBy(database, policy, row) }));
  }
  return { objections, total, last: rows.at(-1) };
}

/**
 * Who objects, in which words: for the handling officers alone, and each reading is noted. Null where the reader may not know of the objection at
 * all.
 */
export async function readObjector(
  services: ProcedureServices,
  actor: Actor,
  id: string,
): Promise<Objector | "not_permitted" | null> {
  const { database, clock, personalKeys } = services;
  const found = await findReadable(database, actor, id);
  if (found === null) return null;
  const grant = permittingGrant(actor, "objections", "read-identity", found.relation);
  if (grant === null) return "not_permitted";
  const { objection, fileIds } = found.file;
  const { name = null, phone = null, content = null, evidence = null } = openMap(personalKeys, objection.personal);
  await noteRead(database, {
    actor,
    grant,
    resource: "objections",
    act: "read-identity",
    recordId: id,
    relation: found.relation,
    fields: ["name", "phone", "content", "evidence", "fileIds"],
    at: clock.now(),
  });
  return { name, phone, content, evidence, fileIds };
}

/** Whether an actor reaches the scans of an objection's letter; they hold the words themselves. */
export function mayReadScans(actor: Actor, { objection, organizationId }: ObjectionFile): Grant | null {
  return permittingGrant(actor, "objections", "read-identity", relationOfObjection({ ...objection, organizationId }));
}

/** Notes that somebody has looked at a scan of an objection's letter. */
export function noteScanRead(
  { database, clock }: Pick<ProcedureServices, "database" | "clock">,
  actor: Actor,
  grant: Grant,
  { objection, organizationId }: ObjectionFile,
  fileId: string,
): Promise<void> {
  const read = { resource: "objections" as const, act: "read-identity" as const, recordId: objection.id };
  const relation = relationOfObjection({ ...objection, organizationId });
  return noteRead(database, { actor, grant, ...read, relation, fields: [`fileIds.${fileId}`], at: clock.now() });
}
