import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { servedEnterprises, servedLists } from "../schema/index.ts";
import { type NewListEntry, rowHashOf } from "./application-form.ts";

export type ServedListRow = typeof servedLists.$inferSelect;
export type ServedEnterpriseRow = typeof servedEnterprises.$inferSelect;
/** Whose list, of which half. */
export type ServedListKey = Pick<ServedListRow, "organizationId" | "period">;
/** A row that is about to be written. */
export type NewServedEnterprise = Pick<NewListEntry, "rowId" | "data" | "personal">;

const isList = ({ organizationId, period }: ServedListKey) =>
  and(eq(servedLists.organizationId, organizationId), eq(servedLists.period, period));

export async function findServedList(database: Database, key: ServedListKey): Promise<ServedListRow | null> {
  const [row] = await database.select().from(servedLists).where(isList(key));
  return row ?? null;
}

/** The list, locked until the end of the transaction. */
export async function lockServedList(transaction: Database, key: ServedListKey): Promise<ServedListRow | null> {
  const [row] = await transaction.select().from(servedLists).where(isList(key)).for("update");
  return row ?? null;
}

/** As many at once as one statement takes parameters for. */
const rowsAtOnce = 1_000;

/** Writes a list anew, the first time or in the place of all that it had; its organization is locked by the transaction. */
export async function writeServedList(
  transaction: Database,
  list: Omit<ServedListRow, "revision">,
  rows: readonly NewServedEnterprise[],
): Promise<ServedListRow> {
  const { organizationId, period, changedBy, changedAt } = list;
  const [written] = await transaction
    .insert(servedLists)
    .values({ ...list, revision: 1 })
    .onConflictDoUpdate({
      target: [servedLists.organizationId, servedLists.period],
      set: { changedBy, changedAt, revision: sql`${servedLists.revision} + 1` },
    })
    .returning();
  await transaction
    .delete(servedEnterprises)
    .where(and(eq(servedEnterprises.organizationId, organizationId), eq(servedEnterprises.period, period)));
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const values = rows.slice(from, from + rowsAtOnce).map((row, index) => {
      const position = from + index;
      return { ...row, organizationId, period, position, hash: rowHashOf({ ...row, position, revision: 1 }) };
    });
    await transaction.insert(servedEnterprises).values(values);
  }
  return written as ServedListRow;
}

/** The rows of an organization's lists of some halves, in their order. */
export async function listServedEnterprises(
  database: Database,
  organizationId: string,
  periods: readonly string[],
): Promise<ServedEnterpriseRow[]> {
  return database
    .select()
    .from(servedEnterprises)
    .where(and(eq(servedEnterprises.organizationId, organizationId), inArray(servedEnterprises.period, [...periods])))
    .orderBy(asc(servedEnterprises.period), asc(servedEnterprises.position), asc(servedEnterprises.rowId));
}

/** What stands for a list in the audit trail: it with the hashes of its rows in their order, made anew from what they hold. */
export async function stateOfServedList(database: Database, list: ServedListRow) {
  const rows = await listServedEnterprises(database, list.organizationId, [list.period]);
  return {
    list,
    rows: rows.map(({ rowId, position, data, personal }) =>
      rowHashOf({ rowId, position, data, personal, revision: 1 }),
    ),
  };
}
