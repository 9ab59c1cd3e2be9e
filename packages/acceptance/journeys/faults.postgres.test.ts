import { type PostgresqlServer, startPostgresql } from "@shifan/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { proveEngine } from "../src/proofs/faults/engine.ts";

let postgresql: PostgresqlServer;
beforeAll(async () => {
  postgresql = await startPostgresql();
});
afterAll(() => postgresql.stop());

/** A start takes seconds, and there are several; on busy cores many. In milliseconds. */
const patience = 300_000;

test(
  "kill -9 of the server under load leaves PostgreSQL with everything that was acknowledged, and nothing half done",
  async () => {
    const databaseUrl = await postgresql.createDatabase();
    const { kills, acknowledged } = await proveEngine({ kills: 2, seed: 20_261_124, databaseUrl }, () => {});
    expect(kills).toBe(2);
    expect(acknowledged.changes).toBeGreaterThan(10);
    expect(acknowledged.answers).toBeGreaterThan(5);
  },
  patience,
);
