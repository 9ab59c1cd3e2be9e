import { type PostgresqlServer, startPostgresql } from "@shifan/db/testing";
import { type EngineFindings, proveEngine } from "./faults/engine.ts";

export interface FaultsProof {
  /** How often the server is killed on the embedded database; on PostgreSQL half as often. */
  readonly kills: number;
  readonly seed: number;
}

export interface FaultsFindings {
  readonly kills: { readonly embedded: number; readonly postgresql: number };
  /** Each on a folder of its own. */
  readonly servers: readonly EngineFindings[];
}

/**
 * Kills servers under load: two on the embedded database and one on PostgreSQL, at the same time.
 * @throws Error at the first thing that is lost, doubled or half there
 */
export async function proveFaults(
  { kills, seed }: FaultsProof,
  say: (line: string) => void = () => {},
): Promise<FaultsFindings> {
  const postgresql: PostgresqlServer = await startPostgresql();
  try {
    const databaseUrl = await postgresql.createDatabase();
    const half = Math.ceil(kills / 2);
    const servers = await Promise.all([
      proveEngine({ kills: half, seed }, (line) => say(`embedded: ${line}`)),
      proveEngine({ kills: kills - half, seed: seed + 1 }, (line) => say(`embedded too: ${line}`)),
      proveEngine({ kills: half, seed: seed + 2, databaseUrl }, (line) => say(`PostgreSQL: ${line}`)),
    ]);
    return { kills: { embedded: kills, postgresql: half }, servers };
  } finally {
    await postgresql.stop();
  }
}
