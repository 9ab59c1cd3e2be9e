import { and, asc, desc, eq, gt, lt, or, type Placeholder, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Database } from "../database.ts";

/** Which page of records is asked for, in the order of the instant at which they came to be. */
export type RowsPage = {
  descending: boolean;
  limit: number;
  /** The place of the page's first row, from 0; or the row behind which it begins. */
  from: number;
  after: { at: Date; id: string } | null;
  countUpTo: number | null;
};

/** The condition and the order of a page; its condition stands beside the query's own. */
export function pageOfRows(columns: { at: PgColumn; id: PgColumn }, page: RowsPage) {
  const beyond = page.descending ? lt : gt;
  const order = page.descending ? desc : asc;
  const { after } = page;
  const start: SQL | undefined =
    after === null
      ? undefined
      : or(beyond(columns.at, after.at), and(eq(columns.at, after.at), beyond(columns.id, after.id)));
  return {
    start,
    order: [order(columns.at), order(columns.id)],
    offset: after === null ? page.from : 0,
    limit: atMost(page.limit),
  };
}

/**
 * So many rows, written into the statement. The embedded engine keeps one plan for all values of a statement, and takes a limit among them for a tenth of the
 * table: then it would rather look through a table than through an index.
 */
export function atMost(rows: number): Placeholder {
  // The query builder takes a piece of a statement as well as a value, and says so of one kind of piece alone.
  return sql.raw(String(rows)) as SQLWrapper as Placeholder;
}

/** How many rows a query has; counted no further than was asked for, where null counts to the end. */
export async function countRows(
  database: Database,
  rows: SQLWrapper & { limit(most: Placeholder): SQLWrapper },
  upTo: number | null,
): Promise<number> {
  const counted = upTo === null ? rows : rows.limit(atMost(upTo));
  const [count] = await database.select({ total: sql<string>`count(*)` }).from(sql`${counted} as counted`);
  return Number(count?.total ?? 0);
}
