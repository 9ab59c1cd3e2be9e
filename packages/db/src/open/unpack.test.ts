import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findTemplate } from "../../testing/embedded.ts";
import { unpackDatabase } from "./unpack.ts";

const archive = readFileSync(await findTemplate());
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "shifan-unpack-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a packed database", () => {
  it("is written byte for byte, for its owner alone", () => {
    unpackDatabase(gzipSync(archive, { level: 1 }), join(folder, "postgres"));
    const written = (name: string) => join(folder, "postgres", name);
    const version = readFileSync(written("PG_VERSION"));
    const at = archive.indexOf("PG_VERSION\0") + 512 - (archive.indexOf("PG_VERSION\0") % 512);
    expect(version.equals(archive.subarray(at, at + version.length))).toBe(true);
    expect(statSync(written("pg_wal/000000010000000000000001")).size).toBe(16 * 1024 * 1024);
    // The database will not start without its empty folders.
    for (const name of [".", "base", "pg_notify"]) expect(statSync(written(name)).mode & 0o777, name).toBe(0o700);
    for (const name of ["PG_VERSION", "global/pg_control"]) {
      expect(statSync(written(name)).mode & 0o777, name).toBe(0o600);
    }
  });

  it.each([
    ["in a file", archive.length / 2],
    ["between two files", 0],
  ])("is refused when it was cut short %s", (_, bytes) => {
    expect(() => unpackDatabase(archive.subarray(0, bytes), join(folder, "postgres"))).toThrow(/cut short/);
  });
});
