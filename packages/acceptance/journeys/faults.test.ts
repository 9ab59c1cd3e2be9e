import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { proveEngine } from "../src/proofs/faults/engine.ts";
import { startServer } from "../src/server.ts";

/** A start takes seconds, and there are several; on busy cores many. In milliseconds. */
const patience = 300_000;

test(
  "kill -9 under load loses, halves and doubles nothing that was acknowledged, and the folder opens",
  async () => {
    const { kills, acknowledged } = await proveEngine({ kills: 2, seed: 20_261_123 }, () => {});
    expect(kills).toBe(2);
    expect(acknowledged.changes).toBeGreaterThan(10);
    expect(acknowledged.answers).toBeGreaterThan(5);
  },
  patience,
);

test("a second server on the same folder is refused in one line, and the first goes on", async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), "shifan-acceptance-"));
  const server = await startServer({ dataDirectory });
  await expect(startServer({ dataDirectory })).rejects.toThrow(/正由另一个进程/);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  await server.stop();
  await rm(dataDirectory, { recursive: true });
});
