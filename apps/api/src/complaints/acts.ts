import { randomUUID } from "node:crypto";
import type { FileComplaint } from "@shifan/contract";
import {
  type ComplaintRow,
  type Database,
  findComplaint,
  insertComplaint,
  openMap,
  sealMap,
  updateComplaint,
} from "@shifan/db";
import { publicActor } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, CreationOutcome, InputErrors } from "../acts/outcome.ts";
import { performAct, performCreationIn } from "../acts/perform.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { checkNamesNobody } from "../receipts/names-nobody.ts";
import { newReceiptNumber } from "../receipts/number.ts";
import { complaintSubjectOf, relationOfComplaint } from "./subject.ts";

/** Anybody complains, at any time of the year and without a name if they like (第十二条、第十六条). */
export async function fileComplaint(
  services: ProcedureServices,
  transaction: Database,
  { subject, target, ...personal }: FileComplaint,
): Promise<CreationOutcome<ComplaintRow>> {
  const { clock } = services;
  const at = clock.now();
  return performCreationIn(
    transaction,
    complaintSubjectOf(services, subject),
    {
      actor: publicActor,
      act: "file",
      relation: { ...relationOfComplaint, isPublished: true },
      policy: await policyInForce(services),
      at,
    },
    {
      context: async () => ({ hasReasons: true }),
      write: async (inside) => {
        const row = await insertComplaint(inside, {
          id: randomUUID(),
          receiptNumber: newReceiptNumber(),
          subject,
          target,
          receivedOn: clock.today(),
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
