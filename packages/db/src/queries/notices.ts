import { type CasePublicity, type NoticeKind, type NoticeState, openObjectionStates } from "@shifan/rules";
import { and, asc, eq, gte, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { noticeCases, notices, objections } from "../schema/index.ts";
import { countRows, pageOfRows, type RowsPage } from "./page-of-rows.ts";

export type NoticeRow = typeof notices.$inferSelect;
export type NoticeCaseRow = typeof noticeCases.$inferSelect;
/** A notice with its cases as they were published: one record. */
export type NoticeFile = { notice: NoticeRow; cases: NoticeCaseRow[] };

/** The publicity in which each of several cases stands now, with its objections, those from before an extension included; none for a case that is in none. */
export async function findCasePublicities(
  database: Database,
  applicationIds: readonly string[],
): Promise<Map<string, CasePublicity>> {
  const open = inArray(objections.state, [...openObjectionStates]);
  const upheld = eq(objections.outcome, "upheld");
  const rows = await database
    .select({
      id: noticeCases.applicationId,
      endsOn: notices.endsOn,
      open: sql<string>`count(${objections.id}) filter (where ${open})`,
      upheld: sql<string>`count(${objections.id}) filter (where ${upheld})`,
    })
    .from(noticeCases)
    .innerJoin(notices, eq(notices.id, noticeCases.noticeId))
    .leftJoin(objections, eq(objections.applicationId, noticeCases.applicationId))
    .where(
      and(
        inArray(noticeCases.applicationId, [...applicationIds]),
        eq(notices.kind, "publicity"),
        eq(notices.state, "published"),
      ),
    )
    .groupBy(noticeCases.applicationId, notices.id, notices.endsOn);
  return new Map(
    rows.flatMap(({ id, endsOn, ...counted }) => {
      if (endsOn === null) return [];
      return [[id, { endsOn, openObjections: Number(counted.open), upheldObjections: Number(counted.upheld) }]];
    }),
  );
}

/** The publicity of one case, see {@link findCasePublicities}; null where it is in none. */
export async function findCasePublicity(database: Database, applicationId: string): Promise<CasePublicity | null> {
  return (await findCasePublicities(database, [applicationId])).get(applicationId) ?? null;
}

/** The cases of a notice in the order in which they stand there. */
export async function listNoticeCases(database: Database, noticeId: string): Promise<NoticeCaseRow[]> {
  return database
    .select()
    .from(noticeCases)
    .where(eq(noticeCases.noticeId, noticeId))
    .orderBy(asc(noticeCases.position));
}

/** How each of several cases stands in its present publicity; those that are in none are left out. */
export async function listPublishedCases(
  database: Database,
  applicationIds: readonly string[],
): Promise<Map<string, NoticeCaseRow>> {
  const rows = await database
    .select({ noticeCase: noticeCases })
    .from(noticeCases)
    .innerJoin(notices, eq(notices.id, noticeCases.noticeId))
    .where(
      and(
        inArray(noticeCases.applicationId, [...applicationIds]),
        eq(notices.kind, "publicity"),
        eq(notices.state, "published"),
      ),
    );
  return new Map(rows.map(({ noticeCase }) => [noticeCase.applicationId, noticeCase]));
}

export async function findNotice(database: Database, id: string): Promise<NoticeFile | null> {
  const [notice] = await database.select().from(notices).where(eq(notices.id, id));
  return notice === undefined ? null : { notice, cases: await listNoticeCases(database, id) };
}

/** The notice, locked until the end of the transaction. */
export async function lockNotice(transaction: Database, id: string): Promise<NoticeFile | null> {
  const [notice] = await transaction.select().from(notices).where(eq(notices.id, id)).for("update");
  return notice === undefined ? null : { notice, cases: await listNoticeCases(transaction, id) };
}

/** The notice that extends this one; null where none does. */
export async function findExtensionOf(database: Database, id: string): Promise<NoticeRow | null> {
  const [notice] = await database.select().from(notices).where(eq(notices.extendsId, id));
  return notice ?? null;
}

export async function insertNotice(
  transaction: Database,
  notice: Omit<NoticeRow, "revision">,
  cases: readonly Omit<NoticeCaseRow, "noticeId">[],
): Promise<NoticeFile> {
  const [row] = await transaction
    .insert(notices)
    .values({ ...notice, revision: 1 })
    .returning();
  await insertNoticeCases(transaction, notice.id, cases);
  return { notice: row as NoticeRow, cases: await listNoticeCases(transaction, notice.id) };
}

export async function insertNoticeCases(
  transaction: Database,
  noticeId: string,
  cases: readonly Omit<NoticeCaseRow, "noticeId">[],
): Promise<void> {
  if (cases.length > 0) await transaction.insert(noticeCases).values(cases.map((each) => ({ ...each, noticeId })));
}

/** Changes a notice that the transaction has locked. */
export async function updateNotice(
  transaction: Database,
  id: string,
  changes: {
    state?: NoticeState;
    title?: string | undefined;
    text?: string | undefined;
    officialUrl?: string | null | undefined;
    officialPublishedOn?: string | null | undefined;
    publishedAt?: Date;
  },
): Promise<NoticeFile> {
  const [row] = await transaction
    .update(notices)
    .set({ ...changes, revision: sql`${notices.revision} + 1` })
    .where(eq(notices.id, id))
    .returning();
  return { notice: row as NoticeRow, cases: await listNoticeCases(transaction, id) };
}

/** The publicities that run on a day or are to begin after it. */
export async function listRunningPublicities(database: Database, day: string): Promise<NoticeRow[]> {
  return database
    .select()
    .from(notices)
    .where(and(eq(notices.kind, "publicity"), eq(notices.state, "published"), gte(notices.endsOn, day)))
    .orderBy(asc(notices.startsOn), asc(notices.id));
}

export type NoticeFilter = {
  kind?: NoticeKind | undefined;
  state?: NoticeState | undefined;
  roundId?: string | undefined;
};
/** A notice as a list shows it. */
export type NoticeListRow = NoticeRow & { caseCount: number };

/** Notices within a condition, by the instant at which they were made. */
export async function listNotices(
  database: Database,
  { within, filter, page }: { within: SQL; filter: NoticeFilter; page: RowsPage },
): Promise<{ rows: NoticeListRow[]; total: number }> {
  const where = and(
    within,
    filter.kind === undefined ? undefined : eq(notices.kind, filter.kind),
    filter.state === undefined ? undefined : eq(notices.state, filter.state),
    filter.roundId === undefined ? undefined : eq(notices.roundId, filter.roundId),
  );
  const { start, order, offset, limit } = pageOfRows({ at: notices.createdAt, id: notices.id }, page);
  const cases = sql<string>`(select count(*) from ${noticeCases} where ${noticeCases}.notice_id = ${notices}.id)`;
  const rows = await database
    .select({ notice: notices, cases })
    .from(notices)
    .where(and(where, start))
    .orderBy(...order)
    .offset(offset)
    .limit(limit);
  const matching = database.select({ id: notices.id }).from(notices).where(where);
  return {
    rows: rows.map(({ notice, cases: count }) => ({ ...notice, caseCount: Number(count) })),
    total: await countRows(database, matching, page.countUpTo),
  };
}

/** The columns by which access is applied to notices. */
export const noticeReachColumns = { published: isNotNull(notices.publishedAt) };
