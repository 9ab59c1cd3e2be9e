import { inArray } from "drizzle-orm";
import type { Database } from "../database.ts";
import { users } from "../schema/index.ts";

/** What people are called, by their accounts. */
export async function findUserNames(database: Database, ids: readonly string[]): Promise<Map<string, string>> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return new Map();
  const rows = await database.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, asked));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
