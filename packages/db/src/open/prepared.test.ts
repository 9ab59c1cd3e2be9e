import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createPreparedRunner } from "./prepared.ts";

const client = new PGlite();
const run = createPreparedRunner(client);

beforeAll(() => client.exec("create table kept (n int primary key, said text, state json, at timestamptz)"));
beforeEach(() => client.exec("truncate kept"));
afterAll(() => client.close());

const insert = "insert into kept values ($1, $2, $3::json, $4::timestamptz) returning n";

it("gives the rows that the engine's own query gives", async () => {
  expect(await run(insert, [1, "第一句", '{"a":["一"]}', "2026-06-10T09:30:00+08:00"])).toEqual([{ n: 1 }]);
  await run(insert, [2, null, null, null]);
  const select = "select n, said, state, at, n::bigint as long, null::json as nothing from kept order by n";
  const { rows } = await client.query(select);
  expect(await run(select, [])).toEqual(rows);
  expect(rows).toHaveLength(2);
});

it("prepares a statement once and runs it with other parameters", async () => {
  for (const n of [1, 2, 3]) await run(insert, [n, null, null, null]);
  const { rows } = await client.query("select count(*)::int as n from pg_prepared_statements where statement = $1", [
    insert,
  ]);
  expect(rows).toEqual([{ n: 1 }]);
});

it("throws what the database refuses, keeps nothing of it and goes on", async () => {
  await run(insert, [1, null, null, null]);
  await expect(run(insert, [1, null, null, null])).rejects.toMatchObject({ code: "23505" });
  await expect(run(insert, [2, null, "{", null])).rejects.toMatchObject({ code: "22P02" });
  await expect(run("select * from nowhere", [])).rejects.toMatchObject({ code: "42P01" });
  expect(await run("select n from kept", [])).toEqual([{ n: 1 }]);
});

it("waits for a transaction under way and is no part of it", async () => {
  let waiting: Promise<unknown> = Promise.resolve();
  const rolledBack = client.transaction(async (transaction) => {
    await transaction.query("insert into kept values (1)");
    waiting = run(insert, [2, null, null, null]);
    await transaction.query("insert into kept values (3)");
    throw new Error("rolled back");
  });
  await expect(rolledBack).rejects.toThrow("rolled back");
  await waiting;
  expect(await run("select n from kept", [])).toEqual([{ n: 2 }]);
});

it("takes no statement once the database is closed", async () => {
  const closed = await PGlite.create();
  const runClosed = createPreparedRunner(closed);
  await closed.close();
  await expect(runClosed("select 1", [])).rejects.toThrow("closed");
});
