import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { keepKeys, keepSecret } from "./secrets.ts";

const folder = mkdtempSync(join(tmpdir(), "shifan-secrets-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("a secret is made once, long and random, and kept for its owner alone", () => {
  const made = keepSecret(join(folder, "data"), "service-token");
  expect(made).toMatch(/^[\w-]{43}$/);
  expect(keepSecret(join(folder, "data"), "service-token")).toBe(made);
  expect(keepSecret(join(folder, "data"), "session-secret")).not.toBe(made);
  expect(statSync(join(folder, "data", "service-token")).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, "data")).sort()).toEqual(["service-token", "session-secret"]);
});

it("a key is made once, of 32 bytes, and a kept one that is none stops the start in one line", () => {
  const data = join(folder, "data");
  const [made] = keepKeys(data, "data-key");
  expect(made).toHaveLength(32);
  expect(keepKeys(data, "data-key")).toEqual([made]);
  writeFileSync(join(data, "audit-key"), "broken\n");
  expect(() => keepKeys(data, "audit-key")).toThrow(/^环境变量 DATA_DIR .*audit-key[^\n]*$/);
});
