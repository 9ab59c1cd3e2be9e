import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { prepareStatements } from "./prepared.ts";

const client = new PGlite();
const run = prepareStatements(client);

beforeAll(() =>
  client.exec(
    "create table kept (n int primary key, said text, state json, at timestamptz, is_so boolean, many int[])",
  ),
);
beforeEach(() => client.exec("truncate kept"));
afterAll(() => client.close());

const insert = "insert into kept values ($1, $2, $3, $4, $5, $6) returning n";
const nothing = [null, null, null, null, null];

it("takes values as the engine's own query takes them, and gives its rows", async () => {
  const values = [1, "第一句", '{"a":["一"]}', "2026-06-10T09:30:00+08:00", true, [1, 2]];
  expect((await run(insert, values)).rows).toEqual([{ n: 1 }]);
  await client.query(insert, [2, ...values.slice(1)]);
  await run(insert, [3, ...nothing]);
  const select = "select *, n::bigint as long, null::json as nothing from kept order by n";
  for (const reading of [{}, { rowMode: "array", parsers: { 1184: (text: string) => text } }] as const) {
    const { rows, fields } = await client.query(select, [], reading);
    expect(await run(select, [], reading)).toMatchObject({ rows, fields });
    expect(rows).toHaveLength(3);
  }
  const { rows } = await run("select said, state, at, is_so, many from kept where n < $1 order by n", [3]);
  expect(rows[0]).toEqual(rows[1]);
});

const preparedNow = async () => {
  const { rows } = await client.query<{ statement: string }>("select statement from pg_prepared_statements order by 1");
  return rows.map(({ statement }) => statement);
};

it("prepares a statement once and runs it with other parameters", async () => {
  for (const n of [1, 2, 3]) await run(insert, [n, ...nothing]);
  expect((await preparedNow()).filter((statement) => statement === insert)).toHaveLength(1);
});

it("keeps the statements used last, none of a long text, and prepares one anew after its runs", async () => {
  const other = await PGlite.create();
  const keptIn = async () => {
    const { rows } = await other.query<{ name: string; statement: string }>(
      "select name, statement from pg_prepared_statements order by name",
    );
    return rows.map(({ name, statement }) => `${name} ${statement}`);
  };
  const runFew = prepareStatements(other, { most: 2, longest: 10, runs: 2 });
  for (const text of ["select 1", "select 2", "select 1", "select 3", "select 1000"]) {
    expect((await runFew(text, [])).rows).toEqual([{ "?column?": Number(text.slice(7)) }]);
  }
  expect(await keptIn()).toEqual(["prepared_1 select 1", "prepared_3 select 3"]);
  await runFew("select 1", []);
  expect(await keptIn()).toEqual(["prepared_3 select 3", "prepared_4 select 1"]);
  await other.close();
});

it("throws what the database refuses, keeps nothing of it and goes on", async () => {
  await run(insert, [1, ...nothing]);
  await expect(run(insert, [1, ...nothing])).rejects.toMatchObject({ code: "23505" });
  await expect(run(insert, [2, null, "{", null, null, null])).rejects.toMatchObject({ code: "22P02" });
  const before = await preparedNow();
  await expect(run("select * from nowhere", [])).rejects.toMatchObject({ code: "42P01" });
  expect(await preparedNow()).toEqual(before);
  expect((await run("select n from kept", [])).rows).toEqual([{ n: 1 }]);
});
