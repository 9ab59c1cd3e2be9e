import { type CasePublicity, openObjectionStates } from "@shifan/rules";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { noticeCases, notices, objections } from "../schema/index.ts";

export type NoticeRow = typeof notices.$inferSelect;
export type NoticeCaseRow = typeof noticeCases.$inferSelect;

/** The publicity in which a case stands now, with its objections, those from before an extension included; null where it is in none. */
export async function findCasePublicity(database: Database, applicationId: string): Promise<CasePublicity | null> {
  const [notice] = await database
    .select({ endsOn: notices.endsOn })
    .from(noticeCases)
    .innerJoin(notices, eq(notices.id, noticeCases.noticeId))
    .where(
      and(eq(noticeCases.applicationId, applicationId), eq(notices.kind, "publicity"), eq(notices.state, "published")),
    );
  if (notice === undefined || notice.endsOn === null) return null;
  const [counted] = await database
    .select({
      open: sql<string>`count(*) filter (where ${inArray(objections.state, [...openObjectionStates])})`,
      upheld: sql<string>`count(*) filter (where ${objections.outcome} = 'upheld')`,
    })
    .from(objections)
    .where(eq(objections.applicationId, applicationId));
  return {
    endsOn: notice.endsOn,
    openObjections: Number(counted?.open ?? 0),
    upheldObjections: Number(counted?.upheld ?? 0),
  };
}

/** The cases of a notice in the order in which they stand there. */
export async function listNoticeCases(database: Database, noticeId: string): Promise<NoticeCaseRow[]> {
  return database
    .select()
    .from(noticeCases)
    .where(eq(noticeCases.noticeId, noticeId))
    .orderBy(asc(noticeCases.position));
}

/** How a case stands in its present publicity; null where it is in none. */
export async function findNoticeCaseOf(database: Database, applicationId: string): Promise<NoticeCaseRow | null> {
  const [row] = await database
    .select({ noticeCase: noticeCases })
    .from(noticeCases)
    .innerJoin(notices, eq(notices.id, noticeCases.noticeId))
    .where(
      and(eq(noticeCases.applicationId, applicationId), eq(notices.kind, "publicity"), eq(notices.state, "published")),
    );
  return row?.noticeCase ?? null;
}
