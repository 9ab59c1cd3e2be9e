import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AS_OF } from "./applicants.ts";
import { type ServerProcess, startServer } from "./server-process.ts";

const bundle = fileURLToPath(new URL("../../../apps/api/dist/main.js", import.meta.url));
const source = fileURLToPath(new URL("../../../apps/api/src/main.ts", import.meta.url));

/** Whether the API has been built, so that what `npm start` runs is what is measured. */
export function isApiBuilt(): boolean {
  return existsSync(bundle);
}

/** Starts the API as `npm start` does, its bundle if there is one, on the embedded database of a data folder. */
export function startApi(dataDirectory: string): Promise<ServerProcess> {
  return startServer([isApiBuilt() ? bundle : source], {
    DATA_DIR: dataDirectory,
    HOST: "127.0.0.1",
    PORT: "0",
    SHIFAN_NOW: `${AS_OF}T09:30:00+08:00`,
  });
}
