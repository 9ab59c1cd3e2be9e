import { sql } from "drizzle-orm";
import { bigint, boolean, date, integer, json, jsonb, numeric, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { expect, it } from "vitest";
import { suite } from "../../testing/suite.ts";
import { personal } from "../personal/columns.ts";
import type { Sealed } from "../personal/sealed.ts";
import { hashOfState } from "./state.ts";

const records = pgTable("records_of_a_test", {
  id: text("id").primaryKey(),
  at: timestamp("at", { withTimezone: true }),
  day: date("day", { mode: "string" }),
  amount: numeric("amount", { precision: 15, scale: 2 }),
  count: integer("count"),
  large: bigint("large", { mode: "number" }),
  isOpen: boolean("is_open"),
  rows: json("rows"),
  settings: jsonb("settings"),
  nothing: text("nothing"),
  phone: personal("phone"),
});

export const auditStateSuite = suite("the hash of a state", (open) => {
  it("is the same for the same row on either engine", async () => {
    const { database } = open();
    await database.execute(sql`create table records_of_a_test (id text primary key, at timestamptz, day date,
      amount numeric(15, 2), count integer, large bigint, is_open boolean, rows json, settings jsonb, nothing text, phone json)`);
    const phone: Sealed = { c: "A".repeat(43), k: "k", h: "B".repeat(43), e: "CCCC" };
    const record = {
      id: "甲",
      at: new Date("2026-06-10T01:30:00.123Z"),
      day: "2026-06-10",
      amount: "1500000.10",
      count: 60,
      large: 9_007_199_254_740_991,
      isOpen: true,
      rows: [{ b: 1.5, a: "\ud800\0" }, 1e21],
      settings: { b: [null, 0.1], a: "x" },
      nothing: null,
      phone,
    };
    await database.insert(records).values(record);
    const [read] = await database.select().from(records);
    expect(hashOfState(read)).toBe(hashOfState(record));
    expect(hashOfState(read)).toBe("PUpR4gJOeBu0j0rGHaeB-tOwEN0LCQoozepA1zrGYaM");
  });
});
