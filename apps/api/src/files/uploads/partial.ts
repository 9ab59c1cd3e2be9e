import { mkdirSync } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { UploadMetadata } from "@shifan/contract";
import { FileStore } from "@tus/file-store";

/** An upload as far as it has come. */
export type PartialUpload = UploadMetadata & {
  id: string;
  uploadedBy: string;
  /** In bytes: announced, and come so far. */
  size: number;
  offset: number;
};

/** What is still being uploaded: a folder that all processes share. */
export type PartialUploads = {
  readonly store: FileStore;
  find(id: string): Promise<PartialUpload | null>;
  /** All that have begun and not ended. */
  list(): Promise<PartialUpload[]>;
  pathOf(id: string): string;
  remove(id: string): Promise<void>;
  /** Removes uploads that nothing was added to since before the machine's instant. @returns how many */
  removeAbandoned(before: Date): Promise<number>;
};

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text can be the id of an upload, and so a name in a folder. */
export function isUploadId(text: string): boolean {
  return idPattern.test(text);
}

export function openPartialUploads(directory: string): PartialUploads {
  mkdirSync(directory, { recursive: true });
  const store = new FileStore({ directory });
  const pathOf = (id: string) => join(directory, id);
  const remove = async (id: string) => {
    // What describes an upload goes last: without it nobody would find the rest.
    await rm(pathOf(id), { force: true });
    await rm(`${pathOf(id)}.json`, { force: true });
  };
  return {
    store,
    pathOf,
    remove,
    find: async (id) => (isUploadId(id) ? readUpload(store, id) : null),
    list: async () => {
      const described = (await readdir(directory)).filter((name) => name.endsWith(".json"));
      const found = await Promise.all(described.map((name) => readUpload(store, name.slice(0, -".json".length))));
      return found.filter((upload) => upload !== null);
    },
    removeAbandoned: async (before) => {
      const ids = new Set((await readdir(directory)).map((name) => name.replace(/\.json$/, "")));
      let removed = 0;
      for (const id of ids) {
        const touched = await Promise.all([touchedAt(pathOf(id)), touchedAt(`${pathOf(id)}.json`)]);
        if (Math.max(...touched) >= before.getTime()) continue;
        await remove(id);
        removed += 1;
      }
      return removed;
    },
  };
}

async function readUpload(store: FileStore, id: string): Promise<PartialUpload | null> {
  try {
    const { metadata, size, offset } = await store.getUpload(id);
    if (metadata === undefined || size === undefined) return null;
    return { id, size, offset, ...(metadata as UploadMetadata & { uploadedBy: string }) };
  } catch (cause) {
    // What the library throws when there is no such upload.
    if ([404, 410].includes((cause as { status_code?: number }).status_code ?? 0)) return null;
    throw cause;
  }
}

async function touchedAt(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
