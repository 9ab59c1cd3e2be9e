import { randomInt } from "node:crypto";
import { equalityHashes, type PersonalKeys } from "@shifan/db";

/** How long a code is taken. */
export const linkingMinutes = 10;

/** Neither 0 nor O, neither 1 nor I: what is read off a screen is typed without doubt. */
const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
const digits = "23456789";
const length = 8;
const typed = new RegExp(`^[${letters}${digits}]{${length}}$`);

/** A code that nobody can foresee. It has a letter and a digit, so that neither a word nor a figure is taken for one. */
export function newLinkingCode(): string {
  for (;;) {
    const symbols = letters + digits;
    const code = Array.from({ length }, () => symbols[randomInt(symbols.length)]).join("");
    if (readLinkingCode(code) !== null) return code;
  }
}

/** The code that a text is, however it was typed; null where it is none. */
export function readLinkingCode(text: string): string | null {
  const code = text.normalize("NFKC").trim().replaceAll(/[\s-]/g, "").toUpperCase();
  const isMixed = /[A-Z]/.test(code) && /\d/.test(code);
  return isMixed && typed.test(code) ? code : null;
}

/** The keyed hashes under which a code may be kept, the present key's first: they say nothing of it without the key. */
export function hashesOfLinkingCode(personalKeys: PersonalKeys, code: string): string[] {
  return equalityHashes(personalKeys, `linking code: ${code}`);
}
