import { afterAll, beforeAll, describe } from "vitest";
import type { OpenDatabase } from "../src/database.ts";
import { openDatabase } from "../src/open/open.ts";
import { openEmbeddedTestDatabase } from "./embedded.ts";
import { type PostgresqlServer, startPostgresql } from "./postgresql.ts";
import type { Suite } from "./suite.ts";

/** Runs suites on the embedded database. */
export function runOnEmbedded(suites: readonly Suite[]): void {
  run(suites, openEmbeddedTestDatabase);
}

/**
 * Runs suites on a PostgreSQL started for them. The test file is named `….postgres.test.ts`, so that it can be left out, by name, where there
 * is none.
 */
export function runOnPostgresql(suites: readonly Suite[]): void {
  let server: PostgresqlServer | undefined;
  beforeAll(async () => {
    server = await startPostgresql();
  });
  afterAll(() => server?.stop());
  run(suites, async () => openDatabase({ url: await required(server).createMigratedDatabase() }));
}

function run(suites: readonly Suite[], openOne: () => Promise<OpenDatabase>): void {
  describe.each(suites)("$subject", ({ tests }) => {
    let opened: OpenDatabase | undefined;
    beforeAll(async () => {
      opened = await openOne();
    });
    afterAll(() => opened?.close());
    tests(() => required(opened));
  });
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("it was not started");
  return value;
}
