import type { StaffNote } from "@shifan/contract";
import { findStaffNote, listStaffNotes, openMap, type RowsPage, type StaffNoteListRow } from "@shifan/db";
import { type Actor, openActs, type Relation, type Role, staffNoteMachine } from "@shifan/rules";
import type { Person } from "../acts/begin.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { formatInstant } from "../clock.ts";
import { type About, aboutOf, findNotedRelation, relationOfNote } from "./subject.ts";

function describe(
  { personalKeys }: ProcedureServices,
  actor: Actor,
  lying: Relation,
  { id, state, personal, writtenBy, authorName, ...row }: StaffNoteListRow,
): StaffNote {
  const relation = relationOfNote(lying, writtenBy);
  return {
    id,
    ...aboutOf({ ...row, id, state, personal, writtenBy }),
    state,
    text: openMap(personalKeys, personal).text ?? null,
    authorName,
    role: row.role as Role,
    district: row.district,
    isOwn: writtenBy === actor.userId,
    createdAt: formatInstant(row.createdAt),
    withdrawnAt: row.withdrawnAt === null ? null : formatInstant(row.withdrawnAt),
    revision: row.revision,
    allowedActs: [...openActs(staffNoteMachine, { state, relation, actor })],
  };
}

/** One note as its reader sees it; null where the reader may not know of it. */
export async function showStaffNote(services: ProcedureServices, actor: Person, id: string): Promise<StaffNote | null> {
  const row = await findStaffNote(services.database, id);
  const lying = row && (await findNotedRelation(services, actor, aboutOf(row)));
  return row === null || lying === null ? null : describe(services, actor, lying, row);
}

/** A page of the notes about one record; none where the reader may not know of it. */
export async function listVisibleNotes(
  services: ProcedureServices,
  actor: Person,
  about: About,
  page: RowsPage,
): Promise<{ notes: StaffNote[]; total: number; last: StaffNoteListRow | undefined }> {
  const lying = await findNotedRelation(services, actor, about);
  if (lying === null) return { notes: [], total: 0, last: undefined };
  const { rows, total } = await listStaffNotes(services.database, about, page);
  return { notes: rows.map((row) => describe(services, actor, lying, row)), total, last: rows.at(-1) };
}
