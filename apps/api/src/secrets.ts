import { randomBytes } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The secret that the data folder keeps under this name; made there when there is none. Readable by its owner alone. */
export function keepSecret(dataDirectory: string, name: string): string {
  mkdirSync(dataDirectory, { recursive: true });
  const file = join(dataDirectory, name);
  const kept = readSecret(file);
  if (kept !== null) return kept;
  // Written aside and linked into place: another process that starts at the same moment sees all of it or nothing, and the first one stays.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
  chmodSync(own, 0o600);
  try {
    linkSync(own, file);
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "EEXIST")) throw cause;
  } finally {
    rmSync(own, { force: true });
  }
  const secret = readSecret(file);
  if (secret === null) throw new Error(`the secret in ${file} cannot be read`);
  return secret;
}

function readSecret(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim() || null;
  } catch {
    return null;
  }
}
