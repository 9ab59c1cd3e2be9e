import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import type { Hash } from "./merkle.ts";

/** What the tree was when it had so many leaves, signed. */
export type Checkpoint = {
  readonly size: number;
  readonly root: Hash;
  readonly at: Date;
  /** Ed25519, base64url. Says which key signed; whether that one is to be believed, the reader must know. */
  readonly publicKey: string;
  readonly signature: string;
};

/** The keys of the audit trail: one signs; what any of them has signed is believed. */
export type AuditKeys = { readonly current: SigningKey; readonly publicKeys: readonly string[] };
type SigningKey = { readonly privateKey: KeyObject; readonly publicKey: string };

/**
 * @param seeds private keys of Ed25519, 32 bytes each; the first signs, the others signed before a change of key
 * @throws RangeError when there is none or one has another length
 */
export function createAuditKeys(seeds: readonly Uint8Array[]): AuditKeys {
  const keys = seeds.map(keyOfSeed);
  const [current] = keys;
  if (current === undefined) throw new RangeError("the audit trail needs a key");
  return { current, publicKeys: keys.map(({ publicKey }) => publicKey) };
}

/** PKCS #8 around a seed: Node takes no bare one. */
const pkcs8Prefix = Buffer.from("302e020100300506032b657004220420", "hex");

function keyOfSeed(seed: Uint8Array): SigningKey {
  if (seed.length !== 32) throw new RangeError(`a key of the audit trail has 32 bytes, this one ${seed.length}`);
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: "der", type: "pkcs8" });
  return { privateKey, publicKey: String(createPublicKey(privateKey).export({ format: "jwk" }).x) };
}

/** The text that is signed: five lines, each ended. */
function signedText({ size, root, at, publicKey }: Omit<Checkpoint, "signature">): Buffer {
  return Buffer.from(`shifan audit checkpoint 1\n${size}\n${root}\n${at.toISOString()}\n${publicKey}\n`);
}

export function makeCheckpoint(keys: AuditKeys, head: Pick<Checkpoint, "size" | "root" | "at">): Checkpoint {
  const { privateKey, publicKey } = keys.current;
  const signature = sign(null, signedText({ ...head, publicKey }), privateKey).toString("base64url");
  return { ...head, publicKey, signature };
}

/** Whether a checkpoint bears the signature of the key that it names. */
export function isSignedByItsKey(checkpoint: Checkpoint): boolean {
  try {
    const jwk = { kty: "OKP", crv: "Ed25519", x: checkpoint.publicKey };
    const key = createPublicKey({ key: jwk, format: "jwk" });
    return verify(null, signedText(checkpoint), key, Buffer.from(checkpoint.signature, "base64url"));
  } catch {
    // What is no key at all has signed nothing.
    return false;
  }
}

/** A checkpoint as it leaves the database: to files, on the wire. */
export type CheckpointDocument = Omit<Checkpoint, "at"> & { readonly at: string };

export function writeCheckpoint(checkpoint: Checkpoint): CheckpointDocument {
  const { size, root, at, publicKey, signature } = checkpoint;
  return { size, root, at: at.toISOString(), publicKey, signature };
}

/** Reads a checkpoint document; null for anything else. Further members are left aside. */
export function readCheckpoint(value: unknown): Checkpoint | null {
  if (typeof value !== "object" || value === null) return null;
  const { size, root, at, publicKey, signature } = value as Record<string, unknown>;
  if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 1) return null;
  if (typeof at !== "string" || typeof root !== "string") return null;
  if (typeof publicKey !== "string" || typeof signature !== "string") return null;
  const instant = new Date(at);
  // Only the one spelling that was signed.
  if (Number.isNaN(instant.getTime()) || instant.toISOString() !== at) return null;
  return { size, root, at: instant, publicKey, signature };
}
