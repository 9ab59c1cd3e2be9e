import { sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { rowsOf } from "../rows.ts";

/** What the database's machine takes for the present instant; only to see how far the two clocks are apart. */
export async function readDatabaseClock(database: Database): Promise<Date> {
  const [row] = rowsOf<{ milliseconds: string | number }>(
    await database.execute(sql`select (extract(epoch from clock_timestamp()) * 1000)::bigint as milliseconds`),
  );
  return new Date(Number(row?.milliseconds));
}
