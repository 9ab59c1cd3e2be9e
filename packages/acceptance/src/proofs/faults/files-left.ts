import { readdir, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** Older than an upload is kept after its last byte. */
const agedMilliseconds = 25 * 60 * 60 * 1_000;
const patienceMilliseconds = 60_000;

/** Lets what was left of uploads look as if it had lain there for more than a day. How many files there are of it. */
export async function ageUploads(dataDirectory: string): Promise<number> {
  const left = await filesIn(join(dataDirectory, "uploads"));
  for (const path of left) {
    const { mtimeMs } = await stat(path);
    const then = new Date(mtimeMs - agedMilliseconds);
    await utimes(path, then, then);
  }
  return left.length;
}

/**
 * Waits until the server's sweep has removed what was left of uploads, and compares what is stored with what clients know.
 * @throws Error when something stays, when bytes are stored that belong to no file, and when a file's are not
 */
export async function requireFiles(dataDirectory: string, contents: ReadonlySet<string>): Promise<void> {
  const until = performance.now() + patienceMilliseconds;
  const uploads = join(dataDirectory, "uploads");
  for (let left = await filesIn(uploads); left.length > 0; left = await filesIn(uploads)) {
    if (performance.now() > until) throw new Error(`of unfinished uploads there is still ${left}`);
    await setTimeout(100);
  }
  const stored = (await filesIn(join(dataDirectory, "files"))).map((path) => path.split("/").at(-1) ?? "");
  const stray = stored.filter((sha256) => !contents.has(sha256));
  if (stray.length > 0) throw new Error(`stored for no file: ${stray}`);
  const missing = [...contents].filter((sha256) => !stored.includes(sha256));
  if (missing.length > 0) throw new Error(`of files that are there, these contents are missing: ${missing}`);
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}
