import { createHash } from "node:crypto";
import { commitmentTo } from "@shifan/rules";

const seedBytes = 32;

/** SHA-256 of the UTF-8 bytes of a text: what draws are made and can be repeated with. */
export const sha256 = (text: string): Uint8Array => createHash("sha256").update(text, "utf8").digest();

/** A seed that nobody can foresee, in hexadecimal, with what is put on record of it before it is used. */
export function newSeed(randomBytes: (length: number) => Uint8Array): { seed: string; commitment: string } {
  const seed = Buffer.from(randomBytes(seedBytes)).toString("hex");
  return { seed, commitment: commitmentTo(seed, sha256) };
}
