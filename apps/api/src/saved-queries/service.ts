import { randomUUID } from "node:crypto";
import { type SavedQuery, type SaveQuery, savedQueriesOfList } from "@shifan/contract";
import {
  type Database,
  deleteSavedQuery,
  insertSavedQuery,
  listSavedQueries,
  lockSavedQuery,
  lockUser,
  renameSavedQuery,
  type SavedQueryRow,
} from "@shifan/db";
import { permittingGrant, type Relation } from "@shifan/rules";
import type { On, Person } from "../acts/begin.ts";
import { noteAct } from "../acts/note-read.ts";
import { type ActOutcome, type CreationOutcome, type InputErrors, invalid } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { formatInstant } from "../clock.ts";

/** What a person keeps is their own. */
const relationOf = (userId: string): Relation => ({
  organization: null,
  district: null,
  account: userId,
  isHandedIn: true,
  isPaper: false,
  isPublished: false,
});

const grantOf = (actor: Person, act: "read" | "save" | "rename" | "remove") =>
  permittingGrant(actor, "saved_queries", act, relationOf(actor.userId));

const refused = { kind: "refused", code: "not_permitted", params: {}, article: null } as const;

export function describeSavedQuery(row: SavedQueryRow): SavedQuery {
  const { id, list, name, filter, sortField, isDescending, createdAt, revision } = row;
  const sort = sortField === null ? null : { field: sortField, isDescending };
  return {
    id,
    list,
    name,
    filter: { ...filter } as SavedQuery["filter"],
    sort,
    createdAt: formatInstant(createdAt),
    revision,
  };
}

/** What the person has saved, in the order of saving; null for whoever is not in office. */
export async function listOwnQueries(
  { database }: ProcedureServices,
  actor: Person,
  list: string | null,
): Promise<SavedQuery[] | null> {
  if (grantOf(actor, "read") === null) return null;
  return (await listSavedQueries(database, actor.userId, list)).map(describeSavedQuery);
}

export async function findOwnQuery(
  { database }: ProcedureServices,
  actor: Person,
  id: string,
): Promise<SavedQuery | null> {
  const row = (await listSavedQueries(database, actor.userId, null)).find((each) => each.id === id);
  return row === undefined || grantOf(actor, "read") === null ? null : describeSavedQuery(row);
}

/** A name stands for one query of a list. */
const checkName = (others: readonly SavedQueryRow[], name: string): InputErrors =>
  others.some((each) => each.name === name)
    ? [{ path: "/name", code: "taken", message: "这个列表里已有同名的查询，请换一个名称" }]
    : [];

/** Saves how the person looks at a list. Two calls of one person come one after the other, so that names and limit hold. */
export async function saveQuery(
  services: ProcedureServices,
  transaction: Database,
  actor: Person,
  { list, name, filter, sort }: SaveQuery,
): Promise<CreationOutcome<{ id: string }>> {
  const { userId } = actor;
  const grant = grantOf(actor, "save");
  if (grant === null) return refused;
  await lockUser(transaction, userId);
  const present = await listSavedQueries(transaction, userId, list);
  const message = `每个列表最多保存${savedQueriesOfList}个查询，请先删去不用的`;
  if (present.length >= savedQueriesOfList) return invalid({ path: "", code: "too_many", message });
  const errors = checkName(present, name);
  if (errors.length > 0) return invalid(...errors);
  const at = services.clock.now();
  const row = await insertSavedQuery(transaction, {
    id: randomUUID(),
    userId,
    list,
    name,
    filter,
    sortField: sort?.field ?? null,
    isDescending: sort?.isDescending ?? false,
    createdAt: at,
  });
  await noteQuery(transaction, actor, { grant, recordId: row.id, at, act: "save", fields: ["name", "filter", "sort"] });
  return { kind: "accepted", result: { id: row.id }, revision: row.revision };
}

type Noted = Omit<Parameters<typeof noteAct>[1], "actor" | "resource" | "relation">;

/** The trail says that it was done; what is looked for is the person's own and stands nowhere else. */
const noteQuery = (transaction: Database, actor: Person, noted: Noted) =>
  noteAct(transaction, { ...noted, actor, resource: "saved_queries", relation: relationOf(actor.userId) });

/** Another name for what is saved. */
export function renameQuery(services: ProcedureServices, on: On, name: string): Promise<ActOutcome<SavedQueryRow>> {
  return changeOwn(services, on, "rename", async (transaction, row) => {
    const others = (await listSavedQueries(transaction, row.userId, row.list)).filter(({ id }) => id !== row.id);
    const errors = checkName(others, name);
    return errors.length > 0 ? invalid(...errors) : renameSavedQuery(transaction, row.id, name);
  });
}

/** What is removed is gone: how somebody looked at a list is nobody's evidence. */
export function removeQuery(services: ProcedureServices, on: On): Promise<ActOutcome<SavedQueryRow>> {
  return changeOwn(services, on, "remove", async (transaction, row) => {
    await deleteSavedQuery(transaction, row.id);
    return row;
  });
}

function changeOwn(
  { database, clock }: ProcedureServices,
  { actor, id, revision }: On,
  act: "rename" | "remove",
  change: (transaction: Database, row: SavedQueryRow) => Promise<SavedQueryRow | ReturnType<typeof invalid>>,
): Promise<ActOutcome<SavedQueryRow>> {
  return database.transaction(async (transaction): Promise<ActOutcome<SavedQueryRow>> => {
    const grant = grantOf(actor, act);
    if (grant === null) return refused;
    await lockUser(transaction, actor.userId);
    const row = await lockSavedQuery(transaction, actor.userId, id);
    if (row === null) return { kind: "unknown" };
    if (row.revision !== revision) return { kind: "stale", revision: row.revision, state: "saved" };
    const changed = await change(transaction, row);
    if ("kind" in changed) return changed;
    await noteQuery(transaction, actor, {
      grant,
      recordId: id,
      at: clock.now(),
      act,
      fields: act === "rename" ? ["name"] : [],
    });
    return { kind: "accepted", result: changed, revision: changed.revision };
  });
}
