import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import type { FileStorage } from "@flystorage/file-storage";
import type { ByteRange } from "../range.ts";

/** Where accepted contents are kept, each once, under its SHA-256 in hexadecimal. */
export type ContentStorage = {
  has(sha256: string): Promise<boolean>;
  /**
   * Stores the content of a file: aside first, and in its place when it is whole.
   *
   * @param name of the attempt, so that two at once do not write into each other
   * @throws Error when the file no longer has the content
   */
  store(sha256: string, path: string, name: string): Promise<void>;
  /** The content, or a part of it. */
  read(sha256: string, range: ByteRange | null): Promise<Readable>;
  remove(sha256: string): Promise<void>;
  /** The hash of everything that is stored. */
  list(): AsyncIterable<string>;
  /** Removes what was begun before the machine's instant and not brought to its place. @returns how many */
  removeCutOff(before: Date): Promise<number>;
};

export const contentFolder = "contents";
export const asideFolder = "incoming";
export const dossierFolder = "dossiers";

/** @param folder in which the contents lie; what is made by the product itself has another than what was handed in */
export function createContentStorage(files: FileStorage, folder: string = contentFolder): ContentStorage {
  // Spread over folders, which few programs like large.
  const placeOf = (sha256: string) => `${folder}/${sha256.slice(0, 2)}/${sha256}`;
  return {
    has: (sha256) => files.fileExists(placeOf(sha256)),
    store: async (sha256, path, name) => {
      const aside = `${asideFolder}/${name}`;
      const hash = createHash("sha256");
      try {
        await files.write(aside, hashWhileRead(path, hash), { mimeType: "application/octet-stream" });
        if (hash.digest("hex") !== sha256) throw new Error("the upload changed while it was stored");
        await files.moveFile(aside, placeOf(sha256));
      } catch (cause) {
        await files.deleteFile(aside);
        throw cause;
      }
    },
    read: (sha256, range) => files.read(placeOf(sha256), range === null ? {} : { range }),
    remove: (sha256) => files.deleteFile(placeOf(sha256)),
    list: () => hashesIn(files, folder),
    removeCutOff: async (before) => {
      let removed = 0;
      for await (const entry of files.list(asideFolder)) {
        if (!entry.isFile || (await files.lastModified(entry.path)) >= before.getTime()) continue;
        await files.deleteFile(entry.path);
        removed += 1;
      }
      return removed;
    },
  };
}

/** Opens the file at the first reading and not before: until then nobody would hear of a fault. */
async function* hashWhileRead(path: string, hash: Hash): AsyncGenerator<Buffer> {
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(piece);
    yield piece;
  }
}

async function* hashesIn(files: FileStorage, folder: string): AsyncGenerator<string> {
  for await (const entry of files.list(folder, { deep: true })) {
    const [hash] = /[0-9a-f]{64}$/.exec(entry.path) ?? [];
    if (entry.isFile && hash !== undefined) yield hash;
  }
}
