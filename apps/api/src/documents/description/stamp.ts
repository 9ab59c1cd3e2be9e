import { createHash } from "node:crypto";
import type { Stamp } from "./description.ts";

/** Crockford's base32: no I, L, O, U, so that a code read aloud or copied by hand is the same code. */
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const shortCodeLength = 8;

/**
 * The short code (校验短码) of a content: the first 8 base32 digits (40 bits) of the SHA-256 of its canonical form. It tells a
 * page of one state of the data from a page of another; it is no proof against somebody who tries to find a second content.
 */
export function shortCode(content: unknown): string {
  const hash = createHash("sha256").update(canonical(content), "utf8").digest();
  const bits = [...hash].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const places = Array.from({ length: shortCodeLength }, (_, at) => bits.slice(at * 5, at * 5 + 5));
  return places.map((place) => digits.charAt(Number.parseInt(place, 2))).join("");
}

/** A short code as somebody has copied it from a page: spaces, hyphens and case do not count, and what looks like a digit of the code is one. */
export function readShortCode(copied: string): string {
  return copied
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
}

/** The stamp of a state of the data. */
export function stampOf(content: unknown, dataVersion: number): Stamp {
  return { dataVersion, shortCode: shortCode(content) };
}

/**
 * The canonical form of a JSON value: keys in the order of their code units, no spaces, numbers and strings as JSON.stringify
 * writes them (RFC 8785). What is undefined is left out.
 *
 * @throws TypeError for what is no JSON value
 */
export function canonical(content: unknown): string {
  if (Array.isArray(content)) return `[${content.map((item) => canonical(item ?? null)).join(",")}]`;
  if (typeof content === "object" && content !== null) {
    const entries = Object.entries(content)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${canonical(value)}`).join(",")}}`;
  }
  const text: string | undefined =
    Number.isFinite(content) || typeof content !== "number" ? JSON.stringify(content) : undefined;
  if (text === undefined) throw new TypeError(`Not a JSON value: ${String(content)}`);
  return text;
}
