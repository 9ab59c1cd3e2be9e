import type { PGlite } from "@electric-sql/pglite";
import { drizzle as drizzleEmbedded } from "drizzle-orm/pglite";
import { drizzle as drizzlePostgresql } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import type { Database } from "../database.ts";
import * as schema from "../schema/index.ts";
import { registerRunner } from "../statements.ts";
import { createPreparedRunner } from "./prepared.ts";

/** The queries' view of an embedded database. */
export function wrapEmbedded(client: PGlite): Database {
  const database = drizzleEmbedded(client, { schema });
  registerRunner(database, createPreparedRunner(client));
  return database;
}

/** The queries' view of a PostgreSQL. */
export function wrapPostgresql(client: Sql): Database {
  const database = drizzlePostgresql(client, { schema });
  registerRunner(database, (text, parameters) => client.unsafe(text, [...parameters], { prepare: true }));
  return database;
}
