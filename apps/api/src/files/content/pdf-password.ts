import { createCipheriv, createHash } from "node:crypto";

/** What the encryption dictionary of a PDF says (ISO 32000-2, 7.6), as far as a password is checked with it. */
export type PdfEncryption = {
  revision: number;
  keyBytes: number;
  owner: Buffer;
  user: Buffer;
  permissions: number;
  encryptsMetadata: boolean;
  /** The first part of the file's identifier. */
  fileId: Buffer;
};

const padding = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");

/** Whether the file opens without a password: then encryption only forbids, as printing or copying, and everybody can read it. */
export function opensWithoutPassword(encryption: PdfEncryption): boolean {
  const { revision, user } = encryption;
  if (revision >= 2 && revision <= 4) return checkOlder(encryption);
  if (revision !== 5 && revision !== 6) return false;
  const salt = user.subarray(32, 40);
  const hash = revision === 5 ? digest("sha256", salt) : hardenedHash(salt);
  return hash.equals(user.subarray(0, 32));
}

/** Algorithms 4 and 5 of the standard with an empty password. */
function checkOlder({
  revision,
  keyBytes,
  owner,
  user,
  permissions,
  encryptsMetadata,
  fileId,
}: PdfEncryption): boolean {
  const bits = Buffer.alloc(4);
  bits.writeInt32LE(permissions);
  const parts = [padding, owner.subarray(0, 32), bits, fileId];
  if (revision === 4 && !encryptsMetadata) parts.push(Buffer.alloc(4, 0xff));
  const length = revision === 2 ? 5 : keyBytes;
  let key = digest("md5", ...parts);
  if (revision > 2) for (let round = 0; round < 50; round += 1) key = digest("md5", key.subarray(0, length));
  key = key.subarray(0, length);
  if (revision === 2) return rc4(key, padding).equals(user.subarray(0, 32));
  let expected = digest("md5", padding, fileId);
  for (let round = 0; round < 20; round += 1)
    expected = rc4(
      key.map((byte) => byte ^ round),
      expected,
    );
  return expected.equals(user.subarray(0, 16));
}

/** Algorithm 2.B of the standard with an empty password. */
function hardenedHash(salt: Buffer): Buffer {
  let key = digest("sha256", salt);
  for (let round = 0; ; round += 1) {
    const cipher = createCipheriv("aes-128-cbc", key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const encrypted = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => key)));
    // The first 16 bytes as a number modulo 3 is the sum of them modulo 3, for 256 leaves 1.
    const choice = encrypted.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = digest((["sha256", "sha384", "sha512"] as const)[choice] ?? "sha256", encrypted);
    if (round >= 63 && (encrypted.at(-1) ?? 0) <= round - 31) return key.subarray(0, 32);
  }
}

function digest(algorithm: "md5" | "sha256" | "sha384" | "sha512", ...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** Node's cryptography no longer has this cipher. */
function rc4(key: Uint8Array, bytes: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number) => state[index & 0xff] ?? 0;
  const swap = (left: number, right: number) => {
    const kept = at(left);
    state[left & 0xff] = at(right);
    state[right & 0xff] = kept;
  };
  let j = 0;
  for (let i = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 0xff;
    swap(i, j);
  }
  let i = 0;
  j = 0;
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) & 0xff;
      j = (j + at(i)) & 0xff;
      swap(i, j);
      return byte ^ at(at(i) + at(j));
    }),
  );
}
