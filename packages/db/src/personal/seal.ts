import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { equalityHash, type PersonalKey, type PersonalKeys } from "./keys.ts";
import { type ErasedValue, isErased, SealError, type Sealed, type SealedValue } from "./sealed.ts";

/*
 * Of fixed length, so that salt and value cannot be cut at another place. The salt is what keeps a telephone number from being guessed from its
 * commitment; it is kept inside the ciphertext alone and goes with it.
 */
const saltLength = 32;
const nonceLength = 12;
const tagLength = 16;

/** Seals a personal value of a third person: telephone, contact, interviewee. Two seals of one value have nothing in common but `h`. */
export function seal(keys: PersonalKeys, plaintext: string): SealedValue {
  return sealWith(keys.current, randomBytes(saltLength), plaintext);
}

/**
 * The value that was sealed; null when it has been erased.
 *
 * @throws SealError when a part is not what was sealed, or its key is not among the known ones
 */
export function open(keys: PersonalKeys, sealed: Sealed): string | null {
  return isErased(sealed) ? null : openWhole(keys, sealed).plaintext;
}

/** Destroys value, salt and keyed hash. The commitment stays, and with it every hash in the audit trail that contains it. */
export function erase(sealed: Sealed): ErasedValue {
  return { c: sealed.c };
}

/** Whether the sealed value equals this one, spelling aside; null when it has been erased and nobody can know. @throws SealError unknown key */
export function matches(keys: PersonalKeys, sealed: Sealed, plaintext: string): boolean | null {
  if (isErased(sealed)) return null;
  return equalityHash(keyOf(keys, sealed), plaintext) === sealed.h;
}

/** What `h` may be for a value, one for each known key, the current one first: for finding equal values in SQL. */
export function equalityHashes(keys: PersonalKeys, plaintext: string): string[] {
  return [...keys.byId.values()].map((key) => equalityHash(key, plaintext));
}

/** The same value under the current key, with the same commitment: a change of key leaves the audit trail as it is. @throws SealError */
export function reseal(keys: PersonalKeys, sealed: Sealed): Sealed {
  if (isErased(sealed) || sealed.k === keys.current.id) return sealed;
  const { salt, plaintext } = openWhole(keys, sealed);
  return sealWith(keys.current, salt, plaintext);
}

function sealWith(key: PersonalKey, salt: Buffer, plaintext: string): SealedValue {
  // Half of a surrogate pair has no UTF-8: it would come back as another character.
  if (!plaintext.isWellFormed()) throw new SealError("malformed", "the personal value holds half of a character");
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", key.encryption, nonce);
  const encrypted = [cipher.update(salt), cipher.update(plaintext, "utf8"), cipher.final()];
  return {
    c: commitmentOf(salt, Buffer.from(plaintext)),
    k: key.id,
    h: equalityHash(key, plaintext),
    e: Buffer.concat([nonce, ...encrypted, cipher.getAuthTag()]).toString("base64url"),
  };
}

function openWhole(keys: PersonalKeys, sealed: SealedValue): { salt: Buffer; plaintext: string } {
  const key = keyOf(keys, sealed);
  const whole = decrypt(key, Buffer.from(sealed.e, "base64url"));
  const salt = whole.subarray(0, saltLength);
  const value = whole.subarray(saltLength);
  if (!isSame(commitmentOf(salt, value), sealed.c)) {
    throw new SealError("changed_commitment", "the commitment of a personal value is not that of its content");
  }
  const plaintext = value.toString("utf8");
  if (!isSame(equalityHash(key, plaintext), sealed.h)) {
    throw new SealError("changed_equality_hash", "the keyed hash of a personal value is not that of its content");
  }
  return { salt, plaintext };
}

function decrypt(key: PersonalKey, packed: Buffer): Buffer {
  if (packed.length < nonceLength + saltLength + tagLength) {
    throw new SealError("changed_ciphertext", "the ciphertext of a personal value is too short");
  }
  const decipher = createDecipheriv("aes-256-gcm", key.encryption, packed.subarray(0, nonceLength));
  decipher.setAuthTag(packed.subarray(-tagLength));
  try {
    return Buffer.concat([decipher.update(packed.subarray(nonceLength, -tagLength)), decipher.final()]);
  } catch (cause) {
    throw new SealError("changed_ciphertext", "the ciphertext of a personal value was changed", cause);
  }
}

function keyOf(keys: PersonalKeys, sealed: SealedValue): PersonalKey {
  const key = keys.byId.get(sealed.k);
  if (key === undefined) throw new SealError("unknown_key", `no DATA_KEY with the id ${sealed.k} is known`);
  return key;
}

function commitmentOf(salt: Buffer, value: Buffer): string {
  return createHash("sha256").update(salt).update(value).digest("base64url");
}

function isSame(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}
