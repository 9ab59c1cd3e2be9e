import { randomUUID } from "node:crypto";
import type { WriteStaffNote } from "@shifan/contract";
import { type Database, insertStaffNote, sealMap, withdrawStaffNote } from "@shifan/db";
import { permittingGrant } from "@shifan/rules";
import type { On, Person } from "../acts/begin.ts";
import type { ActOutcome, CreationOutcome } from "../acts/outcome.ts";
import { performAct, performCreationIn } from "../acts/perform.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { findNotedRelation, type NoteFile, staffNoteSubject } from "./subject.ts";

/** Leaves a note about a record for the other departments (第三条). Its words stand in the note alone, not in the trail. */
export async function writeStaffNote(
  services: ProcedureServices,
  transaction: Database,
  actor: Person,
  { resource, recordId, text }: WriteStaffNote,
): Promise<CreationOutcome<{ id: string }>> {
  const inside = { ...services, database: transaction };
  const relation = await findNotedRelation(inside, actor, { resource, recordId });
  if (relation === null) return { kind: "unknown" };
  const at = services.clock.now();
  const grant = permittingGrant(actor, "staff_notes", "write", relation);
  return performCreationIn(
    transaction,
    staffNoteSubject(services, actor),
    { actor, act: "write", relation, policy: await policyInForce(services), at },
    {
      context: async () => null,
      write: async (_, { to }) => {
        const note = await insertStaffNote(transaction, {
          id: randomUUID(),
          resource,
          recordId,
          state: to,
          personal: sealMap(services.personalKeys, { text }),
          writtenBy: actor.userId,
          role: grant?.role ?? "",
          district: grant?.district ?? null,
          createdAt: at,
        });
        return { row: { note, relation }, result: { id: note.id }, fields: ["resource", "recordId", "personal"] };
      },
    },
  );
}

/** Whoever wrote a note takes it back; it stays to be read, as withdrawn. */
export function withdrawNote(services: ProcedureServices, on: On): Promise<ActOutcome<NoteFile>> {
  const at = services.clock.now();
  return performAct(
    services.database,
    staffNoteSubject(services, on.actor),
    { ...on, act: "withdraw", at },
    {
      context: async () => null,
      write: async (transaction, { note: before, relation }) => {
        const note = await withdrawStaffNote(transaction, before.id, at);
        const row = { note, relation };
        return { row, result: row, fields: ["state", "withdrawnAt"] };
      },
    },
  );
}
