import { join } from "node:path";
import type { Database } from "@shifan/db";
import type { Clock } from "../clock.ts";
import type { Settings } from "../settings.ts";
import { defaultFilePorts } from "./ports.ts";
import { createScanner } from "./scanner.ts";
import type { FileServices } from "./services.ts";
import { openLocalStorage } from "./storage/local.ts";
import { contentFolder, dossierFolder } from "./storage/storage.ts";
import { openPartialUploads } from "./uploads/partial.ts";

/** What files need, as the settings say. */
export async function openFileServices(
  settings: Pick<Settings, "dataDirectory" | "filesLocation" | "scanner" | "filesQuota">,
  { database, clock }: { database: Database; clock: Clock },
): Promise<FileServices> {
  const { dataDirectory, filesLocation, scanner, filesQuota } = settings;
  const openStorage = async (folder: string) =>
    filesLocation === null
      ? openLocalStorage(join(dataDirectory, "files"), folder)
      : // Loaded where it is used: it is as large as all the rest.
        (await import("./storage/s3.ts")).openBucket(filesLocation, folder);
  return {
    database,
    clock,
    partialUploads: openPartialUploads(join(dataDirectory, "uploads")),
    contentStorage: await openStorage(contentFolder),
    dossierStorage: await openStorage(dossierFolder),
    scanFile: scanner === null ? null : createScanner(scanner),
    filesQuota,
    filePorts: defaultFilePorts,
  };
}
