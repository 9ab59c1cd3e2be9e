import type { Database } from "@shifan/db";
import type { Clock } from "../clock.ts";
import type { FilePorts } from "./ports.ts";
import type { ScanFile } from "./scanner.ts";
import type { ContentStorage } from "./storage/storage.ts";
import type { PartialUploads } from "./uploads/partial.ts";

/** What files need to come in, be kept and be shown. */
export type FileServices = {
  database: Database;
  clock: Clock;
  /** What is still being uploaded. */
  partialUploads: PartialUploads;
  /** What has been accepted. */
  contentStorage: ContentStorage;
  /** What was made of accepted files: removed after some days, and made again when it is asked for. */
  dossierStorage: ContentStorage;
  /** Null: nothing is scanned. */
  scanFile: ScanFile | null;
  /** What all files of one record with its parts may come to. */
  filesQuota: { files: number; megabytes: number };
  filePorts: FilePorts;
};
