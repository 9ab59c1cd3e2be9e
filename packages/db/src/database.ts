import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "./schema/index.ts";

/**
 * The database, or a transaction in it, whichever engine is below. Inside a transaction only the transaction may be used: on the embedded
 * engine the outer one would wait for itself for ever.
 */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

/** An open database and what belongs to it. */
export type OpenDatabase = {
  readonly engine: "postgresql" | "embedded";
  readonly database: Database;
  /** Ends connections and gives the data folder free. */
  close(): Promise<void>;
};

/** Why a database was not opened, in one Chinese line for the operator. */
export class DatabaseRefusal extends Error {
  override readonly name = "DatabaseRefusal";
  readonly code:
    | "folder_in_use"
    | "newer_release"
    | "older_release"
    | "changed_migration"
    | "no_database"
    | "unreadable_folder"
    | "unreachable";

  constructor(code: DatabaseRefusal["code"], message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
