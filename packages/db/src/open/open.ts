import { DatabaseRefusal, type OpenDatabase } from "../database.ts";
import { type EmbeddedLocation, holdsDatabase, openEmbedded } from "./embedded.ts";
import { migrate, refuseOtherSchema } from "./migrate.ts";
import { openPostgresql } from "./postgresql.ts";

/**
 * Opens the database and brings its schema up to this release.
 *
 * @throws DatabaseRefusal with one line for the operator
 */
export async function openDatabase(location: { url: string } | EmbeddedLocation): Promise<OpenDatabase> {
  return closeWhenRefused(await open(location), migrate);
}

/**
 * Opens a database that is there already, and leaves its schema as it is: for commands that look and change nothing.
 *
 * @throws DatabaseRefusal with one line for the operator, `no_database` and `older_release` among the codes
 */
export async function openExistingDatabase(location: { url: string } | EmbeddedLocation): Promise<OpenDatabase> {
  if (!("url" in location) && !holdsDatabase(location)) {
    throw new DatabaseRefusal("no_database", `数据文件夹 ${location.directory} 里没有数据库；请检查 DATA_DIR`);
  }
  return closeWhenRefused(await open(location), refuseOtherSchema);
}

function open(location: { url: string } | EmbeddedLocation): Promise<OpenDatabase> {
  return "url" in location ? openPostgresql(location.url) : openEmbedded(location);
}

async function closeWhenRefused(
  opened: OpenDatabase,
  prepare: (database: OpenDatabase["database"]) => Promise<void>,
): Promise<OpenDatabase> {
  try {
    await prepare(opened.database);
    return opened;
  } catch (cause) {
    await opened.close();
    throw cause;
  }
}
