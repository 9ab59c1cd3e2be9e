import type { Settings } from "./settings.ts";

/** Where the database of these settings is. */
export function locateDatabase({ databaseUrl, dataDirectory }: Pick<Settings, "databaseUrl" | "dataDirectory">) {
  if (databaseUrl !== null) return { url: databaseUrl };
  // Lies beside the bundle; without one (in development) a new data folder takes some seconds longer to make.
  return { directory: `${dataDirectory}/database`, template: new URL("./new-database.tar.gz", import.meta.url) };
}
