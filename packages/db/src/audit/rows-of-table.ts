import type { InferSelectModel, SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../database.ts";

type Row = Record<string, unknown>;

/** Reads every row of a table in the order of its key, a page at a time, so that a large table needs no memory of its size. */
export async function* rowsOfTable<Kept extends Row>(
  page: (offset: number, limit: number) => Promise<Kept[]>,
): AsyncIterable<Kept> {
  const limit = 500;
  for (let offset = 0; ; offset += limit) {
    const rows = await page(offset, limit);
    yield* rows;
    if (rows.length < limit) return;
  }
}

/** The rows of a table, or of a part of it, in the order of the columns. */
export function rowsOf<Table extends PgTable>(
  database: Database,
  table: Table,
  order: readonly PgColumn[],
  within?: SQL,
): AsyncIterable<InferSelectModel<Table>> {
  return rowsOfTable(async (offset, limit) => {
    const rows = database
      .select()
      .from(table as PgTable)
      .where(within);
    return (await rows
      .orderBy(...order)
      .offset(offset)
      .limit(limit)) as InferSelectModel<Table>[];
  });
}

/** Groups rows that come in the order of their group. */
export async function* grouped<Kept>(
  rows: AsyncIterable<Kept>,
  keyOf: (row: Kept) => string,
): AsyncIterable<[string, Kept[]]> {
  let key: string | null = null;
  let group: Kept[] = [];
  for await (const row of rows) {
    const own = keyOf(row);
    if (key !== null && own !== key) {
      yield [key, group];
      group = [];
    }
    key = own;
    group.push(row);
  }
  if (key !== null) yield [key, group];
}
