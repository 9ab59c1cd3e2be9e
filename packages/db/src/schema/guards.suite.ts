import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { goodRows, guardCases, tablesElsewhere } from "../../testing/guard-cases.ts";
import { type Guard, listGuards } from "../../testing/guards.ts";
import { suite } from "../../testing/suite.ts";
import type { Database } from "../database.ts";
import { rowsOf } from "../rows.ts";

const tables = Object.keys(guardCases);
class Undone extends Error {}

/** What a statement comes to, with what was done before it; nothing of either stays. */
async function attempt(database: Database, statements: readonly string[]): Promise<string> {
  try {
    await database.transaction(async (transaction) => {
      for (const statement of statements) await transaction.execute(sql.raw(statement));
      throw new Undone();
    });
  } catch (cause) {
    if (cause instanceof Undone) return "done";
    const said = (cause as { cause?: Record<string, unknown> }).cause ?? {};
    return String(said.constraint ?? said.constraint_name ?? said.message ?? cause);
  }
  return "done";
}

/** The name as the database keeps it: 63 bytes at most. */
const kept = (name: string) => name.slice(0, 63);

function dropOf({ table, name, kind }: Guard): string {
  if (kind === "index") return `drop index "${name}"`;
  return kind === "trigger"
    ? `drop trigger "${name}" on "${table}"`
    : `alter table "${table}" drop constraint "${name}" cascade`;
}

/** What the database refuses by itself, so that a fault in code cannot store nonsense. */
export const guardsSuite = suite("the tables' own guards", (open) => {
  let guards: Guard[];

  beforeAll(async () => {
    const { database } = open();
    for (const statement of goodRows) await database.execute(sql.raw(statement));
    guards = await listGuards(database, tables);
  });

  it("are all here: every table is looked at, and every guard of the procedure's tables has its case", async () => {
    const found = await open().database.execute(
      sql`select tablename as name from pg_tables where schemaname = 'public'`,
    );
    const known = rowsOf<{ name: string }>(found).map(({ name }) => name);
    expect([...tables, ...tablesElsewhere].toSorted()).toEqual(known.toSorted());
    const cases = Object.entries(guardCases).flatMap(([table, own]) =>
      Object.keys(own).map((name) => `${table}.${kept(name)}`),
    );
    expect(cases.toSorted()).toEqual(guards.map(({ table, name }) => `${table}.${name}`).toSorted());
  });

  describe.each(Object.entries(guardCases))("%s", (table, cases) => {
    it.each(Object.entries(cases))("%s alone refuses what it is for", async (name, statement) => {
      const { database } = open();
      const guard = guards.find((each) => each.table === table && each.name === kept(name));
      if (guard === undefined) throw new Error("there is no such guard");
      expect(await attempt(database, [statement])).toBe(guard.name);
      // Without it, the same is taken: the guard is what refuses, and nothing before it.
      expect(await attempt(database, [dropOf(guard), statement])).toBe("done");
    });
  });
});
