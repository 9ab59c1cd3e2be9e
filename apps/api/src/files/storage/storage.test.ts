import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLocalStorage } from "./local.ts";
import { openBucket } from "./s3.ts";
import type { ContentStorage } from "./storage.ts";

const folder = mkdtempSync(join(tmpdir(), "shifan-storage-"));
const bucket = new S3rver({
  port: 0,
  address: "127.0.0.1",
  silent: true,
  directory: join(folder, "bucket"),
  configureBuckets: [{ name: "our-files", configs: [] }],
});
let endpoint = "";
beforeAll(async () => {
  const { port } = await bucket.run();
  endpoint = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await bucket.close();
  rmSync(folder, { recursive: true, force: true });
});

const storages: readonly (readonly [string, () => ContentStorage])[] = [
  ["a folder", () => openLocalStorage(join(folder, "files"))],
  [
    "a bucket",
    () =>
      openBucket({
        bucket: "our-files",
        prefix: "shifan",
        endpoint,
        region: "us-east-1",
        credentials: { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" },
      }),
  ],
];

describe.each(storages)("contents in %s", (_, open) => {
  const content = Buffer.alloc(300_000, "0123456789");
  const sha256 = createHash("sha256").update(content).digest("hex");
  const path = join(folder, "content");
  const listed = async (storage: ContentStorage) => {
    const hashes: string[] = [];
    for await (const hash of storage.list()) hashes.push(hash);
    return hashes;
  };

  it("are stored, read whole and in part, listed and removed", async () => {
    const storage = open();
    writeFileSync(path, content);
    expect(await storage.has(sha256)).toBe(false);
    await storage.store(sha256, path, "first");
    await storage.store(sha256, path, "second");
    expect(await storage.has(sha256)).toBe(true);
    expect(await listed(storage)).toEqual([sha256]);
    expect((await buffer(await storage.read(sha256, null))).equals(content)).toBe(true);
    expect((await buffer(await storage.read(sha256, { start: 11, end: 19 }))).toString()).toBe("123456789");
    await storage.remove(sha256);
    expect(await storage.has(sha256)).toBe(false);
    expect(await listed(storage)).toEqual([]);
    // Removed already: nothing to do.
    await storage.remove(sha256);
  });

  it("are not stored under a hash that is not theirs, and leave nothing behind", async () => {
    const storage = open();
    writeFileSync(path, "something else");
    await expect(storage.store(sha256, path, "changed")).rejects.toThrow("changed while it was stored");
    expect(await storage.has(sha256)).toBe(false);
    expect(await storage.removeCutOff(new Date("9999-01-01"))).toBe(0);
    await expect(storage.store(sha256, join(folder, "nothing"), "missing")).rejects.toThrow("ENOENT");
    expect(await listed(storage)).toEqual([]);
  });
});

it("what a cut left aside is removed when it is old enough", async () => {
  const storage = openLocalStorage(join(folder, "cut"));
  writeFileSync(join(folder, "cut", "incoming", "half"), "half of it");
  expect(await storage.removeCutOff(new Date("2000-01-01"))).toBe(0);
  expect(await storage.removeCutOff(new Date("9999-01-01"))).toBe(1);
});
