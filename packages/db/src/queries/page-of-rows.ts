import { and, asc, desc, eq, gt, lt, or, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

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
    limit: page.limit,
  };
}
