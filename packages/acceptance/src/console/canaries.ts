import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  createPersonalKeys,
  type Database,
  open,
  openDatabase,
  type PersonalKeys,
  type Sealed,
  seal,
} from "@shifan/db";

/** A personal value that is recognised wherever it turns up, and where it is kept: table, column, and the field in it. */
export interface Canary {
  readonly text: string;
  readonly keptIn: string;
  /** The record that it is part of, where the table's rows have an id. */
  readonly record: string | null;
}

/** What a canary looks like: as long as a telephone number where one was, else words that stand nowhere else. */
export const canaryPattern = /1990\d{7}|金丝雀\d+号/g;

/** What was planted, and which columns hold sealed values. */
export interface Planted {
  readonly canaries: readonly Canary[];
  readonly sealedColumns: readonly string[];
}

/** Personal data that is kept in the clear, since it is searched or compared: holders of mandates, experts, what was said in a chat. */
const inTheClear = [
  ["mandates", "holder_name"],
  ["experts", "name"],
  ["chat_entries", "said"],
] as const;

/**
 * Puts a canary into the place of every personal value of a stopped server's data folder. Which values are personal says the database itself: all that
 * is sealed, whatever the table, and what is kept in the clear beside it.
 */
export async function plantCanaries(dataDirectory: string): Promise<Planted> {
  const secret = readFileSync(join(dataDirectory, "data-key"), "utf8").trim();
  const keys = createPersonalKeys([Buffer.from(secret, "base64url")]);
  const { database, close } = await openDatabase({ directory: join(dataDirectory, "database") });
  try {
    // What is kept may not be changed, by triggers of its own; here it is no person who changes it.
    await database.execute("set session_replication_role = replica");
    const nest = new Nest(keys);
    for (const [table, column] of inTheClear) {
      const plant = (value: unknown, record: string | null) =>
        nest.replace(String(value), `${table}.${column}`, record);
      await rewrite(database, table, column, plant);
    }
    const columns = await sealedColumns(database);
    for (const { table, column } of columns) {
      const plant = (value: unknown, record: string | null) => nest.resealAll(value, `${table}.${column}`, record);
      await rewrite(database, table, column, plant);
    }
    return { canaries: nest.canaries, sealedColumns: columns.map(({ table, column }) => `${table}.${column}`) };
  } finally {
    await close();
  }
}

class Nest {
  readonly canaries: Canary[] = [];
  readonly #keys: PersonalKeys;
  readonly #byOriginal = new Map<string, string>();

  constructor(keys: PersonalKeys) {
    this.#keys = keys;
  }

  /** Another text of the same kind in a text's place. */
  replace(original: string, keptIn: string, record: string | null): string {
    const number = this.canaries.length + 1;
    const text = /^[\d-]{7,}$/.test(original) ? `1990${String(number).padStart(7, "0")}` : `金丝雀${number}号`;
    this.canaries.push({ text, keptIn, record });
    this.#byOriginal.set(original, text);
    return text;
  }

  /** A sealed value, or several by their fields, each with a canary in it. */
  resealAll(kept: unknown, keptIn: string, record: string | null): string {
    const value: unknown = typeof kept === "string" ? JSON.parse(kept) : kept;
    const fields = Object.entries(value as Record<string, unknown>);
    const planted = isSealed(value)
      ? this.#reseal(value, keptIn, record)
      : Object.fromEntries(
          fields.map(([field, each]) => [
            field,
            isSealed(each) ? this.#reseal(each, `${keptIn}.${field}`, record) : each,
          ]),
        );
    return JSON.stringify(planted);
  }

  #reseal(sealed: Sealed, keptIn: string, record: string | null): Sealed {
    const original = open(this.#keys, sealed);
    // Too short to be told from other figures: an age.
    if (original === null || /^\d{1,3}$/.test(original)) return sealed;
    // A whole form that was sealed: of it the values that were personal in its rows.
    if (/^[{[]/.test(original)) return seal(this.#keys, JSON.stringify(this.#inside(JSON.parse(original))));
    return seal(this.#keys, this.replace(original, keptIn, record));
  }

  #inside(value: unknown): unknown {
    if (typeof value === "string") return this.#byOriginal.get(value) ?? value;
    if (Array.isArray(value)) return value.map((each) => this.#inside(each));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, this.#inside(each)]));
  }
}

const isSealed = (value: unknown): value is Sealed =>
  typeof value === "object" && value !== null && "c" in value && "e" in value;

async function rowsOf<Row>(database: Database, query: string): Promise<readonly Row[]> {
  return ((await database.execute(query)) as unknown as { rows: Row[] }).rows;
}

/** The columns that hold sealed values; those of whole forms last, since in them stands what stood in their rows. */
async function sealedColumns(database: Database): Promise<readonly { table: string; column: string }[]> {
  const json = await rowsOf<{ table: string; column: string }>(
    database,
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = 'public' and data_type = 'json' order by (column_name = 'form'), 1, 2`,
  );
  const sealed = [];
  for (const each of json) {
    const [{ count = 0 } = {}] = await rowsOf<{ count?: number }>(
      database,
      `select count(*)::int as count from "${each.table}" where "${each.column}"::text ~ '"c":"[A-Za-z0-9_-]{43}"' and "${each.column}"::text ~ '"e":"'`,
    );
    if (count > 0) sealed.push(each);
  }
  return sealed;
}

async function rewrite(
  database: Database,
  table: string,
  column: string,
  plant: (value: unknown, record: string | null) => string,
): Promise<void> {
  const kept = await rowsOf<{ at: string; value: unknown; record: string | null }>(
    database,
    `select ctid::text as at, "${column}" as value, to_jsonb(t) ->> 'id' as record from "${table}" t where "${column}" is not null`,
  );
  for (const { at, value, record } of kept) {
    await database.execute(`update "${table}" set "${column}" = '${plant(value, record)}' where ctid = '${at}'`);
  }
}
