import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { suite } from "../../testing/suite.ts";
import { rowsOf } from "../rows.ts";
import { listPendingMigrations, migrate, readMigrations, refuseOtherSchema } from "./migrate.ts";

export const migrationsSuite = suite("migrations", (open) => {
  it("are applied once, also when several processes start at the same moment", async () => {
    const { database } = open();
    await Promise.all([migrate(database), migrate(database), migrate(database)]);
    const ledger = rowsOf<{ name: string }>(
      await database.execute(sql`select name from schema_migrations order by name`),
    );
    expect(ledger.map(({ name }) => name)).toEqual(readMigrations().map(({ name }) => name));
    expect(await listPendingMigrations(database)).toEqual([]);
  });

  it("apply what is new, all of it or nothing", async () => {
    const { database } = open();
    const broken = {
      name: "9000_broken",
      hash: "b",
      statements: ["create table half_made (id int)", "create nonsense"],
    };
    await expect(migrate(database, [...readMigrations(), broken])).rejects.toThrow();
    const [table] = rowsOf<{ name: string | null }>(
      await database.execute(sql`select to_regclass('half_made') as name`),
    );
    expect(table?.name).toBeNull();
    await migrate(database, readMigrations());
  });

  it("refuse a database that a newer release has migrated, in one line", async () => {
    const { database } = open();
    const newer = { name: "9001_newer", hash: "n", statements: ["create table newer (id int)"] };
    await migrate(database, [...readMigrations(), newer]);
    await expect(migrate(database)).rejects.toMatchObject({
      code: "newer_release",
      message: expect.stringMatching(/^.*9001_newer.*请改用新版本$/),
    });
    await database.execute(sql`delete from schema_migrations where name = '9001_newer'`);
  });

  it("refuse a database whose applied migration reads differently here", async () => {
    const { database } = open();
    const [first, ...rest] = readMigrations();
    if (first === undefined) throw new Error("no migration");
    await expect(migrate(database, [{ ...first, hash: "other" }, ...rest])).rejects.toMatchObject({
      code: "changed_migration",
    });
  });

  it("are left to the server by whoever only looks: another schema is refused", async () => {
    const { database } = open();
    await expect(refuseOtherSchema(database)).resolves.toBeUndefined();
    const newer = { name: "9002_newer", hash: "n", statements: [] };
    const older = expect.objectContaining({ code: "older_release" });
    await expect(refuseOtherSchema(database, [...readMigrations(), newer])).rejects.toEqual(older);
    await expect(refuseOtherSchema(database, readMigrations().slice(1))).rejects.toMatchObject({
      code: "newer_release",
    });
    await database.execute(sql`alter table schema_migrations rename to schema_migrations_elsewhere`);
    await expect(refuseOtherSchema(database)).rejects.toEqual(older);
    await database.execute(sql`alter table schema_migrations_elsewhere rename to schema_migrations`);
  });

  it("name what a database has not had yet", async () => {
    const { database } = open();
    const [last] = readMigrations().slice(-1);
    await database.execute(sql`delete from schema_migrations where name = ${last?.name}`);
    expect(await listPendingMigrations(database)).toEqual([last?.name]);
    await database.execute(sql`insert into schema_migrations (name, hash) values (${last?.name}, ${last?.hash})`);
  });
});
