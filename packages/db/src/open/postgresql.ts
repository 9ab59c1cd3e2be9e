import { sql } from "drizzle-orm";
import postgres from "postgres";
import { DatabaseRefusal, type OpenDatabase } from "../database.ts";
import { wrapPostgresql } from "./wrap.ts";

/** Seconds to wait for a connection before the start is given up. */
const connectTimeout = 10;

/**
 * Opens a PostgreSQL database by its URL.
 *
 * @throws DatabaseRefusal `unreachable`; the message does not carry the URL, which may hold a password
 */
export async function openPostgresql(url: string): Promise<OpenDatabase> {
  const client = postgres(url, { max: 10, connect_timeout: connectTimeout, onnotice: () => {} });
  const database = wrapPostgresql(client);
  try {
    await database.execute(sql`select 1`);
  } catch (cause) {
    await client.end({ timeout: 1 });
    throw new DatabaseRefusal("unreachable", "连不上 DATABASE_URL 所指的 PostgreSQL；请检查地址、账号和网络", cause);
  }
  return { engine: "postgresql", database, close: () => client.end({ timeout: 5 }) };
}
