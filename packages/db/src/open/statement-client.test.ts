import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createStatementClient } from "./statement-client.ts";

const client = new PGlite();
const statements = createStatementClient(client);

beforeAll(() => client.exec("create table kept (n int primary key)"));
beforeEach(() => client.exec("truncate kept"));
afterAll(() => client.close());

const insert = "insert into kept values ($1)";
const kept = async () => (await statements.query("select n from kept order by n", [])).rows;

it("waits for a transaction under way and is no part of it", async () => {
  let waiting: Promise<unknown> = Promise.resolve();
  const rolledBack = statements.transaction(async (transaction) => {
    await transaction.query(insert, [1]);
    waiting = statements.query(insert, [2]);
    await transaction.query(insert, [3]);
    throw new Error("rolled back");
  });
  await expect(rolledBack).rejects.toThrow("rolled back");
  await waiting;
  expect(await kept()).toEqual([{ n: 2 }]);
});

it("keeps what a transaction wrote, and its refusals undo it whole", async () => {
  await statements.transaction(({ query }) => query(insert, [1]));
  const refused = statements.transaction(async ({ query }) => {
    await query(insert, [2]);
    await query(insert, [1]);
  });
  await expect(refused).rejects.toMatchObject({ code: "23505" });
  expect(await kept()).toEqual([{ n: 1 }]);
});

it("takes no statement for a transaction that is over, nor for a database that is closed", async () => {
  const over = await statements.transaction(async (transaction) => transaction);
  await expect(over.query(insert, [1])).rejects.toThrow("over");
  const closed = await PGlite.create();
  const ofClosed = createStatementClient(closed);
  await closed.close();
  await expect(ofClosed.query("select 1", [])).rejects.toThrow("closed");
});
