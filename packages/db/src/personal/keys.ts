import { createHmac, createSecretKey, hkdfSync, type KeyObject } from "node:crypto";

/** What one DATA_KEY gives: its name, and a key of its own for each use. */
export type PersonalKey = {
  /** Derived from the key, so that it needs no keeping; tells nothing about it. */
  readonly id: string;
  readonly encryption: KeyObject;
  readonly equality: KeyObject;
};

/** The keys of personal data: one seals, all of them open. */
export type PersonalKeys = { readonly current: PersonalKey; readonly byId: ReadonlyMap<string, PersonalKey> };

/**
 * The keys of an installation.
 *
 * @param secrets 32 bytes each; the first seals, the others open what was sealed before a change of key
 * @throws RangeError when there is none or one has another length
 */
export function createPersonalKeys(secrets: readonly Uint8Array[]): PersonalKeys {
  const keys = secrets.map(deriveKey);
  const [current] = keys;
  if (current === undefined) throw new RangeError("personal data needs a key");
  return { current, byId: new Map(keys.map((key) => [key.id, key])) };
}

function deriveKey(secret: Uint8Array): PersonalKey {
  if (secret.length !== 32) throw new RangeError(`a key of personal data has 32 bytes, this one ${secret.length}`);
  const derive = (use: string, length: number) =>
    Buffer.from(hkdfSync("sha256", secret, new Uint8Array(), `shifan personal data: ${use}`, length));
  const id = derive("key id", 9).toString("base64url");
  // Made into keys once: as plain bytes they would be prepared anew for every value of a long list.
  const keyFor = (use: string) => createSecretKey(derive(`${use} ${id}`, 32));
  return { id, encryption: keyFor("encryption"), equality: keyFor("equality") };
}

/**
 * The keyed hash by which equal values are found without opening them. Spaces, hyphens, case and width do not count: a telephone number is the
 * same however it was typed.
 */
export function equalityHash(key: PersonalKey, plaintext: string): string {
  const normalised = plaintext
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, "");
  return createHmac("sha256", key.equality).update(normalised).digest("base64url");
}
