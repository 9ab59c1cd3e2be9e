import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { organizationNames } from "../schema/index.ts";

/** The name that an organization of a query bears on a day (YYYY-MM-DD): the latest that holds then, else its first. */
export function organizationNameOn(organizationId: PgColumn, day: string): SQL<string> {
  // In a query of one table columns are written without it, and the name would be that of the names' own column.
  const outer = sql`${organizationId.table}.${sql.identifier(organizationId.name)}`;
  return sql<string>`(select n.name from ${organizationNames} n where n.organization_id = ${outer} order by (n.from_on <= ${day}::date) desc, n.from_on desc limit 1)`;
}
