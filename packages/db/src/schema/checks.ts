import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** A constraint that a column holds one of the known words. The words come from the product's own lists, never from outside. */
export function isOneOf(column: PgColumn, words: readonly string[]): SQL {
  return sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(", "))})`;
}

/** That a text holds something. A check passes where it is null, so an absent text must not make it null. */
export function isFilled(column: PgColumn): SQL {
  return sql`length(trim(coalesce(${column}, ''))) > 0`;
}
