import { existsSync, readFileSync } from "node:fs";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { expect, it } from "vitest";
import * as schema from "../schema/index.ts";
import { readMigrations } from "./migrate.ts";

it("the committed migrations make the schema of the code", async () => {
  const last = readMigrations().at(-1)?.name.slice(0, 4);
  const snapshot = new URL(`../../migrations/meta/${last}_snapshot.json`, import.meta.url);
  expect(existsSync(snapshot)).toBe(true);
  const committed = JSON.parse(readFileSync(snapshot, "utf8"));
  const statements = await generateMigration(committed, generateDrizzleJson(schema, committed.id));
  expect(statements).toEqual([]);
});

it("no column takes its time from the database's clock", () => {
  const text = readMigrations()
    .flatMap(({ statements }) => statements)
    .join("\n");
  expect(text).not.toMatch(/now\(\)|current_timestamp|clock_timestamp|localtimestamp/i);
});
