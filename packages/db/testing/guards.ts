import { sql } from "drizzle-orm";
import type { Database } from "../src/database.ts";
import { rowsOf } from "../src/rows.ts";

/** Something by which the database itself refuses nonsense. */
export type Guard = {
  readonly table: string;
  readonly name: string;
  readonly kind: "constraint" | "index" | "trigger";
};

/**
 * Every check, key, reference and exclusion, unique index and trigger of tables, as the database's own catalogue lists them. Triggers that
 * keep another table (`keep_…`) refuse nothing.
 */
export async function listGuards(database: Database, tables: readonly string[]): Promise<Guard[]> {
  const listed = sql.join(
    tables.map((table) => sql`${table}`),
    sql`, `,
  );
  const found = await database.execute(sql`
    select t.relname as "table", k.conname as "name", 'constraint' as "kind"
      from pg_constraint k join pg_class t on t.oid = k.conrelid
      where t.relname in (${listed}) and k.contype in ('c', 'f', 'p', 'u', 'x')
    union all
    select t.relname, i.relname, 'index'
      from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      where t.relname in (${listed}) and x.indisunique
        and not exists (select 1 from pg_constraint k where k.conindid = x.indexrelid and k.conrelid = x.indrelid)
    union all
    select t.relname, g.tgname, 'trigger'
      from pg_trigger g join pg_class t on t.oid = g.tgrelid
      join pg_proc p on p.oid = g.tgfoid
      where t.relname in (${listed}) and not g.tgisinternal and p.proname not like 'keep\\_%'
    order by 1, 2`);
  return rowsOf<Guard>(found);
}
