import { randomUUID } from "node:crypto";
import type { FileComplaint, RegisterComplaint } from "@shifan/contract";
import {
  type ComplaintRow,
  type Database,
  findComplaint,
  insertComplaint,
  openMap,
  sealMap,
  updateComplaint,
} from "@shifan/db";
import { type Actor, permittingGrant, publicActor, type Relation } from "@shifan/rules";
import type { On, Person } from "../acts/begin.ts";
import { type ActOutcome, type CreationOutcome, type InputErrors, invalid } from "../acts/outcome.ts";
import { performAct, performCreationIn } from "../acts/perform.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { checkDay } from "../organizations/input.ts";
import { checkNamesNobody } from "../receipts/names-nobody.ts";
import { newReceiptNumber } from "../receipts/number.ts";
import { complaintSubjectOf, relationOfComplaint } from "./subject.ts";

/** Anybody complains, at any time of the year and without a name if they like (第十二条、第十六条). */
export function fileComplaint(
  services: ProcedureServices,
  transaction: Database,
  complaint: FileComplaint,
): Promise<CreationOutcome<ComplaintRow>> {
  const receivedOn = services.clock.today();
  const relation = { ...relationOfComplaint, isPublished: true };
  return takeDown(services, transaction, { actor: publicActor, relation, ...complaint, receivedOn });
}

/** Takes down what somebody wrote or said to the office. */
export async function registerComplaint(
  services: ProcedureServices,
  transaction: Database,
  actor: Person,
  complaint: RegisterComplaint,
): Promise<CreationOutcome<ComplaintRow>> {
  const mayFile = permittingGrant(actor, "complaints", "file", relationOfComplaint) !== null;
  const errors = mayFile ? checkDay(complaint.receivedOn, "/receivedOn", services.clock.today()) : [];
  if (errors.length > 0) return invalid(...errors);
  return takeDown(services, transaction, { actor, relation: relationOfComplaint, ...complaint });
}

type Taken = FileComplaint & { readonly actor: Actor; readonly relation: Relation; readonly receivedOn: string };

async function takeDown(
  services: ProcedureServices,
  transaction: Database,
  { actor, relation, subject, target, receivedOn, ...personal }: Taken,
): Promise<CreationOutcome<ComplaintRow>> {
  const at = services.clock.now();
  return performCreationIn(
    transaction,
    complaintSubjectOf(services, subject),
    { actor, act: "file", relation, policy: await policyInForce(services), at },
    {
      context: async () => ({ hasReasons: true }),
      write: async (inside) => {
        const row = await insertComplaint(inside, {
          id: randomUUID(),
          receiptNumber: newReceiptNumber(),
          subject,
          target,
          receivedOn,
          personal: sealMap(services.personalKeys, personal),
          createdAt: at,
        });
        return { row, result: row, fields: ["subject", "target", "personal"] };
      },
    },
  );
}

async function actOn(
  services: ProcedureServices,
  on: On,
  act: "reply" | "close",
  changes: Parameters<typeof updateComplaint>[2],
  check: (complaint: ComplaintRow) => InputErrors = () => [],
): Promise<ActOutcome<ComplaintRow>> {
  // What a complaint is about never changes; whether the caller reaches that kind is decided below.
  const about = await findComplaint(services.database, on.id);
  if (about === null) return { kind: "unknown" };
  return performAct(
    services.database,
    complaintSubjectOf(services, about.subject),
    { ...on, act, at: services.clock.now() },
    {
      check: async (_, complaint) => check(complaint),
      context: async () => ({ hasReasons: true }),
      write: async (transaction, { id }, { to }) => {
        const row = await updateComplaint(transaction, id, { state: to, ...changes });
        return { row, result: row, fields: ["state", ...Object.keys(changes)] };
      },
    },
  );
}

/** Answers a complaint, for whoever holds its number to read; a further answer takes the place of the one before. */
export function replyToComplaint(services: ProcedureServices, on: On, reply: string) {
  const changes = { reply, repliedOn: services.clock.today() };
  return actOn(services, on, "reply", changes, ({ personal }) => {
    const { name = null, contact = null } = openMap(services.personalKeys, personal);
    return checkNamesNobody({ name, address: contact }, reply, "/reply");
  });
}

/** Closes a complaint, with what came of it. */
export function closeComplaint(services: ProcedureServices, on: On, closedReason: string) {
  return actOn(services, on, "close", { closedReason, closedOn: services.clock.today() });
}
