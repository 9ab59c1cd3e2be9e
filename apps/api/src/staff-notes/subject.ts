import type { NotedResource } from "@shifan/contract";
import { type Database, lockStaffNote, type StaffNoteRow } from "@shifan/db";
import { permittingGrant, type Relation, type StaffNoteState, staffNoteMachine } from "@shifan/rules";
import type { Person } from "../acts/begin.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";
import { findKnown } from "../record-acts/find-known.ts";

/** What a note is about. */
export type About = { readonly resource: NotedResource; readonly recordId: string };

/** A note lies where the record lies that it is about, and belongs to whoever wrote it. */
export function relationOfNote({ district }: Pick<Relation, "district">, author: string): Relation {
  return { organization: null, district, account: author, isHandedIn: true, isPaper: false, isPublished: false };
}

/**
 * Where the notes about a record lie, for whoever may read the record and its notes; null for anybody else. It is asked anew each time: a case that
 * goes to another department takes its notes along.
 */
export async function findNotedRelation(
  services: ProcedureServices,
  actor: Person,
  { resource, recordId }: About,
): Promise<Relation | null> {
  const known = await findKnown(services, actor, { resource, id: recordId });
  if (known === null) return null;
  const relation = relationOfNote(known.relation, actor.userId);
  return permittingGrant(actor, "staff_notes", "read", relation) === null ? null : relation;
}

/** A note with where the record lies that it is about. */
export type NoteFile = { readonly note: StaffNoteRow; readonly relation: Relation };

export const aboutOf = ({ resource, recordId }: StaffNoteRow): About => ({
  resource: resource as NotedResource,
  recordId,
});

/** Notes as records that live by their table; one about a record that the caller may not know of is not there for them. */
export function staffNoteSubject(
  services: ProcedureServices,
  actor: Person,
): Subject<NoteFile, StaffNoteState, unknown> {
  return {
    machine: staffNoteMachine,
    lock: async (transaction: Database, id) => {
      const note = await lockStaffNote(transaction, id);
      const lying = note && (await findNotedRelation({ ...services, database: transaction }, actor, aboutOf(note)));
      return note === null || lying === null ? null : { note, relation: relationOfNote(lying, note.writtenBy) };
    },
    idOf: ({ note }) => note.id,
    stateOf: ({ note }) => note.state,
    relationOf: ({ relation }) => relation,
    revisionOf: ({ note }) => note.revision,
    policyOf: () => policyInForce(services),
    recordOf: ({ note }) => note,
  };
}
