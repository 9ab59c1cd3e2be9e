import type { FilePurpose } from "@shifan/rules";
import { and, asc, count, eq, getTableColumns, inArray, lt, sql, sum } from "drizzle-orm";
import type { Database } from "../database.ts";
import { fileContents, files } from "../schema/index.ts";

/** A file with what its content is. */
export type FileRow = {
  id: string;
  /** Of the content, in hexadecimal; equal for files of equal content. */
  sha256: string;
  /** In bytes. */
  size: number;
  mediaType: string;
  name: string;
  purpose: FilePurpose;
  /** The record that it is handed in to. */
  target: string;
  uploadedBy: string;
  uploadedAt: Date;
  state: "storing" | "stored";
};

export type NewFile = Omit<FileRow, "state"> & {
  /** The machine's time. */
  storingSince: Date;
};

/**
 * Announces a file whose content is about to be stored, so that nobody removes that content from now on. Announced again (after a cut), it
 * goes on storing; one that is stored already stays as it is.
 */
export async function announceFile(database: Database, file: NewFile): Promise<void> {
  const { size, mediaType, ...row } = file;
  const { sha256, storingSince } = file;
  await database.transaction(async (transaction) => {
    await transaction
      .insert(fileContents)
      .values({ sha256, size, mediaType })
      // An update, so that the row is held until the file refers to it.
      .onConflictDoUpdate({ target: fileContents.sha256, set: { size } });
    await transaction
      .insert(files)
      .values({ ...row, state: "storing" })
      .onConflictDoUpdate({ target: files.id, set: { storingSince }, setWhere: eq(files.state, "storing") });
  });
}

/** Says that the content of an announced file is stored. */
export async function confirmFile(database: Database, id: string): Promise<void> {
  await database.update(files).set({ state: "stored", storingSince: null }).where(eq(files.id, id));
}

const columns = () => {
  const { storingSince, ...shown } = getTableColumns(files);
  return { ...shown, size: fileContents.size, mediaType: fileContents.mediaType };
};

/** A stored file; null when there is none. */
export async function findFile(database: Database, id: string): Promise<FileRow | null> {
  const [row] = await database
    .select(columns())
    .from(files)
    .innerJoin(fileContents, eq(fileContents.sha256, files.sha256))
    .where(and(eq(files.id, id), eq(files.state, "stored")));
  return row ?? null;
}

/** The stored files of a record, in the order in which they came. */
export async function listFilesOf(database: Database, purpose: FilePurpose, target: string): Promise<FileRow[]> {
  return database
    .select(columns())
    .from(files)
    .innerJoin(fileContents, eq(fileContents.sha256, files.sha256))
    .where(and(eq(files.purpose, purpose), eq(files.target, target), eq(files.state, "stored")))
    .orderBy(asc(files.uploadedAt), asc(files.id));
}

/** How many files a record has, those included that are being stored. */
export async function countFilesOf(database: Database, purpose: FilePurpose, target: string): Promise<number> {
  const [row] = await database
    .select({ files: count() })
    .from(files)
    .where(and(eq(files.purpose, purpose), eq(files.target, target)));
  return Number(row?.files ?? 0);
}

/** How many files records have with all their parts, and of how many bytes together; those that are being stored are included. */
export async function sumFilesOf(
  database: Database,
  recordIds: readonly string[],
): Promise<{ files: number; bytes: number }> {
  const [row] = await database
    .select({ files: count(), bytes: sum(fileContents.size) })
    .from(files)
    .innerJoin(fileContents, eq(fileContents.sha256, files.sha256))
    .where(inArray(sql`split_part(${files.target}, ':', 1)`, [...recordIds]));
  return { files: Number(row?.files ?? 0), bytes: Number(row?.bytes ?? 0) };
}

/** Deletes a file. Its content stays until `deleteContentUnlessUsed`. */
export async function deleteFile(database: Database, id: string): Promise<void> {
  await database.delete(files).where(eq(files.id, id));
}

/** Deletes at most `limit` files whose storing began before the machine's instant and came to no end. @returns how many */
export async function deleteFilesStoringSince(database: Database, before: Date, limit: number): Promise<number> {
  const cut = database
    .select({ id: files.id })
    .from(files)
    .where(lt(files.storingSince, before))
    .orderBy(asc(files.storingSince))
    .limit(limit);
  const rows = await database.delete(files).where(inArray(files.id, cut)).returning({ id: files.id });
  return rows.length;
}
