import type { Database } from "./database.ts";

export type Parameter = string | number | null;
export type Runner = (text: string, parameters: readonly Parameter[]) => Promise<Record<string, unknown>[]>;

/*
 * The two statements of every chat answer go to the driver directly and as prepared ones: building them anew each time, and on
 * PostgreSQL describing them to the server first, took longer than running them.
 */
const runners = new WeakMap<Database, Runner>();

/** Says how a database that was just opened runs a statement. */
export function registerRunner(database: Database, run: Runner): void {
  runners.set(database, run);
}

/** Runs a statement, one of a few constant texts, with its parameters ($1 …). For the database itself, not for a transaction in it. */
export function runStatement(
  database: Database,
  text: string,
  parameters: readonly Parameter[],
): Promise<Record<string, unknown>[]> {
  const run = runners.get(database);
  if (run === undefined) throw new Error("this statement is for an open database outside of transactions");
  return run(text, parameters);
}
