/** The instant at which everything happened in the good rows, as SQL. */
export const at = "'2026-06-10T01:30:00Z'";

/** What has the form of a SHA-256. */
export const hash = (letter: string) => letter.repeat(64);

/** A statement that inserts a copy of the good rows of a table with some columns changed. */
export const copy = (table: string, changes: object = {}, where = "true") =>
  `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(t) || '${JSON.stringify(changes)}')).* from ${table} t where ${where}`;

/** A statement that changes the good rows of a table. */
export const set = (table: string, changes: string, where = "true") => `update ${table} set ${changes} where ${where}`;

/** By table and guard: a statement that this guard alone refuses. */
export type GuardCases = Readonly<Record<string, Readonly<Record<string, string>>>>;
