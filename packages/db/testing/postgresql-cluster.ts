import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { readMigrations } from "../src/open/migrate.ts";
import { openDatabase } from "../src/open/open.ts";
import { type Binaries, moveUnlessThere } from "./postgresql-binaries.ts";

/** In every prepared cluster: migrated, empty, and copied where one like it is asked for. */
export const migratedDatabase = "migrated";

export type RunningCluster = {
  url(database: string): string;
  /** @param how in order, or at once where nobody will look at its files again */
  stop(how: "in order" | "at once"): Promise<void>;
};

/** A new temporary folder that PostgreSQL may write to. */
export function makeFolder({ user }: Binaries): string {
  const folder = mkdtempSync(join(tmpdir(), "shifan-postgresql-"));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  return folder;
}

/**
 * The files of a stopped PostgreSQL with a migrated, empty database, kept between runs under the hash of what they are made of: to copy them
 * takes a tenth of the time of making them.
 */
export async function findCluster(binaries: Binaries): Promise<string> {
  const made = createHash("sha256")
    .update(JSON.stringify([binaries, readMigrations()]))
    .digest("hex")
    .slice(0, 16);
  const place = join(tmpdir(), `shifan-postgresql-cluster-${made}`);
  if (!existsSync(place)) moveUnlessThere(await makeCluster(binaries), place);
  return place;
}

async function makeCluster(binaries: Binaries): Promise<string> {
  const folder = makeFolder(binaries);
  const options = [
    "--auth=trust",
    "--username=shifan",
    "--encoding=UTF8",
    "--locale=C",
    "--wal-segsize=1",
    "--no-sync",
  ];
  execFileSync(join(binaries.folder, "initdb"), [`--pgdata=${join(folder, "data")}`, ...options], {
    ...binaries.user,
    cwd: folder,
    stdio: "pipe",
  });
  const running = await runCluster(binaries, folder);
  const administration = postgres(running.url("postgres"), { max: 1, onnotice: () => {} });
  await administration.unsafe(`create database ${migratedDatabase}`);
  await administration.end();
  await (await openDatabase({ url: running.url(migratedDatabase) })).close();
  await running.stop("in order");
  return folder;
}

/** Runs PostgreSQL on the files of a folder, on a port of its own; it ends with this process at the latest. */
export async function runCluster({ folder: programs, user }: Binaries, folder: string): Promise<RunningCluster> {
  const port = await findFreePort();
  const settings = [
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=${folder}`,
    "fsync=off",
    "full_page_writes=off",
    "max_connections=100",
  ];
  const server = spawn(
    join(programs, "postgres"),
    ["-D", join(folder, "data"), "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    { ...user, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
  );
  const killWithUs = () => server.kill("SIGKILL");
  process.once("exit", killWithUs);
  await waitUntilReady(server);
  return {
    url: (database) => `postgres://shifan@127.0.0.1:${port}/${database}`,
    stop: async (how) => {
      server.kill(how === "in order" ? "SIGINT" : "SIGQUIT");
      if (server.exitCode === null) await once(server, "exit");
      process.off("exit", killWithUs);
    },
  };
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

async function waitUntilReady(server: ChildProcess): Promise<void> {
  let log = "";
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on("data", (chunk: Buffer) => {
      log = `${log}${chunk}`.slice(-10_000);
      if (log.includes("ready to accept connections")) resolve();
    });
    server.once("exit", () => reject(new Error(`PostgreSQL did not start: ${log}`)));
  });
}
