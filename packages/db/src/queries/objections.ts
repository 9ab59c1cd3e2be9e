import type { ObjectionState } from "@shifan/rules";
import { and, asc, eq, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { applications, noticeCases, objectionFiles, objections } from "../schema/index.ts";
import { countRows, pageOfRows, type RowsPage } from "./page-of-rows.ts";
import { type Reach, withinReach } from "./reach.ts";

export type ObjectionRow = typeof objections.$inferSelect;
/** An objection with the scans of its letter in their order, and whose case it is about. */
export type ObjectionFile = { objection: ObjectionRow; fileIds: string[]; organizationId: string };

type NewObjection = Pick<
  ObjectionRow,
  | "id"
  | "noticeId"
  | "applicationId"
  | "receiptNumber"
  | "channel"
  | "receivedOn"
  | "enteredBy"
  | "personal"
  | "createdAt"
>;

export async function insertObjection(
  transaction: Database,
  objection: NewObjection,
  fileIds: readonly string[],
): Promise<ObjectionFile> {
  await transaction.insert(objections).values({ ...objection, state: "filed", revision: 1 });
  if (fileIds.length > 0) {
    await transaction
      .insert(objectionFiles)
      .values(fileIds.map((fileId, position) => ({ objectionId: objection.id, fileId, position })));
  }
  const made = await findObjection(transaction, objection.id);
  if (made === null) throw new Error("an objection is missing right after it was made");
  return made;
}

async function complete(database: Database, objection: ObjectionRow | undefined): Promise<ObjectionFile | null> {
  if (objection === undefined) return null;
  const [application] = await database
    .select({ organizationId: applications.organizationId })
    .from(applications)
    .where(eq(applications.id, objection.applicationId));
  const files = await database
    .select({ fileId: objectionFiles.fileId })
    .from(objectionFiles)
    .where(eq(objectionFiles.objectionId, objection.id))
    .orderBy(asc(objectionFiles.position));
  return { objection, fileIds: files.map(({ fileId }) => fileId), organizationId: application?.organizationId ?? "" };
}

export async function findObjection(database: Database, id: string): Promise<ObjectionFile | null> {
  const [row] = await database.select().from(objections).where(eq(objections.id, id));
  return complete(database, row);
}

/** The objection, locked until the end of the transaction. */
export async function lockObjection(transaction: Database, id: string): Promise<ObjectionFile | null> {
  const [row] = await transaction.select().from(objections).where(eq(objections.id, id)).for("update");
  return complete(transaction, row);
}

export async function findObjectionByReceipt(database: Database, receiptNumber: string): Promise<ObjectionRow | null> {
  const [row] = await database.select().from(objections).where(eq(objections.receiptNumber, receiptNumber));
  return row ?? null;
}

/** The objection whose letter a file is a scan of; null when none. */
export async function findObjectionOfFile(database: Database, fileId: string): Promise<ObjectionFile | null> {
  const [row] = await database
    .select({ id: objectionFiles.objectionId })
    .from(objectionFiles)
    .where(eq(objectionFiles.fileId, fileId))
    .limit(1);
  return row === undefined ? null : findObjection(database, row.id);
}

/** Changes an objection that the transaction has locked. */
export async function updateObjection(
  transaction: Database,
  id: string,
  changes: Partial<
    Pick<
      ObjectionRow,
      | "state"
      | "outcome"
      | "personal"
      | "extract"
      | "answerUntil"
      | "answer"
      | "answeredOn"
      | "inquiryUntil"
      | "finding"
      | "decidedOn"
      | "reply"
      | "repliedOn"
    >
  >,
): Promise<ObjectionFile> {
  const [row] = await transaction
    .update(objections)
    .set({ ...changes, revision: sql`${objections.revision} + 1` })
    .where(eq(objections.id, id))
    .returning();
  return (await complete(transaction, row)) as ObjectionFile;
}

/** What stands for an objection in the audit trail: it with the scans of its letter. */
export async function stateOfObjection(database: Database, id: string) {
  const found = await findObjection(database, id);
  return found === null ? null : { objection: found.objection, fileIds: found.fileIds };
}

/** What was found of the objections to a case that were upheld, oldest first. */
export async function listUpheldFindings(database: Database, applicationId: string): Promise<string[]> {
  const rows = await database
    .select({ finding: objections.finding })
    .from(objections)
    .where(and(eq(objections.applicationId, applicationId), eq(objections.outcome, "upheld")))
    .orderBy(asc(objections.createdAt), asc(objections.id));
  return rows.flatMap(({ finding }) => finding ?? []);
}

/** The objections of which it is still to be decided whether they are admitted: to which publicity, and on which day they came. */
export async function listObjectionsToAdmit(
  database: Database,
): Promise<Pick<ObjectionRow, "noticeId" | "receivedOn">[]> {
  return database
    .select({ noticeId: objections.noticeId, receivedOn: objections.receivedOn })
    .from(objections)
    .where(eq(objections.state, "filed"))
    .orderBy(asc(objections.receivedOn), asc(objections.id));
}

export type ObjectionFilter = {
  state?: ObjectionState | undefined;
  outcome?: NonNullable<ObjectionRow["outcome"]> | undefined;
  applicationId?: string | undefined;
  noticeId?: string | undefined;
};
/** An objection as a list shows it, with the case as it was published. */
export type ObjectionListRow = ObjectionRow & {
  organizationId: string;
  position: number;
  platformName: string;
  hasFiles: boolean;
};

/** Objections within a condition, by the instant at which they were entered. */
export async function listObjections(
  database: Database,
  { within, filter, page }: { within: SQL; filter: ObjectionFilter; page: RowsPage },
): Promise<{ rows: ObjectionListRow[]; total: number }> {
  const where = and(
    within,
    filter.state === undefined ? undefined : eq(objections.state, filter.state),
    filter.outcome === undefined ? undefined : eq(objections.outcome, filter.outcome),
    filter.applicationId === undefined ? undefined : eq(objections.applicationId, filter.applicationId),
    filter.noticeId === undefined ? undefined : eq(objections.noticeId, filter.noticeId),
  );
  const { start, order, offset, limit } = pageOfRows({ at: objections.createdAt, id: objections.id }, page);
  const rows = await database
    .select({
      objection: objections,
      organizationId: applications.organizationId,
      position: noticeCases.position,
      platformName: noticeCases.platformName,
      hasFiles: sql<boolean>`exists (select 1 from ${objectionFiles} where ${objectionFiles.objectionId} = ${objections.id})`,
    })
    .from(objections)
    .innerJoin(applications, eq(applications.id, objections.applicationId))
    .innerJoin(
      noticeCases,
      and(eq(noticeCases.noticeId, objections.noticeId), eq(noticeCases.applicationId, objections.applicationId)),
    )
    .where(and(where, start))
    .orderBy(...order)
    .offset(offset)
    .limit(limit);
  const matching = database.select({ id: objections.id }).from(objections).where(where);
  return {
    rows: rows.map(({ objection, ...known }) => ({ ...objection, ...known })),
    total: await countRows(database, matching, page.countUpTo),
  };
}

/** The objections that a reach covers. An applicant knows of one from its admission on, when there is an extract. */
export function objectionsWithin(reach: Reach): SQL {
  const isOwn = ({ scope }: Reach[number]) => scope === "own_organization";
  const ofOrganization = withinReach(reach.filter(isOwn), { organization: applications.organizationId });
  const own = and(
    sql`${objections.applicationId} in (select ${applications.id} from ${applications} where ${ofOrganization})`,
    isNotNull(objections.extract),
  );
  const others = withinReach(
    reach.filter((each) => !isOwn(each)),
    {},
  );
  return or(others, reach.some(isOwn) ? own : undefined) ?? sql`false`;
}
