import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { DatabaseRefusal } from "../database.ts";

/**
 * Takes the data folder for this process: two processes on one embedded database lose data.
 *
 * The lock is the operating system's, held through an exclusive transaction of SQLite on a file of its own. The kernel lets go of it when the
 * process ends in whatever way, so that nothing is left behind by a dead process, and a process number used again by another program or
 * another container means nothing.
 *
 * @returns what gives the folder free again
 * @throws DatabaseRefusal `folder_in_use`
 */
export function lockFolder(folder: string): () => void {
  const holderFile = join(folder, "holder");
  const lock = new DatabaseSync(join(folder, "lock"), { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    lock.close();
    const holder = readHolder(holderFile);
    const who = holder === null ? "" : `（进程号 ${holder}）`;
    throw new DatabaseRefusal(
      "folder_in_use",
      `数据文件夹 ${folder} 正由另一个进程${who}使用；请先停止它，或换一个 DATA_DIR`,
      cause,
    );
  }
  writeFileSync(holderFile, `${process.pid}\n`);
  return () => lock.close();
}

/** Only for the message; the lock does not depend on it. */
function readHolder(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim() || null;
  } catch {
    return null;
  }
}
