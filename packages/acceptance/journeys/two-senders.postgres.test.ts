import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { createPersonalKeys, openDatabase } from "@shifan/db";
import {
  countWaiting,
  fillObligations,
  fillReaders,
  listTold,
  type PostgresqlServer,
  startPostgresql,
} from "@shifan/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { foundCity } from "../src/proofs/year/city.ts";
import { startProviders } from "../src/proofs/year/providers.ts";
import { drawFrom } from "../src/random.ts";
import { settableClock, startServer } from "../src/server.ts";

let postgresql: PostgresqlServer;
beforeAll(async () => {
  postgresql = await startPostgresql();
});
afterAll(() => postgresql.stop());

test("two servers on one ledger send nothing twice, and join what one reader is told", async () => {
  const clock = await settableClock();
  await clock.set("2026-06-30T08:00:00+08:00");
  const databaseUrl = await postgresql.createDatabase();
  const { database, close } = await openDatabase({ url: databaseUrl });
  const providers = await startProviders(drawFrom(1));
  const key = randomBytes(32);
  const { readers, obligations } = foundCity(200, ["410105"], { isDaily: false, hasBot: false });
  const holders = readers.filter(({ organizations }) => organizations.length > 0);
  const at = new Date("2026-01-01T00:00:00+08:00");
  await fillReaders(database, holders, { keys: createPersonalKeys([key]), at });
  await fillObligations(database, obligations, at);
  const settings = {
    SHIFAN_NOW: clock.setting,
    DATA_KEY: key.toString("hex"),
    AUDIT_KEY: randomBytes(32).toString("hex"),
    ...providers.settings,
  };
  const servers = [await startServer({ databaseUrl, settings }), await startServer({ databaseUrl, settings })];
  await clock.set("2026-06-30T09:00:00+08:00");
  await providers.taken(holders.length);
  for (;;) {
    const { due, underWay } = await countWaiting(database, new Date("2026-06-30T09:00:00+08:00"));
    if (due + underWay === 0) break;
    await wait(100);
  }
  for (const server of servers) await server.stop();
  expect(providers.receipts.map(({ to }) => to).toSorted()).toEqual(holders.map(({ address }) => address).toSorted());
  expect(new Set(providers.receipts.map(({ id }) => id)).size).toBe(holders.length);
  const told = await listTold(database);
  expect(told).toHaveLength(holders.flatMap(({ organizations }) => organizations).length);
  await close();
  await providers.stop();
});
