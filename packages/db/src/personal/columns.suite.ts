import { eq, sql } from "drizzle-orm";
import { pgTable, text } from "drizzle-orm/pg-core";
import { beforeAll, expect, it } from "vitest";
import { suite } from "../../testing/suite.ts";
import { personal, personalMap } from "./columns.ts";
import { createPersonalKeys } from "./keys.ts";
import { sealMap } from "./maps.ts";
import { equalityHashes, erase, seal } from "./seal.ts";
import type { Sealed } from "./sealed.ts";

const people = pgTable("people_of_a_test", {
  id: text("id").primaryKey(),
  phone: personal("phone"),
  contacts: personalMap("contacts"),
});
const keys = createPersonalKeys([Buffer.alloc(32, 7)]);

export const personalColumnsSuite = suite("columns of personal data", (open) => {
  beforeAll(() =>
    open().database.execute(sql`create table people_of_a_test (id text primary key, phone json, contacts json)`),
  );

  it("give back what was sealed, or erased, or nothing", async () => {
    const { database } = open();
    const row = { id: "whole", phone: seal(keys, "13800138000"), contacts: sealMap(keys, { contact: "王小明" }) };
    const rows = [
      row,
      { id: "erased", phone: erase(row.phone), contacts: {} },
      { id: "none", phone: null, contacts: null },
    ];
    await database.insert(people).values(rows);
    for (const each of rows) expect(await database.select().from(people).where(eq(people.id, each.id))).toEqual([each]);
  });

  it("find equal values by their keyed hash", async () => {
    const { database } = open();
    await database.insert(people).values({ id: "found", phone: seal(keys, "13900139000") });
    const [hash] = equalityHashes(keys, "139 0013 9000");
    const found = await database.select({ id: people.id }).from(people).where(sql`${people.phone} ->> 'h' = ${hash}`);
    expect(found).toEqual([{ id: "found" }]);
  });

  it("take nothing in the clear, and give nothing out that is no sealed value", async () => {
    const { database } = open();
    const clear = { id: "clear", phone: "13800138000" as unknown as Sealed };
    await expect(database.insert(people).values(clear)).rejects.toThrow();
    await expect(
      database.insert(people).values({ id: "clear", contacts: { contact: "王小明" as unknown as Sealed } }),
    ).rejects.toThrow();
    await database.execute(
      sql`insert into people_of_a_test (id, phone, contacts) values ('by hand', '"138"', '["x"]')`,
    );
    const byHand = (columns: { phone: typeof people.phone } | { contacts: typeof people.contacts }) =>
      database.select(columns).from(people).where(eq(people.id, "by hand"));
    await expect(byHand({ phone: people.phone })).rejects.toThrow();
    await expect(byHand({ contacts: people.contacts })).rejects.toThrow();
  });
});
