import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { proveFaults } from "../src/proofs/faults.ts";
import { startServer } from "../src/server.ts";

test("kill -9 under load loses no acknowledged answer, halves none, doubles none, and the folder opens", async () => {
  const { kills, acknowledged, conversations } = await proveFaults({ kills: 3, seed: 20_261_123 });
  expect(kills).toBe(3);
  expect(conversations).toBeGreaterThanOrEqual(12);
  expect(acknowledged).toBeGreaterThan(20);
});

test("a second server on the same folder is refused in one line, and the first goes on", async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), "shifan-acceptance-"));
  const server = await startServer({ dataDirectory });
  await expect(startServer({ dataDirectory })).rejects.toThrow(/正由另一个进程/);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  await server.stop();
  await rm(dataDirectory, { recursive: true });
});
