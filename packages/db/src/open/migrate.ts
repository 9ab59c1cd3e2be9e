import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { type Database, DatabaseRefusal } from "../database.ts";
import { rowsOf } from "../rows.ts";

type Migration = { name: string; hash: string; statements: string[] };

/** Beside the bundle when bundled, beside the sources otherwise. */
const folder = [new URL("./migrations/", import.meta.url), new URL("../../migrations/", import.meta.url)].find((url) =>
  existsSync(url),
);

/** The migrations of this release, in order. */
export function readMigrations(): Migration[] {
  if (folder === undefined) throw new Error("the migrations are missing beside the program");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .map((file) => {
      const text = readFileSync(new URL(file, folder), "utf8");
      return {
        name: file.slice(0, -".sql".length),
        hash: createHash("sha256").update(text).digest("hex"),
        statements: text.split("--> statement-breakpoint"),
      };
    });
}

/**
 * Applies what is not yet applied, in one transaction. Several processes may start at once: the lock on the ledger lets them through one
 * after the other.
 *
 * @throws DatabaseRefusal `newer_release` when the database knows a migration that this release does not, `changed_migration` when an applied
 *   one reads differently here
 */
export async function migrate(database: Database, migrations = readMigrations()): Promise<void> {
  await createLedger(database);
  await database.transaction(async (transaction) => {
    await transaction.execute(sql`lock table schema_migrations in exclusive mode`);
    const applied = await readLedger(transaction);
    refuseUnknown(applied, migrations);
    for (const { name, hash, statements } of migrations) {
      if (applied.has(name)) continue;
      for (const statement of statements) await transaction.execute(sql.raw(statement));
      await transaction.execute(sql`insert into schema_migrations (name, hash) values (${name}, ${hash})`);
    }
  });
}

/** @throws DatabaseRefusal `newer_release`, `changed_migration`, or `older_release` unless the schema is that of this release */
export async function refuseOtherSchema(database: Database, migrations = readMigrations()): Promise<void> {
  const [ledger] = rowsOf<{ name: string | null }>(
    await database.execute(sql`select to_regclass('schema_migrations')::text as name`),
  );
  const applied = ledger?.name == null ? new Map<string, string>() : await readLedger(database);
  refuseUnknown(applied, migrations);
  if (applied.size < migrations.length) {
    throw new DatabaseRefusal("older_release", "数据库还没有升级到本版本；请先启动一次本版本的服务");
  }
}

function refuseUnknown(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  for (const [name, hash] of applied) {
    const known = migrations.find((migration) => migration.name === name);
    if (known === undefined) {
      throw new DatabaseRefusal(
        "newer_release",
        `数据库由更新的版本建立（迁移 ${name}），本版本不能打开；请改用新版本`,
      );
    }
    if (known.hash !== hash) {
      throw new DatabaseRefusal("changed_migration", `数据库里的迁移 ${name} 与本版本的内容不同；请改用建立它的版本`);
    }
  }
}

/** Names of the migrations of this release that the database has not had. */
export async function listPendingMigrations(database: Database): Promise<string[]> {
  const applied = await readLedger(database);
  return readMigrations()
    .map(({ name }) => name)
    .filter((name) => !applied.has(name));
}

async function createLedger(database: Database): Promise<void> {
  const create = sql`create table if not exists schema_migrations (name text primary key, hash text not null)`;
  // Two processes creating it at the same moment: "if not exists" alone lets the later one run into a duplicate; by then it exists.
  await database.execute(create).catch(() => database.execute(create));
}

async function readLedger(database: Database): Promise<Map<string, string>> {
  const rows = rowsOf<{ name: string; hash: string }>(
    await database.execute(sql`select name, hash from schema_migrations order by name`),
  );
  return new Map(rows.map(({ name, hash }) => [name, hash]));
}
