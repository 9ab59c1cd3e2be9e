import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the repository, whatever folder a command was called from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
