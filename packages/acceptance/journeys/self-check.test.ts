import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { completeApplicant } from "@shifan/rules/testing";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evaluateAll } from "../src/evaluation.ts";
import { fileOfRepository } from "../src/repository.ts";
import { readSamples } from "../src/samples.ts";
import { journeyDay, type Server, startServer } from "../src/server.ts";

let server: Server;
let folder: string;
beforeAll(async () => {
  server = await startServer();
  folder = await mkdtemp(join(tmpdir(), "shifan-self-check-"));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** The command of the root, as people call it but without the install that it begins with. */
function selfCheck(args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const command = fileOfRepository("packages/rules/bin/self-check.ts");
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], { maxBuffer: 50_000_000 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

async function fileOf(content: unknown): Promise<string> {
  const path = join(folder, "applicants.json");
  await writeFile(path, JSON.stringify(content));
  return path;
}

describe("the command line and the server", () => {
  test("give the same assessment for the same facts", async () => {
    const drawn = fc.sample(completeApplicant(), { numRuns: 30, seed: 20_261_123 });
    const samples = readSamples().facts.map(({ facts }) => facts);
    const items = [...samples, ...drawn].map((facts) => ({ facts }));
    const { code, stdout, stderr } = await selfCheck([await fileOf(items), "--as-of", journeyDay, "--format", "json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual(
      await evaluateAll(
        server.url,
        items.map((item) => ({ ...item, asOf: journeyDay })),
      ),
    );
  });

  test("refuse the same field; the command names the item and the field and ends with 2", async () => {
    const path = await fileOf([{ facts: {} }, { facts: { service_staff_count: -1 } }]);
    const { code, stdout, stderr } = await selfCheck([path, "--as-of", journeyDay]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("service_staff_count");
    expect(stderr).toMatch(/\/1\/|第2/);
  });
});
