import { type PostgresqlServer, startPostgresql } from "@shifan/db/testing";
import { type EngineFindings, proveEngine } from "./faults/engine.ts";

export interface FaultsProof {
  /** How often the server is killed on the embedded database; on PostgreSQL half as often. */
  readonly kills: number;
  readonly seed: number;
}

export interface FaultsFindings {
  readonly embedded: EngineFindings;
  readonly postgresql: EngineFindings;
}

/** Kills the server under load on either engine, on both at the same time. @throws Error at the first thing that is lost, doubled or half there */
export async function proveFaults(
  { kills, seed }: FaultsProof,
  say: (line: string) => void = () => {},
): Promise<FaultsFindings> {
  const server: PostgresqlServer = await startPostgresql();
  try {
    const databaseUrl = await server.createDatabase();
    const [embedded, postgresql] = await Promise.all([
      proveEngine({ kills, seed }, (line) => say(`embedded: ${line}`)),
      proveEngine({ kills: Math.ceil(kills / 2), seed, databaseUrl }, (line) => say(`PostgreSQL: ${line}`)),
    ]);
    return { embedded, postgresql };
  } finally {
    await server.stop();
  }
}
