import { mkdirSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { FileStorage, type MiscellaneousOptions } from "@flystorage/file-storage";
import { LocalStorageAdapter } from "@flystorage/local-fs";
import type { ByteRange } from "../range.ts";
import { asideFolder, type ContentStorage, contentFolder, createContentStorage } from "./storage.ts";

/** The storage in a folder of this machine. */
export function openLocalStorage(directory: string, folder = contentFolder): ContentStorage {
  for (const made of [folder, asideFolder]) mkdirSync(join(directory, made), { recursive: true });
  return createContentStorage(new FileStorage(new RangedLocalAdapter(directory)), folder);
}

/**
 * The adapter of the library reads whole files only, while a reader of a PDF asks for it in many small parts; and it says that a file is missing
 * when the answer has begun.
 */
class RangedLocalAdapter extends LocalStorageAdapter {
  private readonly directory: string;

  constructor(directory: string) {
    super(directory);
    this.directory = directory;
  }

  override async read(path: string, options: MiscellaneousOptions) {
    const range: ByteRange | undefined = options.range;
    const file = await open(join(this.directory, path));
    return file.createReadStream(range);
  }
}
