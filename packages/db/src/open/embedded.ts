import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { DatabaseRefusal, type OpenDatabase } from "../database.ts";
import { lockFolder } from "./lock.ts";
import { unpackDatabase } from "./unpack.ts";
import { wrapEmbedded } from "./wrap.ts";

/** Where the embedded database lives, and optionally a pre-made migrated one to begin a new folder with. */
export type EmbeddedLocation = { directory: string; template?: URL };

/** Whether a folder holds an embedded database. */
export function holdsDatabase({ directory }: EmbeddedLocation): boolean {
  return existsSync(join(directory, "postgres"));
}

/**
 * Opens the embedded database of a folder, making it when there is none.
 *
 * @throws DatabaseRefusal `folder_in_use`, `unreadable_folder`
 */
export async function openEmbedded({ directory, template }: EmbeddedLocation): Promise<OpenDatabase> {
  mkdirSync(directory, { recursive: true });
  const unlock = lockFolder(directory);
  try {
    const files = join(directory, "postgres");
    if (!existsSync(files)) await create(directory, files, template);
    const client = await PGlite.create(files);
    return {
      engine: "embedded",
      database: wrapEmbedded(client),
      close: async () => {
        await client.close();
        unlock();
      },
    };
  } catch (cause) {
    unlock();
    throw new DatabaseRefusal(
      "unreadable_folder",
      `数据文件夹 ${directory} 里的数据库打不开；请保留原样，用最近的备份恢复，或换一个 DATA_DIR`,
      cause,
    );
  }
}

/** Makes the database aside and moves it into place when it is whole, so that a process killed meanwhile leaves no half of one. */
async function create(directory: string, files: string, template: URL | undefined): Promise<void> {
  const unfinished = join(directory, "postgres.new");
  rmSync(unfinished, { recursive: true, force: true });
  if (template !== undefined && existsSync(template)) unpackDatabase(readFileSync(template), unfinished);
  else await (await PGlite.create(unfinished)).close();
  renameSync(unfinished, files);
}
