import { randomBytes } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseKeys } from "./keys.ts";
import { SettingError } from "./setting.ts";

/** The secret that the data folder keeps under this name; made there when there is none. Readable by its owner alone. */
export function keepSecret(dataDirectory: string, name: string): string {
  mkdirSync(dataDirectory, { recursive: true });
  const kept = findSecret(dataDirectory, name);
  if (kept !== null) return kept;
  const file = join(dataDirectory, name);
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
  const secret = findSecret(dataDirectory, name);
  if (secret === null) throw new Error(`the secret in ${file} cannot be read`);
  return secret;
}

/** The keys that the data folder keeps under this name; one is made there when there is none. @throws SettingError when it holds no key */
export function keepKeys(dataDirectory: string, name: string): Buffer[] {
  const keys = parseKeys(keepSecret(dataDirectory, name));
  if (keys === null)
    throw new SettingError("DATA_DIR", `所指文件夹里的 ${name} 应为32字节的密钥；请从备份恢复这个文件`);
  return keys;
}

/** The secret that the data folder keeps under this name; null when there is none. */
export function findSecret(dataDirectory: string, name: string): string | null {
  try {
    return readFileSync(join(dataDirectory, name), "utf8").trim() || null;
  } catch {
    return null;
  }
}
