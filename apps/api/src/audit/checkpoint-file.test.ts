import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAuditKeys, makeCheckpoint, writeCheckpoint } from "@shifan/db";
import { afterEach, beforeEach, expect, it } from "vitest";
import { morning } from "../../testing/app.ts";
import { checkpointFileOf, extendCheckpointFile, readCheckpointFile } from "./checkpoint-file.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "shifan-checkpoints-"));
  file = checkpointFileOf(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keys = createAuditKeys([Buffer.alloc(32, 1)]);
const checkpointOf = (size: number) => makeCheckpoint(keys, { size, root: "A".repeat(43), at: morning });
const [first, second, third] = [checkpointOf(3), checkpointOf(5), checkpointOf(9)];
const checkpoints = [first, second, third];
/** Gives them one at a time, as a database would that answers in small portions. */
const upTo = (newest: number) => async (size: number) =>
  checkpoints.filter((checkpoint) => checkpoint.size > size && checkpoint.size <= newest).slice(0, 1);

it("the file takes every checkpoint once, in order, readable by its owner alone", async () => {
  expect(await extendCheckpointFile(file, upTo(0))).toBe(0);
  expect(await extendCheckpointFile(file, upTo(5))).toBe(5);
  expect(await extendCheckpointFile(file, upTo(5))).toBe(5);
  expect(await extendCheckpointFile(file, upTo(9))).toBe(9);
  expect(readCheckpointFile(file)).toEqual({ readable: true, checkpoints });
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it("a line that a crash cut short counts for nothing and is written anew", async () => {
  await extendCheckpointFile(file, upTo(3));
  appendFileSync(file, JSON.stringify(writeCheckpoint(second)).slice(0, 40));
  expect(readCheckpointFile(file)).toEqual({ readable: true, checkpoints: [first] });
  expect(await extendCheckpointFile(file, upTo(9))).toBe(9);
  expect(readCheckpointFile(file)).toEqual({ readable: true, checkpoints });
});

it("a first line that was cut short is written anew too", async () => {
  await extendCheckpointFile(file, upTo(0));
  writeFileSync(file, '{"size":');
  expect(await extendCheckpointFile(file, upTo(3))).toBe(3);
  expect(readCheckpointFile(file)).toEqual({ readable: true, checkpoints: [first] });
});

it("a file that ends in something else is not gone on with", async () => {
  await extendCheckpointFile(file, upTo(3));
  appendFileSync(file, "{}\n");
  await expect(extendCheckpointFile(file, upTo(9))).rejects.toThrow("holds no checkpoint");
  expect(readFileSync(file, "utf8").endsWith("{}\n")).toBe(true);
  expect(readCheckpointFile(file)).toEqual({ readable: false, line: 2 });
  writeFileSync(file, "x".repeat(5_000));
  await expect(extendCheckpointFile(file, upTo(9))).rejects.toThrow("holds no checkpoint");
});

it("one checkpoint alone, as it was fetched, is read as well; what is not there is not", () => {
  const single = join(folder, "kept.json");
  writeFileSync(single, JSON.stringify(writeCheckpoint(first), null, 2));
  expect(readCheckpointFile(single)).toEqual({ readable: true, checkpoints: [first] });
  expect(readCheckpointFile(join(folder, "none"))).toEqual({ readable: false, line: null });
});
