/**
 * A personal value as it is kept. `c`: the commitment, SHA-256 of salt and value, which stands for the value in the audit trail. `k`: which key;
 * `h`: the keyed hash for equality; `e`: salt and value, encrypted. Every part is base64url.
 */
export type SealedValue = { readonly c: string; readonly k: string; readonly h: string; readonly e: string };

/** What is left after erasing: proves nothing about the value to anybody any more, and keeps the audit trail whole. */
export type ErasedValue = { readonly c: string; readonly k?: never; readonly h?: never; readonly e?: never };

export type Sealed = SealedValue | ErasedValue;

export type SealFault =
  | "malformed"
  | "unknown_key"
  | "changed_ciphertext"
  | "changed_commitment"
  | "changed_equality_hash";

/** A kept personal value that is not what was sealed. Says in which way, and never what is in it. */
export class SealError extends Error {
  override readonly name = "SealError";
  readonly code: SealFault;

  constructor(code: SealFault, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

const base64url = /^[A-Za-z0-9_-]+$/;
/** SHA-256 in base64url. */
const hash = /^[A-Za-z0-9_-]{43}$/;

/** Whether something has exactly the parts of a sealed or an erased value. */
export function isSealed(value: unknown): value is Sealed {
  if (typeof value !== "object" || value === null) return false;
  const { c, k, h, e, ...others } = value as Record<string, unknown>;
  const is = (part: unknown, pattern: RegExp) => typeof part === "string" && pattern.test(part);
  if (Object.keys(others).length > 0 || !is(c, hash)) return false;
  if (Object.keys(value).length === 1) return true;
  return is(k, base64url) && is(h, hash) && is(e, base64url);
}

export function isErased(sealed: Sealed): sealed is ErasedValue {
  return !("e" in sealed);
}
