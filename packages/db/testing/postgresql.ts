import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { findPostgresqlBinaries } from "./postgresql-binaries.ts";
import { findCluster, makeFolder, migratedDatabase, runCluster } from "./postgresql-cluster.ts";

export type PostgresqlServer = {
  /** A new, empty database of this server. @returns its URL */
  createDatabase(): Promise<string>;
  /** A new database of this server, migrated and without data. @returns its URL */
  createMigratedDatabase(): Promise<string>;
  stop(): Promise<void>;
};

/** Starts a PostgreSQL of its own in a temporary folder, for the tests of one file. */
export async function startPostgresql(): Promise<PostgresqlServer> {
  const binaries = findPostgresqlBinaries();
  const cluster = await findCluster(binaries);
  const folder = makeFolder(binaries);
  execFileSync("cp", ["-a", join(cluster, "data"), folder]);
  const running = await runCluster(binaries, folder);
  const administration = postgres(running.url("postgres"), { max: 1, onnotice: () => {} });
  let databases = 0;
  const create = async (template: string) => {
    databases += 1;
    const name = `test_${databases}`;
    await administration.unsafe(`create database ${name} template ${template} strategy file_copy`);
    return running.url(name);
  };
  return {
    createDatabase: () => create("template1"),
    createMigratedDatabase: () => create(migratedDatabase),
    stop: async () => {
      await administration.end({ timeout: 1 });
      await running.stop("at once");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
