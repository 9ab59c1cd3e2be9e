import type { OpenDatabase } from "../database.ts";
import { type EmbeddedLocation, openEmbedded } from "./embedded.ts";
import { migrate } from "./migrate.ts";
import { openPostgresql } from "./postgresql.ts";

/**
 * Opens the database and brings its schema up to this release.
 *
 * @throws DatabaseRefusal with one line for the operator
 */
export async function openDatabase(location: { url: string } | EmbeddedLocation): Promise<OpenDatabase> {
  const open = "url" in location ? await openPostgresql(location.url) : await openEmbedded(location);
  try {
    await migrate(open.database);
    return open;
  } catch (cause) {
    await open.close();
    throw cause;
  }
}
