import { createReadStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { FileStorage, type MiscellaneousOptions } from "@flystorage/file-storage";
import { LocalStorageAdapter } from "@flystorage/local-fs";
import type { ByteRange } from "../range.ts";
import { asideFolder, type ContentStorage, contentFolder, createContentStorage } from "./storage.ts";

/** The storage in a folder of this machine. */
export function openLocalStorage(directory: string): ContentStorage {
  for (const folder of [contentFolder, asideFolder]) mkdirSync(join(directory, folder), { recursive: true });
  return createContentStorage(new FileStorage(new RangedLocalAdapter(directory)));
}

/** The adapter reads whole files only; a reader of a PDF asks for it in many small parts. */
class RangedLocalAdapter extends LocalStorageAdapter {
  override async read(path: string, options: MiscellaneousOptions) {
    const range: ByteRange | undefined = options.range;
    if (range === undefined) return super.read(path, options);
    return createReadStream(join(this.directory, path), range);
  }

  private readonly directory: string;

  constructor(directory: string) {
    super(directory);
    this.directory = directory;
  }
}
