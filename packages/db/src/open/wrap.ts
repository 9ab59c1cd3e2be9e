import type { PGlite } from "@electric-sql/pglite";
import { drizzle as drizzleEmbedded } from "drizzle-orm/pglite";
import { drizzle as drizzlePostgresql } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import type { Database } from "../database.ts";
import * as schema from "../schema/index.ts";
import { registerRunner } from "../statements.ts";
import { createStatementClient } from "./statement-client.ts";

/** The queries' view of an embedded database. */
export function wrapEmbedded(client: PGlite): Database {
  const statements = createStatementClient(client);
  // The queries ask a client for these two alone.
  const database = drizzleEmbedded(statements as unknown as PGlite, { schema });
  registerRunner(database, async (text, parameters) => {
    const { rows } = await statements.query(text, parameters);
    return rows as Record<string, unknown>[];
  });
  return database;
}

/** The queries' view of a PostgreSQL. */
export function wrapPostgresql(client: Sql): Database {
  const database = drizzlePostgresql(client, { schema });
  registerRunner(database, (text, parameters) => client.unsafe(text, [...parameters], { prepare: true }));
  return database;
}
