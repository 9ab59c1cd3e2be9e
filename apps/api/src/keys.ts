/** How many bytes a key has: DATA_KEY, and the seed of AUDIT_KEY. */
const keyLength = 32;

/**
 * Reads keys: 32 bytes each in base64 (either alphabet) or hexadecimal, several separated by commas; the first is the one in use.
 *
 * @returns null when any of them is something else
 */
export function parseKeys(text: string): Buffer[] | null {
  const keys = text.split(",").map((part) => parseKey(part.trim()));
  return keys.every((key) => key !== null) ? keys : null;
}

function parseKey(text: string): Buffer | null {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, "hex");
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return null;
  const key = Buffer.from(text, "base64");
  return key.length === keyLength ? key : null;
}
