import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { type Checkpoint, readCheckpoint, writeCheckpoint } from "@shifan/db";

/** Where the checkpoints leave the database: one JSON object a line, only ever added to. */
export function checkpointFileOf(dataDirectory: string): string {
  return join(dataDirectory, "audit", "checkpoints.jsonl");
}

/** More than any line is long. */
const endLength = 2_048;

/**
 * Adds the checkpoints that the file lacks and returns when they are on the disk. A last line that a crash cut short is replaced.
 *
 * @param listBeyond gives the next checkpoints beyond a size, none when there are no more
 * @returns the size that the file reaches
 * @throws Error when the end of the file is no checkpoint
 */
export async function extendCheckpointFile(
  file: string,
  listBeyond: (size: number) => Promise<readonly Checkpoint[]>,
): Promise<number> {
  mkdirSync(dirname(file), { recursive: true });
  const opened = openSync(file, "a+", 0o600);
  try {
    let reached = reachOf(opened, file);
    for (;;) {
      const further = await listBeyond(reached);
      const last = further.at(-1);
      if (last === undefined) return reached;
      writeSync(opened, further.map((checkpoint) => `${JSON.stringify(writeCheckpoint(checkpoint))}\n`).join(""));
      fsyncSync(opened);
      reached = last.size;
    }
  } finally {
    closeSync(opened);
  }
}

/** The size of the last whole line; what stands behind it is taken away. */
function reachOf(opened: number, file: string): number {
  const { size } = fstatSync(opened);
  const end = Buffer.alloc(Math.min(size, endLength));
  readSync(opened, end, 0, end.length, size - end.length);
  const whole = end.subarray(0, end.lastIndexOf("\n") + 1);
  if (whole.length < end.length) ftruncateSync(opened, size - end.length + whole.length);
  const line = whole.toString("utf8").split("\n").at(-2);
  if (line === undefined && size === end.length) return 0;
  const checkpoint = parse(line ?? "");
  if (checkpoint === null) throw new Error(`the end of ${file} holds no checkpoint`);
  return checkpoint.size;
}

export type CheckpointFile =
  | { readonly readable: true; readonly checkpoints: readonly Checkpoint[] }
  /** No such file, or the number of the first line (from 1) that holds no checkpoint. */
  | { readonly readable: false; readonly line: number | null };

/** Reads checkpoints: one JSON object, or one a line. A last line without its end was being written and counts for nothing. */
export function readCheckpointFile(file: string): CheckpointFile {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return { readable: false, line: null };
  }
  const single = parse(text);
  if (single !== null) return { readable: true, checkpoints: [single] };
  const checkpoints: Checkpoint[] = [];
  for (const [index, line] of text.split("\n").slice(0, -1).entries()) {
    const checkpoint = parse(line);
    if (checkpoint === null) return { readable: false, line: index + 1 };
    checkpoints.push(checkpoint);
  }
  return { readable: true, checkpoints };
}

function parse(text: string): Checkpoint | null {
  try {
    return readCheckpoint(JSON.parse(text));
  } catch {
    return null;
  }
}
