import { and, eq, gte, inArray, lt, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { isResult, type ResultAct } from "../schema/audit.ts";
import { applications, auditEntries, objections, rounds } from "../schema/index.ts";
import { type ApplicationRow, applicationColumns } from "./applications.ts";
import type { Between } from "./duties-of-rounds.ts";
import type { RoundRow } from "./rounds.ts";

export type { ResultAct } from "../schema/audit.ts";

/** What was done to a case, as its applicant is to be told; the case and its round as they are now. */
export type ResultRow = { id: string; at: Date; act: ResultAct; application: ApplicationRow; round: RoundRow };

/** The last thing that happened to each case, where it happened in a span. @param ids entries of the trail; null: all of them */
export async function listResults(
  database: Database,
  { from, before, ids }: Between & { ids: readonly string[] | null },
): Promise<ResultRow[]> {
  const { id, at, act, recordId } = auditEntries;
  const later = { resource: sql`later.resource`, outcome: sql`later.outcome`, act: sql`later.act` };
  const rows = await database
    .select({ id, at, act, application: applicationColumns, round: rounds })
    .from(auditEntries)
    .innerJoin(applications, eq(applications.id, recordId))
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .where(
      and(
        isResult(auditEntries),
        gte(at, from),
        lt(at, before),
        ids === null ? undefined : inArray(id, [...ids]),
        sql`not exists (select 1 from audit_entries later where later.record_id = ${recordId} and ${isResult(later)} and (later.at, later.revision) > (${at}, ${auditEntries.revision}))`,
      ),
    )
    .orderBy(at, id);
  return rows as ResultRow[];
}

/** The last day on which an applicant may answer an open objection; null where there is none. */
export async function findAnswerDay(database: Database, applicationId: string): Promise<string | null> {
  const [row] = await database
    .select({ until: sql<string | null>`max(${objections.answerUntil})::text` })
    .from(objections)
    .where(and(eq(objections.applicationId, applicationId), inArray(objections.state, ["admitted", "under_inquiry"])));
  return row?.until ?? null;
}
