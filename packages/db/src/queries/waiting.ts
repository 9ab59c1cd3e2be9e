import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** How much work of one kind waits. */
export type Waiting = {
  count: number;
  /** The earliest of the days that matter, YYYY-MM-DD; null where none is on record. */
  firstOn: string | null;
  /** Which record it is, where it is one alone. */
  id: string | null;
};

export const nothingWaits: Waiting = { count: 0, firstOn: null, id: null };

/** The columns by which waiting records are counted. @param day the day that matters of each */
export function waitingColumns(id: PgColumn | SQL, day: PgColumn | SQL) {
  return {
    count: sql<number>`count(*)::int`,
    firstOn: sql<string | null>`min(${day})::text`,
    id: sql<string | null>`case when count(*) = 1 then min(${id}) end`,
  };
}

/** The calendar day in Shanghai of an instant on record. */
export function dayOfInstant(instant: PgColumn): SQL {
  return sql`(${instant} at time zone 'Asia/Shanghai')::date`;
}
