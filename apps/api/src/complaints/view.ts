import type { Complainant, Complaint } from "@shifan/contract";
import { type ComplaintRow, findComplaint, listComplaints, openMap, type RowsPage } from "@shifan/db";
import {
  type Actor,
  type ComplaintState,
  type ComplaintSubject,
  complaintMachine,
  complaintSubjects,
  openActs,
  permittingGrant,
  staffComplaintMachine,
} from "@shifan/rules";
import { noteRead } from "../acts/note-read.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { formatInstant } from "../clock.ts";
import { complaintResource, relationOfComplaint } from "./subject.ts";

const may = (actor: Actor, about: ComplaintSubject, act: "read" | "read-identity") =>
  permittingGrant(actor, complaintResource(about), act, relationOfComplaint);

/** A complaint as its reader may see it; who complains, and in which words, is read apart. */
export function describeComplaint(actor: Actor, row: ComplaintRow): Complaint {
  const { id, subject, target, state, receiptNumber, receivedOn, revision } = row;
  const { reply, repliedOn, closedReason, closedOn } = row;
  const machine = subject === "staff" ? staffComplaintMachine : complaintMachine;
  // Whoever holds the number can look up the receipt.
  const isHandled = may(actor, subject, "read-identity") !== null;
  return {
    id,
    subject,
    target,
    state,
    receiptNumber: isHandled ? receiptNumber : null,
    receivedOn,
    reply: isHandled ? reply : null,
    repliedOn,
    closedReason,
    closedOn,
    createdAt: formatInstant(row.createdAt),
    revision,
    allowedActs: [...openActs(machine, { state, relation: relationOfComplaint, actor })],
  };
}

/** One complaint; null where the reader may not know of it. */
export async function findVisibleComplaint(
  { database }: Pick<ProcedureServices, "database">,
  actor: Actor,
  id: string,
): Promise<ComplaintRow | null> {
  const row = await findComplaint(database, id);
  return row === null || may(actor, row.subject, "read") === null ? null : row;
}

/** A page of the complaints that a reader may know of. */
export async function listVisibleComplaints(
  { database }: ProcedureServices,
  actor: Actor,
  { subject, state }: { subject?: ComplaintSubject | undefined; state?: ComplaintState | undefined },
  page: RowsPage,
): Promise<{ complaints: Complaint[]; total: number; last: ComplaintRow | undefined }> {
  const asked = complaintSubjects.filter((each) => subject === undefined || each === subject);
  const subjects = asked.filter((each) => may(actor, each, "read") !== null);
  if (subjects.length === 0) return { complaints: [], total: 0, last: undefined };
  const { rows, total } = await listComplaints(database, { subjects, state, page });
  return { complaints: rows.map((row) => describeComplaint(actor, row)), total, last: rows.at(-1) };
}

/** Who complains, in which words: for those who handle it, and each reading is noted. Null where the reader may not know of the complaint at all. */
export async function readComplainant(
  services: ProcedureServices,
  actor: Actor,
  id: string,
): Promise<Complainant | "not_permitted" | null> {
  const row = await findVisibleComplaint(services, actor, id);
  if (row === null) return null;
  const grant = may(actor, row.subject, "read-identity");
  if (grant === null) return "not_permitted";
  const { name = null, contact = null, content = null } = openMap(services.personalKeys, row.personal);
  await noteRead(services.database, {
    actor,
    grant,
    resource: complaintResource(row.subject),
    act: "read-identity",
    recordId: id,
    relation: relationOfComplaint,
    fields: ["name", "contact", "content"],
    at: services.clock.now(),
  });
  return { name, contact, content };
}
