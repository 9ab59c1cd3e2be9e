import type { Settings } from "./settings.ts";

/** Where the database of these settings is: a server, or the folder of the embedded one. */
export function locateDatabase({ databaseUrl, dataDirectory }: Settings) {
  if (databaseUrl !== null) return { url: databaseUrl };
  // Lies beside the bundle; without one (in development) a new data folder takes some seconds longer to make.
  return { directory: `${dataDirectory}/database`, template: new URL("./new-database.tar.gz", import.meta.url) };
}
