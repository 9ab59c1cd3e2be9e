import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isInstalled, stamp } from "./install.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "shifan-install-"));
  mkdirSync(join(folder, "node_modules"));
  writeFileSync(join(folder, "pnpm-lock.yaml"), "lockfileVersion: 1");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a fresh clone is not installed", () => {
  expect(isInstalled(folder)).toBe(false);
});

test("an installation is not made twice", () => {
  stamp(folder);
  expect(isInstalled(folder)).toBe(true);
});

test("a changed lock file asks for an installation", () => {
  stamp(folder);
  writeFileSync(join(folder, "pnpm-lock.yaml"), "lockfileVersion: 2");
  expect(isInstalled(folder)).toBe(false);
});
